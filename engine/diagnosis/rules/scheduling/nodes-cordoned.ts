import { at } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { defineRule } from '../../rule';
import { countOf, nodeNames, unscheduled } from '../../scheduling';

const CORDONED = /node\(s\) were unschedulable|taint \{node\.kubernetes\.io\/unschedulable/;

export const nodesCordoned = defineRule({
  id: 'nodes-cordoned',
  title: say('The nodes that would fit are cordoned'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['nodes'],
  run: ({ nodes, ...facts }) => {
    const refused = unscheduled(facts);
    if (refused === undefined || countOf(refused.groups, CORDONED) === 0) return [];
    const cordoned = nodes.filter((node) => at(node, 'spec', 'unschedulable') === true);
    return [
      {
        severity: 'critical',
        confidence: cordoned.length > 0 ? 'certain' : 'likely',
        blocking: true,
        explanation: say(
          '{{count}} node(s) accept no new pods: {{names}}. They are being drained or updated.',
          {
            count: countOf(refused.groups, CORDONED),
            names: nodeNames(cordoned),
          },
        ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...cordoned.slice(0, 3).map((node) => proof(node, 'spec', 'unschedulable')),
        ],
        fixes: [
          {
            id: 'uncordon',
            description: say('Wait for the update to end, or let the node take pods again.'),
            command: `oc adm uncordon ${cordoned.length > 0 ? nodeNames(cordoned.slice(0, 1)) : 'NODE'}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
