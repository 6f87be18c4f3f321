import { nameOf, type KubeObject } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { conditionProof, proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { defineRule } from '../../rule';
import {
  allocatableOf,
  decisiveResource,
  nodeNames,
  nodesText,
  PLACEMENT_USES,
  unscheduled,
} from '../../scheduling';

const HUGEPAGES = /^hugepages-\w+$/;

const why = (
  resource: string,
  offering: readonly KubeObject[],
  areNodesRead: boolean,
  nodes: string,
): Message => {
  const params = { resource, names: nodeNames(offering), nodes };
  if (!areNodesRead) return say('No node has enough free {{resource}}.', params);
  return offering.length === 0
    ? say(
        'No node that may take it has set aside any {{resource}}. Node by node: {{nodes}}.',
        params,
      )
    : say(
        'Nodes {{names}} have {{resource}}, but none has enough left. Node by node: {{nodes}}.',
        params,
      );
};

/** Hugepages are set aside on a node beforehand, by size. */
export const insufficientHugepages = defineRule({
  id: 'insufficient-hugepages',
  title: say('No node has enough hugepages of the size that the virtual machine asks for'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: PLACEMENT_USES,
  run: (facts) => {
    const { nodes } = facts;
    const refused = unscheduled(facts);
    const resource = refused && decisiveResource(refused, HUGEPAGES);
    if (refused === undefined || resource === undefined) return [];
    const offering = nodes.filter((node) => allocatableOf(node, resource) > 0);
    const { vm } = facts;
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: why(resource, offering, nodes.length > 0, nodesText(refused)),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...proofIf(vm, 'spec', 'template', 'spec', 'domain', 'memory', 'hugepages'),
          ...offering.slice(0, 3).map((node) => proof(node, 'status', 'allocatable', resource)),
        ],
        fixes: [
          {
            id: 'change-page-size',
            description: say(
              'Set hugepages aside on the nodes (kernel arguments or a performance profile), or change the page size of the virtual machine.',
            ),
            command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
