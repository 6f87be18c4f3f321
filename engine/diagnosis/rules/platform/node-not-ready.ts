import { conditionOf, isDeleting, nameOf, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { activePodOf, phaseOf } from '../../intent';
import { defineRule } from '../../rule';
import { saidByEvents } from '../../statements';
import type { Evidence } from '../../types';

/** What virt-controller writes when the node of an instance was silent too long; a Normal event. */
const GIVEN_UP = 'NodeUnresponsive';

const givenUp = (vmi: KubeObject, events: readonly KubeObject[]): Evidence[] => {
  if (phaseOf(vmi) !== 'Failed') return [];
  const isSaid = textAt(vmi, 'status', 'reason') === GIVEN_UP;
  const said = saidByEvents(events).find(({ reason }) => reason === GIVEN_UP);
  return [
    ...(isSaid ? [proof(vmi, 'status', 'reason')] : []),
    ...(said === undefined ? [] : [said.evidence]),
  ];
};

/**
 * The VM may still say Running. KubeVirt does not start it elsewhere while the pod object exists,
 * since the old guest might still write to its disks.
 */
export const nodeNotReady = defineRule({
  id: 'node-not-ready',
  title: say('The node that carries the virtual machine does not answer'),
  stage: 'platform',
  needs: ['vm', 'vmi'],
  uses: ['pods', 'nodes', 'events'],
  explains: ['vmi-crashed-unknown', 'multi-attach', 'virt-handler-down', 'vm-terminating-stuck'],
  run: ({ vmi, pods, nodes, events }) => {
    const name = textAt(vmi, 'status', 'nodeName') ?? '';
    const node = nodes.find((one) => nameOf(one) === name);
    const ready = conditionOf(node, 'Ready');
    const isDown = ready !== undefined && ready.status !== 'True';
    const given = vmi === undefined ? [] : givenUp(vmi, events);
    if (!isDown && given.length === 0) return [];
    const pod = activePodOf(vmi, pods);
    return [
      {
        severity: 'critical',
        confidence: isDown ? 'certain' : 'likely',
        blocking: true,
        explanation: isDown
          ? say(
              'Node {{name}} is not ready ({{status}}). The virtual machine may be down, and KubeVirt will not start it elsewhere while its pod exists.',
              { name, status: ready.status },
            )
          : say(
              'The agent of KubeVirt on node {{name}} did not answer, and KubeVirt gave the instance up.',
              { name },
            ),
        evidence: [
          ...(node !== undefined && isDown ? [conditionProof(node, ready)] : []),
          ...given,
          ...(pod !== undefined && isDeleting(pod)
            ? [proof(pod, 'metadata', 'deletionTimestamp')]
            : []),
        ],
        fixes: [
          {
            id: 'verify-node-power',
            description: say(
              'Make sure that the node is really off. Only then mark it as out of service, so that its pods and volumes are released.',
            ),
            command: `oc adm taint node ${name} node.kubernetes.io/out-of-service=nodeshutdown:NoExecute`,
            effect: say(
              'The virtual machine starts on another node. If the old node still runs, data may be damaged.',
            ),
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
