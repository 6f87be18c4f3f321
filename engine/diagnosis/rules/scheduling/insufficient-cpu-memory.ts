import { formatBytes, nameOf } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { conditionProof, proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { defineRule } from '../../rule';
import {
  decisiveResource,
  nearestWith,
  nodesText,
  PLACEMENT_USES,
  requestOf,
  unscheduled,
  type Unscheduled,
} from '../../scheduling';

const BASIC = /^(?:cpu|memory|pods|ephemeral-storage)$/;

/** A node that is not ready may be a new one, which who may not read nodes cannot see. */
const COMING = /\/(?:not-ready|uninitialized)/;

const why = (refused: Unscheduled): Message => {
  const { pod, placement } = refused;
  const params = {
    memory: formatBytes(requestOf(pod, 'memory')),
    cpu: requestOf(pod, 'cpu'),
    nodes: nodesText(refused),
  };
  if (placement?.blames.has('size') === true) {
    return say(
      'The launcher pod asks for {{memory}} of memory and {{cpu}} CPU, more than any node that may take it can give at all. Node by node: {{nodes}}.',
      params,
    );
  }
  return placement?.blames.has('full') === true
    ? say(
        'The launcher pod asks for {{memory}} of memory and {{cpu}} CPU, and other pods have taken what the nodes that may take it can give. Node by node, free < asked for: {{nodes}}.',
        params,
      )
    : say(
        'The launcher pod asks for {{memory}} of memory and {{cpu}} CPU, and no node that may take it has room. The scheduler counts: {{nodes}}.',
        params,
      );
};

/** No node has enough CPU, memory or pod slots left. */
export const insufficientCpuMemory = defineRule({
  id: 'insufficient-cpu-memory',
  title: say('No node has enough free CPU or memory'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: PLACEMENT_USES,
  run: (facts) => {
    const refused = unscheduled(facts);
    if (refused === undefined) return [];
    const resource = decisiveResource(refused, BASIC);
    if (resource === undefined) return [];
    const { pod, condition } = refused;
    const mayJoin = refused.placement === undefined && COMING.test(condition.message);
    const short = [...nearestWith(refused, 'size'), ...nearestWith(refused, 'full')];
    return [
      {
        severity: 'critical',
        confidence: mayJoin ? 'likely' : 'certain',
        blocking: true,
        explanation: why(refused),
        evidence: [
          conditionProof(pod, condition),
          ...proofIf(pod, 'spec', 'containers', 0, 'resources', 'requests'),
          ...short.slice(0, 3).map((node) => proof(node, 'status', 'allocatable', resource)),
        ],
        fixes: [
          {
            id: 'make-room',
            description: say(
              'Choose a smaller size, stop other workloads, or add nodes. This shows what is used.',
            ),
            command: 'oc adm top nodes',
            risk: 'manual',
          },
          {
            id: 'shrink-vm',
            description: say('Give the virtual machine less memory or fewer CPUs.'),
            command: `oc edit vm ${shellWord(nameOf(facts.vm))} ${inNamespace(facts.vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
