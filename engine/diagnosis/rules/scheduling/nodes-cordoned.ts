import { nameOf, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { shellWord } from '../../fixes';
import { defineRule } from '../../rule';
import {
  countOf,
  decides,
  nearestWith,
  nodeNames,
  nodesText,
  PLACEMENT_USES,
  unscheduled,
} from '../../scheduling';

const CORDONED = /node\(s\) were unschedulable|taint \{node\.kubernetes\.io\/unschedulable/;

/** What the machine config operator writes on a node while it updates it. */
const UPDATE_STATE = 'machineconfiguration.openshift.io/state';

/** Nodes that fit in every other way and accept no new pods; others that are cordoned do not count. */
export const nodesCordoned = defineRule({
  id: 'nodes-cordoned',
  title: say('The nodes that would fit are cordoned'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: PLACEMENT_USES,
  run: (facts) => {
    const refused = unscheduled(facts);
    if (refused === undefined || !decides(refused, 'cordoned')) return [];
    const count = countOf(refused.groups, CORDONED);
    const cordoned = nearestWith(refused, 'cordoned');
    if (count === 0 && cordoned.length === 0) return [];
    const [first] = cordoned;
    const names = nodeNames(cordoned);
    return [
      {
        severity: 'critical',
        confidence: first === undefined ? 'likely' : 'certain',
        blocking: true,
        explanation:
          first === undefined
            ? say(
                '{{count}} node(s) accept no new pods, since they are cordoned. Which they are cannot be told without reading the nodes.',
                { count },
              )
            : say(
                '{{names}} would fit but accept no new pods: they are cordoned, to be drained or updated. Node by node: {{nodes}}.',
                { names, nodes: nodesText(refused) },
              ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...cordoned.slice(0, 3).map((node) => proof(node, 'spec', 'unschedulable')),
          ...cordoned
            .filter((node) => textAt(node, 'metadata', 'annotations', UPDATE_STATE) === 'Working')
            .slice(0, 1)
            .map((node) => proof(node, 'metadata', 'annotations', UPDATE_STATE)),
        ],
        fixes: [
          {
            id: 'uncordon',
            description: say('Wait for the update to end, or let the node take pods again.'),
            command: `oc adm uncordon ${first === undefined ? 'NODE' : shellWord(nameOf(first))}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
