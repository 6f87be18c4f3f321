import { formatBytes, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { defineRule } from '../../rule';
import { allocatableOf, countOf, nodeNames, requestOf, unscheduled } from '../../scheduling';

const SHORT = /^(?:Insufficient (?:cpu|memory)|Too many pods)/;

/** No node has enough CPU, memory or pod slots left. */
export const insufficientCpuMemory = defineRule({
  id: 'insufficient-cpu-memory',
  title: say('No node has enough free CPU or memory'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['nodes'],
  run: (facts) => {
    const refused = unscheduled(facts);
    if (refused === undefined || countOf(refused.groups, SHORT) === 0) return [];
    const { pod, condition, groups } = refused;
    const wanted = requestOf(pod, 'memory');
    const fitting = facts.nodes.filter((node) => allocatableOf(node, 'memory') >= wanted);
    const isTooBig = wanted > 0 && facts.nodes.length > 0 && fitting.length === 0;
    const params = {
      memory: formatBytes(wanted),
      cpu: requestOf(pod, 'cpu'),
      count: countOf(groups, SHORT),
      nodes: nodeNames(fitting),
    };
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: isTooBig
          ? say(
              'The launcher pod asks for {{memory}} of memory, more than any node can give at all.',
              params,
            )
          : say(
              'The launcher pod asks for {{memory}} of memory and {{cpu}} CPU. The scheduler counts {{count}} node(s) without room for it.',
              params,
            ),
        evidence: [
          conditionProof(pod, condition),
          ...proofIf(pod, 'spec', 'containers', 0, 'resources', 'requests'),
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
