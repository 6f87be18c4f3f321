import { say } from '../../../messages';
import { inNamespace } from '../../fixes';
import { refusedAs } from '../../migrations';
import { defineRule } from '../../rule';

const MUST_SPECIFY = /failed quota: ([^:\s]+): must specify ([\w.,]+)/;

export const quotaRequiresLimits = defineRule({
  id: 'quota-requires-limits',
  title: say('The quota of the project asks for limits that the virtual machine does not set'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods', 'events'],
  uses: ['migrations'],
  explains: ['pod-create-rejected'],
  run: (facts) => {
    const said = refusedAs(facts, MUST_SPECIFY);
    if (said === undefined) return [];
    const [, quota = '', limits = ''] = said.match;
    return [
      {
        severity: said.severity,
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'Quota {{quota}} counts {{limits}}, so every pod of the project must set it, and this one does not.',
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
