import { annotationsOf, labelsOf, textsAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proofIf } from '../../evidence';
import { defineRule } from '../../rule';
import { countOf, nodeNames, unscheduled } from '../../scheduling';

const LABEL = 'kubevirt.io/schedulable';
const MISMATCH = /didn't match Pod's node affinity\/selector/;

/** The nodes that meet the rest of the pod's selector. */
const otherwiseFitting = (pod: KubeObject, nodes: readonly KubeObject[]): KubeObject[] => {
  const wanted = Object.entries(textsAt(pod, 'spec', 'nodeSelector')).filter(
    ([key]) => key !== LABEL,
  );
  return nodes.filter((node) => wanted.every(([key, value]) => labelsOf(node)[key] === value));
};

/** virt-handler marks a node as schedulable; virt-controller takes that back when it goes silent. */
export const noSchedulableVirtNodes = defineRule({
  id: 'no-schedulable-virt-nodes',
  title: say('KubeVirt takes no node that would fit for schedulable'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods', 'nodes'],
  explains: ['node-selector-mismatch'],
  run: ({ nodes, ...facts }) => {
    const refused = unscheduled(facts);
    if (refused === undefined || countOf(refused.groups, MISMATCH) === 0) return [];
    if (textsAt(refused.pod, 'spec', 'nodeSelector')[LABEL] !== 'true') return [];
    const fitting = otherwiseFitting(refused.pod, nodes);
    if (fitting.length === 0 || fitting.some((node) => labelsOf(node)[LABEL] === 'true')) return [];
    const marked = fitting.filter((node) => labelsOf(node)[LABEL] !== undefined);
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'Nodes that would fit ({{nodes}}) are not labelled as schedulable for virtual machines: virt-handler does not run there, or is silent.',
          { nodes: nodeNames(fitting) },
        ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...marked
            .slice(0, 3)
            .flatMap((node) => [
              ...proofIf(node, 'metadata', 'labels', LABEL),
              ...(annotationsOf(node)['kubevirt.io/heartbeat'] === undefined
                ? []
                : proofIf(node, 'metadata', 'annotations', 'kubevirt.io/heartbeat')),
            ]),
        ],
        fixes: [
          {
            id: 'repair-virt-handlers',
            description: say('Repair the virt-handler pods; the label comes back by itself.'),
            command: 'oc get pods -n openshift-cnv -l kubevirt.io=virt-handler -o wide',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
