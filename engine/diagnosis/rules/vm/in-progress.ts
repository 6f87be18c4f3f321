import { conditionOf, formatAge, MINUTE, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import type { Facts } from '../../facts';
import { isReady, isRunning, phaseOf, printableStatusOf, wantsToRun } from '../../intent';
import { leavingOf } from '../../leaving';
import {
  fillProgress,
  migrationProgress,
  phaseProgress,
  startProgress,
  type Progress,
} from '../../progress';
import { defineRule } from '../../rule';

/** States on the way up, and how long each may take without a step before it is worth a question. */
const ON_THE_WAY_UP: Readonly<Record<string, number>> = {
  '': 2 * MINUTE,
  Starting: 5 * MINUTE,
  Provisioning: 5 * MINUTE,
  WaitingForVolumeBinding: 5 * MINUTE,
};
const BOOT = 3 * MINUTE;

const leaving = (vm: KubeObject, vmi: KubeObject | undefined, now: number): Progress => {
  const left = leavingOf(vm, vmi, now);
  return left === undefined
    ? { age: 0, usual: MINUTE, evidence: [] }
    : { ...left, evidence: [proof(left.object, 'metadata', 'deletionTimestamp')] };
};

type InProgressFacts = Pick<Facts, 'vm' | 'vmi' | 'pods' | 'dataVolumes' | 'migrations'>;

const isFilling = ({ dataVolumes }: InProgressFacts): boolean =>
  dataVolumes.some(({ object }) => phaseOf(object)?.endsWith('InProgress') === true);

/** The guest is up, so what is still being filled is a disk that will be plugged in. */
const isFillingBeside = (vm: KubeObject): boolean =>
  printableStatusOf(vm) === 'Running' && isReady(vm);

const progressOf = (facts: InProgressFacts, now: number): Progress | undefined => {
  const { vm, vmi } = facts;
  const status = printableStatusOf(vm) ?? '';
  if (status === 'Stopping' || status === 'Terminating') return leaving(vm, vmi, now);
  if (status === 'Migrating') return migrationProgress(facts, now);
  if (status === 'Running') {
    if (!isRunning(vmi)) return undefined;
    if (isFillingBeside(vm)) return fillProgress(facts, now);
    // The guest runs, and its readiness is not reported yet.
    return phaseProgress(vmi, 'Running', BOOT, now);
  }
  const usual = Object.hasOwn(ON_THE_WAY_UP, status) ? ON_THE_WAY_UP[status] : undefined;
  if (usual === undefined || (status !== '' && !wantsToRun(vm, vmi))) return undefined;
  return status === 'Provisioning' && isFilling(facts)
    ? fillProgress(facts, now)
    : startProgress(facts, usual, now);
};

/** Not failed: still working. What got on lately decides, and any real cause outweighs it. */
export const inProgress = defineRule({
  id: 'in-progress',
  title: say('The virtual machine is still working on what it was asked to do'),
  stage: 'operation',
  wrapper: true,
  needs: ['vm', 'vmi'],
  uses: ['pods', 'dataVolumes', 'migrations'],
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
        explanation: isFillingBeside(vm)
          ? say(
              'It runs, and a disk for it is still being filled, since {{age}}. Look again in a few minutes.',
              { age: formatAge(progress.age) },
            )
          : say(
              'It is {{status}}, and got on {{age}} ago, which is not long. Look again in a few minutes.',
              { status: printableStatusOf(vm) ?? 'new', age: formatAge(progress.age) },
            ),
        evidence: [...proofIf(vm, 'status', 'printableStatus'), ...progress.evidence],
        fixes: [],
      },
    ];
  },
});
