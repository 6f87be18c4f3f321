import {
  conditionOf,
  createdOf,
  flagAt,
  isDeleting,
  isOwnedBy,
  listAt,
  MINUTE,
  nameOf,
  parseTime,
  textAt,
  textsAt,
  type KubeObject,
} from '../kubernetes';

/** `Always`, `Halted`, `Manual`, `RerunOnFailure`, `Once` or `WaitAsReceiver`; `running` is its older form. */
export const runStrategyOf = (vm: KubeObject): string => {
  const running = flagAt(vm, 'spec', 'running');
  return (
    textAt(vm, 'spec', 'runStrategy') ??
    (running === undefined ? 'Manual' : running ? 'Always' : 'Halted')
  );
};

/** Where the run strategy stands: `spec.running` in older objects, nowhere by default. */
export const runStrategyPath = (vm: KubeObject): readonly string[] =>
  textAt(vm, 'spec', 'runStrategy') === undefined ? ['spec', 'running'] : ['spec', 'runStrategy'];

/** True when somebody wants this VM to run now: its strategy says so, or a start was asked for. */
export const wantsToRun = (vm: KubeObject, vmi?: KubeObject): boolean => {
  if (isDeleting(vm)) return false;
  const strategy = runStrategyOf(vm);
  const asked = listAt(vm, 'status', 'stateChangeRequests').some(
    (request) => textAt(request, 'action') === 'Start',
  );
  if (strategy === 'Halted') return false;
  if (strategy === 'Always' || asked) return true;
  if (vmi === undefined) return startsByItself(vm, strategy);
  const phase = textAt(vmi, 'status', 'phase');
  const finished = phase === 'Succeeded' || phase === 'Failed';
  return !finished && !isDeleting(vmi);
};

/**
 * Without an instance `Once` is started; `RerunOnFailure` only when it never was, and the status
 * takes over the strategy with the first instance. A failure tells that KubeVirt is trying.
 */
const startsByItself = (vm: KubeObject, strategy: string): boolean => {
  if (strategy === 'Once') return true;
  if (strategy !== 'RerunOnFailure') return false;
  const wasStarted = textAt(vm, 'status', 'runStrategy') === strategy;
  return (
    conditionOf(vm, 'Failure')?.status === 'True' ||
    (!wasStarted && printableStatusOf(vm) !== 'Stopped')
  );
};

export const printableStatusOf = (vm: KubeObject): string | undefined =>
  textAt(vm, 'status', 'printableStatus');

/**
 * A start or a stop that KubeVirt has not taken up, without a word of why it cannot. For a moment
 * that is so after each change.
 */
export const isNotTakenUp = (vm: KubeObject, vmi: KubeObject | undefined): boolean => {
  if (conditionOf(vm, 'Failure')?.status === 'True') return false;
  if (vmi === undefined) {
    return ['Stopped', ''].includes(printableStatusOf(vm) ?? '') && wantsToRun(vm, vmi);
  }
  const taken = textAt(vm, 'status', 'runStrategy') ?? 'Halted';
  return runStrategyOf(vm) === 'Halted' && taken !== 'Halted' && !isDeleting(vmi);
};

export const phaseOf = (object: KubeObject | undefined): string | undefined =>
  textAt(object, 'status', 'phase');

/** True while the VMI has not come up: no VMI, or one before phase Running. */
export const isComingUp = (vmi: KubeObject | undefined): boolean => {
  const phase = phaseOf(vmi);
  return (
    vmi === undefined ||
    phase === undefined ||
    ['', 'Pending', 'Scheduling', 'Scheduled'].includes(phase)
  );
};

export const isRunning = (vmi: KubeObject | undefined): boolean => phaseOf(vmi) === 'Running';

/** The VM is meant to run, and does not yet. Only then do missing references matter. */
export const isStarting = (vm: KubeObject, vmi: KubeObject | undefined): boolean =>
  wantsToRun(vm, vmi) && isComingUp(vmi);

/** What `printableStatus` says while disks are made; also of a VM that is not asked to run. */
const PREPARING = new Set(['Provisioning', 'DataVolumeError', 'WaitingForVolumeBinding']);

/** Its disks should be filled by now: the VM is starting, or its status waits for them. */
export const isPreparing = (vm: KubeObject, vmi: KubeObject | undefined): boolean =>
  !isDeleting(vm) &&
  (isStarting(vm, vmi) || (vmi === undefined && PREPARING.has(printableStatusOf(vm) ?? '')));

/**
 * The launcher pod that carries the VM: the one on the VMI's node that the VMI lists as active.
 * Pods of migration targets and of earlier boots are not it.
 */
export const activePodOf = (
  vmi: KubeObject | undefined,
  pods: readonly KubeObject[],
): KubeObject | undefined => {
  const own = pods.filter((pod) => isOwnedBy(pod, vmi));
  const node = textAt(vmi, 'status', 'nodeName');
  const active = textsAt(vmi, 'status', 'activePods');
  const listed = own.filter((pod) => Object.hasOwn(active, textAt(pod, 'metadata', 'uid') ?? ''));
  return (
    listed.find((pod) => textAt(pod, 'spec', 'nodeName') === node) ??
    listed[0] ??
    own.find((pod) => !isMigrationTarget(pod)) ??
    own[0]
  );
};

/** A drain asked for the VMI to leave its node, and it is still there. */
export const isEvacuating = (vmi: KubeObject | undefined): boolean =>
  (textAt(vmi, 'status', 'evacuationNodeName') ?? '') !== '' ||
  conditionOf(vmi, 'EvictionRequested')?.status === 'True';

export const isMigrationTarget = (pod: KubeObject): boolean =>
  textAt(pod, 'metadata', 'labels', 'kubevirt.io/migrationJobUID') !== undefined;

/** Milliseconds since the object was created; 0 when it has no creation time. */
export const ageOf = (object: KubeObject | undefined, now: number): number =>
  Math.max(0, now - (parseTime(createdOf(object)) ?? now));

/**
 * The kubelet tries everything again. What fails in the first minute of a pod is mostly something
 * that the node has not heard of yet, and over in seconds.
 */
export const isAtFirstTries = (pod: KubeObject, now: number): boolean => ageOf(pod, now) < MINUTE;

/** Of a guest that goes down again and again this is the longest round. */
export const LOOPS_AGAIN_WITHIN = 15 * MINUTE;

/** When the current start began: the VMI's creation, else the VM's. */
export const startedAt = (vm: KubeObject, vmi: KubeObject | undefined): number | undefined =>
  parseTime(createdOf(vmi)) ?? parseTime(createdOf(vm));

/**
 * True when the VM runs and reports itself ready. A paused guest is not, though its pod may be:
 * older releases of KubeVirt go by the pod alone.
 */
export const isReady = (vm: KubeObject): boolean =>
  conditionOf(vm, 'Ready')?.status === 'True' && conditionOf(vm, 'Paused')?.status !== 'True';

export const keyOf = (object: KubeObject): string =>
  `${textAt(object, 'metadata', 'namespace') ?? ''}/${nameOf(object)}`;
