import { pointer, refOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { patchCommand, restartCommand, shellWord } from '../../fixes';
import { defineRule } from '../../rule';
import { countOf, isInjected, unmetLabels, unscheduled } from '../../scheduling';

/** Labels that nodes for VMs have anyhow: they tell nothing while the nodes cannot be read. */
const EVERYWHERE = new Set(['kubevirt.io/schedulable', 'kubernetes.io/arch']);

const MISMATCH = /didn't match Pod's node affinity\/selector/;

/** A node selector of the user that fits no node; KubeVirt's own labels are other causes. */
export const nodeSelectorMismatch = defineRule({
  id: 'node-selector-mismatch',
  title: say('No node matches the node selector of the virtual machine'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['nodes'],
  run: ({ nodes, ...facts }) => {
    const refused = unscheduled(facts);
    if (refused === undefined || countOf(refused.groups, MISMATCH) === 0) return [];
    const areNodesRead = nodes.length > 0;
    const unmet = unmetLabels(refused.pod, nodes);
    if (unmet.some(({ key }) => isInjected(key) && (areNodesRead || !EVERYWHERE.has(key))))
      return [];
    const { vm } = facts;
    const own = ['spec', 'template', 'spec', 'nodeSelector'] as const;
    const [first] = areNodesRead ? unmet : [];
    const base = {
      severity: 'critical' as const,
      blocking: true,
    };
    if (first === undefined) {
      return [
        {
          ...base,
          confidence: 'likely',
          explanation: !areNodesRead
            ? say(
                'No node matches the node selector or affinity of the launcher pod. Which label it is cannot be told without reading the nodes.',
              )
            : say(
                'Each label of the node selector or affinity exists, but no node that may take the pod has all of them.',
              ),
          evidence: [conditionProof(refused.pod, refused.condition)],
          fixes: [
            {
              id: 'compare-labels',
              description: say('Compare the selector and affinity with the labels of the nodes.'),
              command: 'oc get nodes --show-labels',
              risk: 'manual',
            },
          ],
        },
      ];
    }
    return [
      {
        ...base,
        confidence: 'certain',
        explanation: say(
          'The virtual machine may only run on nodes with the label {{key}}={{value}}, and no node has it.',
          first,
        ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          proof(refused.pod, 'spec', 'nodeSelector', first.key),
        ],
        fixes: [
          {
            id: 'remove-node-selector',
            description: say('Remove the label {{key}} from the node selector.', first),
            command: `${patchCommand(vm, 'json', [{ op: 'remove', path: pointer(...own, first.key) }])} && ${restartCommand(vm)}`,
            effect: say('It is started again and may run on other nodes.'),
            risk: 'confirm',
            action: {
              verb: 'patch',
              target: refOf(vm),
              patchType: 'json',
              patch: [{ op: 'remove', path: pointer(...own, first.key) }],
              undo: [{ op: 'add', path: pointer(...own, first.key), value: first.value }],
              then: 'restart',
            },
          },
          {
            id: 'label-node',
            description: say('Or give the label to a node that should run it.'),
            command: `oc label node NODE ${shellWord(`${first.key}=${first.value}`)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
