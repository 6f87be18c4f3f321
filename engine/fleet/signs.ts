import {
  annotationsOf,
  conditionOf,
  conditionsOf,
  createdOf,
  isDeleting,
  isRecord,
  labelsOf,
  listAt,
  MINUTE,
  parseTime,
  textAt,
  recordAt,
  type KubeObject,
} from '../kubernetes';
import { LOOPS_AGAIN_WITHIN, runStrategyOf } from '../diagnosis/intent';

/** Conditions whose status says nothing about whether the VM does what it was asked. */
const NEUTRAL = new Set(['AgentConnected', 'LiveMigratable', 'StorageLiveMigratable']);
const GOOD_WHEN_TRUE = new Set([
  'Ready',
  'Initialized',
  'Synchronized',
  'DataVolumesReady',
  'AccessCredentialsSynchronized',
]);
const GOOD_WHEN_FALSE = new Set(['Failure', 'Paused', 'RestartRequired']);

const isGood = ({ type, status }: { type: string; status: string }): boolean =>
  NEUTRAL.has(type) ||
  (GOOD_WHEN_TRUE.has(type) && status === 'True') ||
  (GOOD_WHEN_FALSE.has(type) && status === 'False');

/** What a VM's status holds while nothing is under way. */
const AT_REST = new Set([
  'conditions',
  'printableStatus',
  'created',
  'ready',
  'runStrategy',
  'observedGeneration',
  'desiredGeneration',
  'instancetypeRef',
  'preferenceRef',
  'volumeSnapshotStatuses',
  'volumeUpdateState',
]);

const isAtRest = (vm: KubeObject): boolean =>
  !isDeleting(vm) &&
  Object.entries(recordAt(vm, 'status')).every(
    ([key, value]) =>
      AT_REST.has(key) ||
      value === null ||
      value === 0 ||
      (Array.isArray(value) && value.length === 0) ||
      (isRecord(value) && Object.keys(value).length === 0),
  );

const nicsOf = (object: KubeObject, ...path: string[]): string =>
  listAt(object, ...path, 'domain', 'devices', 'interfaces')
    .map((nic) => textAt(nic, 'name') ?? '')
    .join(',');

/** What is kept of a VM to tell whether it needs a look. */
export type MachineSigns = {
  readonly namespace: string;
  readonly name: string;
  /** Says it runs, or that it is stopped and was asked to be; nothing else is under way. */
  readonly claims?: 'running' | 'stopped';
  readonly nics: string;
};

export const machineSigns = (vm: KubeObject): MachineSigns => {
  const status = textAt(vm, 'status', 'printableStatus');
  const conditions = conditionsOf(vm);
  const claimsToRun =
    status === 'Running' && conditionOf(vm, 'Ready')?.status === 'True' && conditions.every(isGood);
  const claimsToRest =
    status === 'Stopped' &&
    runStrategyOf(vm) === 'Halted' &&
    conditions.every((one) => one.type === 'Ready' || isGood(one));
  const claims = claimsToRun ? 'running' : claimsToRest ? 'stopped' : undefined;
  return {
    namespace: textAt(vm, 'metadata', 'namespace') ?? '',
    name: textAt(vm, 'metadata', 'name') ?? '',
    ...(claims === undefined || !isAtRest(vm) ? {} : { claims }),
    nics: nicsOf(vm, 'spec', 'template', 'spec'),
  };
};

/** What is kept of an instance. */
export type InstanceSigns = {
  readonly namespace: string;
  readonly name: string;
  readonly node: string;
  readonly isPlain: boolean;
  /** When it was made, milliseconds since the epoch; absent where that is not told. */
  readonly made?: number;
  readonly nics: string;
};

const isMoving = (vmi: KubeObject): boolean => {
  const state = recordAt(vmi, 'status').migrationState;
  return isRecord(state) && state.completed !== true;
};

export const instanceSigns = (vmi: KubeObject): InstanceSigns => {
  const made = parseTime(createdOf(vmi));
  return {
    namespace: textAt(vmi, 'metadata', 'namespace') ?? '',
    name: textAt(vmi, 'metadata', 'name') ?? '',
    node: textAt(vmi, 'status', 'nodeName') ?? '',
    nics: nicsOf(vmi, 'spec'),
    isPlain:
      textAt(vmi, 'status', 'phase') === 'Running' &&
      !isDeleting(vmi) &&
      !isMoving(vmi) &&
      (textAt(vmi, 'status', 'evacuationNodeName') ?? '') === '' &&
      conditionsOf(vmi).every(isGood) &&
      listAt(vmi, 'status', 'volumeStatus').every(
        (volume) => !isRecord(recordAt(volume).hotplugVolume),
      ),
    ...(made === undefined ? {} : { made }),
  };
};

/** So young, it may be one more round of a guest that goes down again and again. */
export const isYoung = ({ made }: InstanceSigns, now: number): boolean =>
  made !== undefined && now - made < LOOPS_AGAIN_WITHIN;

const HEARTBEAT = 'kubevirt.io/heartbeat';
const SILENCE = 5 * MINUTE;

/** A node on which nothing keeps a VM from what it does. */
export const isGoodNode = (node: KubeObject, now: number): boolean =>
  conditionOf(node, 'Ready')?.status === 'True' &&
  !isDeleting(node) &&
  labelsOf(node)['kubevirt.io/schedulable'] !== 'false' &&
  now - (parseTime(annotationsOf(node)[HEARTBEAT]) ?? now) <= SILENCE;

const OVER = new Set(['Succeeded', 'Failed']);

/** The VMI a migration that is not over moves. */
export const movedBy = (migration: KubeObject): string | undefined =>
  OVER.has(textAt(migration, 'status', 'phase') ?? '')
    ? undefined
    : `${textAt(migration, 'metadata', 'namespace') ?? ''}/${textAt(migration, 'spec', 'vmiName') ?? ''}`;
