import { say } from '../../../messages';
import { conditionProof } from '../../evidence';
import { defineRule } from '../../rule';
import { countOf, decides, nodesText, PLACEMENT_USES, unscheduled } from '../../scheduling';

const LIMIT = /exceed max volume count/;

/** A storage driver says how many volumes a node can have at once (`CSINode`), and they have them. */
export const volumeLimitReached = defineRule({
  id: 'volume-limit-reached',
  title: say('No node can attach one more volume for the virtual machine'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: PLACEMENT_USES,
  run: (facts) => {
    const refused = unscheduled(facts);
    if (refused === undefined || countOf(refused.groups, LIMIT) === 0) return [];
    if (!decides(refused, 'open')) return [];
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'The nodes that would else take the virtual machine have as many volumes of its storage driver as they can attach. Node by node: {{nodes}}.',
          { nodes: nodesText(refused) },
        ),
        evidence: [conditionProof(refused.pod, refused.condition)],
        fixes: [
          {
            id: 'free-attachments',
            description: say(
              'Add a node, or move virtual machines with many disks away; fewer and larger disks help, too.',
            ),
            command:
              "oc get csinodes -o custom-columns='NODE:.metadata.name,DRIVER:.spec.drivers[*].name,LIMIT:.spec.drivers[*].allocatable.count'",
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
