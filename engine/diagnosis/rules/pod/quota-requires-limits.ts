import { say } from '../../../messages';
import { inNamespace } from '../../fixes';
import { refusalsOf } from '../../migrations';
import { defineRule } from '../../rule';
import { firstMatch } from '../../statements';

const MUST_SPECIFY = /failed quota: ([^:\s]+): must specify ([\w.,]+)/;

export const quotaRequiresLimits = defineRule({
  id: 'quota-requires-limits',
  title: say('The quota of the project asks for limits that the virtual machine does not set'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods', 'events'],
  uses: ['migrations'],
  explains: ['pod-create-rejected'],
  run: (facts) => {
    const refusals = refusalsOf(facts);
    if (refusals === undefined) return [];
    const said = firstMatch(refusals.said, MUST_SPECIFY);
    if (said === undefined) return [];
    const [, quota = '', limits = ''] = said.match;
    return [
      {
        severity: refusals.severity,
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
            command: `oc describe resourcequota ${inNamespace(facts.vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
