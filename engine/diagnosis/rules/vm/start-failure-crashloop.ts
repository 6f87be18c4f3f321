import { numberAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { proofIf } from '../../evidence';
import { inNamespace, startFix } from '../../fixes';
import { printableStatusOf } from '../../intent';
import { defineRule } from '../../rule';

/**
 * A wrapper: instances end before they ever run, and KubeVirt backs off. Every cause inside the
 * failed instance explains it, so it stands alone only when none was found.
 */
export const startFailureCrashloop = defineRule({
  id: 'start-failure-crashloop',
  title: say('The virtual machine fails again and again before it runs'),
  stage: 'runtime',
  wrapper: true,
  needs: ['vm'],
  run: ({ vm }) => {
    const failures = numberAt(vm, 'status', 'startFailure', 'consecutiveFailCount') ?? 0;
    if (printableStatusOf(vm) !== 'CrashLoopBackOff' && failures === 0) return [];
    return [
      {
        severity: 'critical',
        confidence: 'possible',
        blocking: true,
        explanation: say(
          'Its instance ended {{count}} time(s) before the guest ran. The cause is inside the failed instance and was not found in what could be read.',
          { count: failures },
        ),
        evidence: [
          ...proofIf(vm, 'status', 'printableStatus'),
          ...proofIf(vm, 'status', 'startFailure', 'consecutiveFailCount'),
        ],
        fixes: [
          {
            id: 'watch-launcher',
            description: say('Look at the launcher pods of the last tries.'),
            command: `oc get pods ${inNamespace(vm)} -l kubevirt.io=virt-launcher`,
            risk: 'safe',
          },
          startFix(vm),
        ],
      },
    ];
  },
});
