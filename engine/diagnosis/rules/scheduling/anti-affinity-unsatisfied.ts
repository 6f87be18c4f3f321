import { nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { defineRule } from '../../rule';
import { countOf, decides, nodesText, PLACEMENT_USES, unscheduled } from '../../scheduling';

const RULES =
  /didn't (?:match|satisfy) (?:existing )?pods?'?s? (?:anti-affinity|affinity|topology spread)/i;
const TEMPLATE = ['spec', 'template', 'spec'] as const;

/** One such node on the target of a migration is normal: the node it comes from. */
export const antiAffinityUnsatisfied = defineRule({
  id: 'anti-affinity-unsatisfied',
  title: say('The rules about which pods may share a node leave none for the virtual machine'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: PLACEMENT_USES,
  run: (facts) => {
    const refused = unscheduled(facts);
    if (refused === undefined || countOf(refused.groups, RULES) === 0) return [];
    if (!decides(refused, 'open')) return [];
    const { vm } = facts;
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'On {{count}} node(s) the affinity, anti-affinity or spread rules of the virtual machine, or of pods that run there, forbid it. Node by node: {{nodes}}.',
          { count: countOf(refused.groups, RULES), nodes: nodesText(refused) },
        ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...proofIf(vm, ...TEMPLATE, 'affinity', 'podAntiAffinity'),
          ...proofIf(vm, ...TEMPLATE, 'affinity', 'podAffinity'),
          ...proofIf(vm, ...TEMPLATE, 'topologySpreadConstraints'),
        ],
        fixes: [
          {
            id: 'relax-affinity',
            description: say(
              'Make the rule preferred instead of required, or add nodes it allows.',
            ),
            command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'confirm',
          },
        ],
      },
    ];
  },
});
