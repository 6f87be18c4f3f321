import { annotationsOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proofIf } from '../../evidence';
import { defineRule } from '../../rule';
import {
  decides,
  nearestWith,
  nodeNames,
  nodesText,
  PLACEMENT_USES,
  unscheduled,
} from '../../scheduling';
import { SCHEDULABLE } from '../../shortfalls';

const HEARTBEAT = 'kubevirt.io/heartbeat';

/** virt-handler marks a node as schedulable; virt-controller takes that back when it goes silent. */
export const noSchedulableVirtNodes = defineRule({
  id: 'no-schedulable-virt-nodes',
  title: say('KubeVirt takes no node that would fit for schedulable'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods', 'nodes'],
  uses: PLACEMENT_USES,
  explains: ['node-selector-mismatch'],
  run: (facts) => {
    const refused = unscheduled(facts);
    if (refused?.placement === undefined || !decides(refused, 'virt')) return [];
    const fitting = nearestWith(refused, 'virt');
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'Nodes that would fit ({{names}}) are not labelled as schedulable for virtual machines: virt-handler does not run there, or is silent. Node by node: {{nodes}}.',
          { names: nodeNames(fitting), nodes: nodesText(refused) },
        ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...proofIf(refused.pod, 'spec', 'nodeSelector', SCHEDULABLE),
          ...fitting
            .slice(0, 3)
            .flatMap((node) => [
              ...proofIf(node, 'metadata', 'labels', SCHEDULABLE),
              ...(annotationsOf(node)[HEARTBEAT] === undefined
                ? []
                : proofIf(node, 'metadata', 'annotations', HEARTBEAT)),
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
