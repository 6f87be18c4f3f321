import {
  conditionOf,
  formatAge,
  listAt,
  MINUTE,
  parseTime,
  textAt,
  type KubeObject,
} from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import type { Facts, Lookup } from '../../facts';
import {
  ageOf,
  isReady,
  isRunning,
  phaseOf,
  printableStatusOf,
  startedAt,
  wantsToRun,
} from '../../intent';
import { leavingOf } from '../../leaving';
import { defineRule } from '../../rule';
import type { Evidence } from '../../types';

type Progress = { readonly age: number; readonly usual: number; readonly evidence: Evidence[] };

/** States on the way up, and how long each may take before it is worth a question. */
const ON_THE_WAY_UP: Readonly<Record<string, number>> = {
  '': 2 * MINUTE,
  Starting: 5 * MINUTE,
  Provisioning: 5 * MINUTE,
  WaitingForVolumeBinding: 5 * MINUTE,
};
const MIGRATION = 30 * MINUTE;
/** An image may be large; nothing else about a disk takes that long. */
const FILLING = 30 * MINUTE;
const BOOT = 3 * MINUTE;

const since = (object: KubeObject, now: number, usual: number, ...path: (string | number)[]) => {
  const time = parseTime(textAt(object, ...path));
  return time === undefined
    ? undefined
    : { age: Math.max(0, now - time), usual, evidence: [proof(object, ...path)] };
};

const leaving = (vm: KubeObject, vmi: KubeObject | undefined, now: number): Progress => {
  const left = leavingOf(vm, vmi, now);
  return left === undefined
    ? { age: 0, usual: MINUTE, evidence: [] }
    : { ...left, evidence: [proof(left.object, 'metadata', 'deletionTimestamp')] };
};

/** The guest runs, and its readiness is not reported yet. */
const booting = (vm: KubeObject, vmi: KubeObject | undefined, now: number) => {
  if (vmi === undefined || !isRunning(vmi) || isReady(vm)) return undefined;
  const phases = listAt(vmi, 'status', 'phaseTransitionTimestamps');
  const index = phases.findIndex((one) => textAt(one, 'phase') === 'Running');
  const path = ['status', 'phaseTransitionTimestamps', index, 'phaseTransitionTimestamp'];
  return since(vmi, now, BOOT, ...path);
};

const isFilling = (dataVolumes: readonly Lookup[]): boolean =>
  dataVolumes.some(({ object }) => phaseOf(object)?.endsWith('InProgress') === true);

const progressOf = (
  { vm, vmi, dataVolumes }: Pick<Facts, 'vm' | 'vmi' | 'dataVolumes'>,
  now: number,
): Progress | undefined => {
  const status = printableStatusOf(vm) ?? '';
  if (status === 'Stopping' || status === 'Terminating') return leaving(vm, vmi, now);
  if (status === 'Running') return booting(vm, vmi, now);
  if (status === 'Migrating') {
    const path = ['status', 'migrationState', 'startTimestamp'];
    return vmi === undefined ? undefined : since(vmi, now, MIGRATION, ...path);
  }
  const known = Object.hasOwn(ON_THE_WAY_UP, status) ? ON_THE_WAY_UP[status] : undefined;
  const usual = status === 'Provisioning' && isFilling(dataVolumes) ? FILLING : known;
  if (usual === undefined || (status !== '' && !wantsToRun(vm, vmi))) return undefined;
  const age = status === '' ? ageOf(vm, now) : Math.max(0, now - (startedAt(vm, vmi) ?? now));
  return { age, usual, evidence: [proof(vmi ?? vm, 'metadata', 'creationTimestamp')] };
};

/** Not failed: still working. Age decides, and any real cause outweighs it. */
export const inProgress = defineRule({
  id: 'in-progress',
  title: say('The virtual machine is still working on what it was asked to do'),
  stage: 'operation',
  wrapper: true,
  needs: ['vm', 'vmi'],
  uses: ['dataVolumes'],
  run: (facts, { now }) => {
    const { vm } = facts;
    const progress = progressOf(facts, now);
    if (progress === undefined || progress.age > progress.usual) return [];
    // A change is refused while a migration runs, and made by itself after it.
    const hasFailed = conditionOf(vm, 'Failure')?.status === 'True';
    if (hasFailed && printableStatusOf(vm) !== 'Migrating') return [];
    return [
      {
        severity: 'info',
        confidence: 'likely',
        verdict: 'in_progress',
        explanation: say(
          'It is {{status}} since {{age}}, which is not long. Look again in a few minutes.',
          { status: printableStatusOf(vm) ?? 'new', age: formatAge(progress.age) },
        ),
        evidence: [...proofIf(vm, 'status', 'printableStatus'), ...progress.evidence],
        fixes: [],
      },
    ];
  },
});
