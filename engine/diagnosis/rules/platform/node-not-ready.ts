import { conditionOf, isDeleting, nameOf, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { activePodOf } from '../../intent';
import { defineRule } from '../../rule';

/**
 * The VM may still say Running. KubeVirt does not start it elsewhere while the pod object exists,
 * since the old guest might still write to its disks.
 */
export const nodeNotReady = defineRule({
  id: 'node-not-ready',
  title: say('The node that carries the virtual machine does not answer'),
  stage: 'platform',
  needs: ['vm', 'vmi', 'pods', 'nodes'],
  explains: ['vmi-crashed-unknown', 'multi-attach', 'virt-handler-down', 'vm-terminating-stuck'],
  run: ({ vmi, pods, nodes }) => {
    const name = textAt(vmi, 'status', 'nodeName') ?? '';
    const node = nodes.find((one) => nameOf(one) === name);
    const ready = conditionOf(node, 'Ready');
    if (node === undefined || ready === undefined || ready.status === 'True') return [];
    const pod = activePodOf(vmi, pods);
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'Node {{name}} is not ready ({{status}}). The virtual machine may be down, and KubeVirt will not start it elsewhere while its pod exists.',
          { name, status: ready.status },
        ),
        evidence: [
          conditionProof(node, ready),
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
