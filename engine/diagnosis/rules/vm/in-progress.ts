import { conditionOf, formatAge, MINUTE, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { ageOf, printableStatusOf, startedAt, wantsToRun } from '../../intent';
import { defineRule } from '../../rule';

/** States on the way to another one, and how long each may take before it is worth a question. */
const USUAL: Readonly<Record<string, number>> = {
  Starting: 5 * MINUTE,
  Provisioning: 30 * MINUTE,
  WaitingForVolumeBinding: 5 * MINUTE,
  Migrating: 30 * MINUTE,
  Stopping: 5 * MINUTE,
  Terminating: 5 * MINUTE,
};

const since = (vm: KubeObject, vmi: KubeObject | undefined, now: number): number =>
  Math.max(0, now - (startedAt(vm, vmi) ?? now));

/** Not failed: still working. Age decides, and any real cause outweighs it. */
export const inProgress = defineRule({
  id: 'in-progress',
  title: say('The virtual machine is still working on what it was asked to do'),
  stage: 'operation',
  wrapper: true,
  needs: ['vm', 'vmi'],
  run: ({ vm, vmi }, { now }) => {
    const status = printableStatusOf(vm) ?? '';
    const usual = Object.hasOwn(USUAL, status) ? USUAL[status] : undefined;
    const isFresh = status === '' && ageOf(vm, now) < MINUTE;
    if (!isFresh && usual === undefined) return [];
    const isLeaving = ['Stopping', 'Terminating', 'Migrating'].includes(status);
    if (!isLeaving && !wantsToRun(vm, vmi)) return [];
    const age = status === 'Migrating' ? 0 : since(vm, vmi, now);
    if (!isLeaving && age > (usual ?? MINUTE)) return [];
    if (conditionOf(vm, 'Failure')?.status === 'True') return [];
    return [
      {
        severity: 'info',
        confidence: 'likely',
        verdict: 'in_progress',
        explanation: say(
          'It is {{status}} since {{age}}, which is not long. Look again in a few minutes.',
          {
            status: status === '' ? 'new' : status,
            age: formatAge(age),
          },
        ),
        evidence: [
          ...proofIf(vm, 'status', 'printableStatus'),
          proof(vm, 'metadata', 'creationTimestamp'),
        ],
        fixes: [],
      },
    ];
  },
});
