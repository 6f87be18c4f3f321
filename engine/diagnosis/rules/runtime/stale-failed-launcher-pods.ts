import { nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { activePodOf, isRunning, phaseOf } from '../../intent';
import { defineRule } from '../../rule';

/** Left-overs of migrations. Never a fault, and told only to somebody who asks about them. */
export const staleFailedLauncherPods = defineRule({
  id: 'stale-failed-launcher-pods',
  title: say('Finished launcher pods of earlier migrations are left over'),
  stage: 'runtime',
  needs: ['vm', 'vmi', 'pods'],
  run: ({ vm, vmi, pods }, { topics }) => {
    if (!topics.has('old-pods') || !isRunning(vmi)) return [];
    const active = activePodOf(vmi, pods);
    const left = pods.filter(
      (pod) => pod !== active && ['Succeeded', 'Failed'].includes(phaseOf(pod) ?? ''),
    );
    if (left.length === 0) return [];
    return [
      {
        severity: 'info',
        confidence: 'certain',
        explanation: say(
          '{{count}} launcher pod(s) of this instance have ended; they are left over from migrations. The guest runs in another one, so this is no fault.',
          { count: left.length },
        ),
        evidence: left.slice(0, 5).map((pod) => proof(pod, 'status', 'phase')),
        fixes: [
          {
            id: 'delete-finished-pods',
            description: say('Delete them, if they are in the way.'),
            command: `oc delete pod ${left
              .slice(0, 5)
              .map((pod) => shellWord(nameOf(pod)))
              .join(' ')} ${inNamespace(vm)}`,
            effect: say('The running guest is not touched.'),
            risk: 'confirm',
          },
        ],
      },
    ];
  },
});
