import { say } from '../../../messages';
import { inNamespace } from '../../fixes';
import { isStarting } from '../../intent';
import { defineRule } from '../../rule';
import { firstMatch, saidOfPod } from '../../statements';

const MUST_SPECIFY = /failed quota: ([^:\s]+): must specify ([\w.,]+)/;

export const quotaRequiresLimits = defineRule({
  id: 'quota-requires-limits',
  title: say('The quota of the project asks for limits that the virtual machine does not set'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods', 'events'],
  explains: ['pod-create-rejected'],
  run: ({ vm, vmi, pods, events }) => {
    if (!isStarting(vm, vmi) || pods.length > 0) return [];
    const said = firstMatch(saidOfPod({ vm, vmi, events }), MUST_SPECIFY);
    if (said === undefined) return [];
    const [, quota = '', limits = ''] = said.match;
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'Quota {{quota}} counts {{limits}}, so every pod of the project must set it, and the launcher pod does not.',
          { quota, limits },
        ),
        evidence: [said.statement.evidence],
        fixes: [
          {
            id: 'set-limits',
            description: say(
              'Set limits in the virtual machine, or give the project a LimitRange with defaults.',
            ),
            command: `oc describe resourcequota ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
