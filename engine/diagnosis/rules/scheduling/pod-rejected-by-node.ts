import { nameOf, textAt, type KubeObject } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { activePodOf, isMigrationTarget, isRunning, phaseOf } from '../../intent';
import { defineRule } from '../../rule';

/** Reasons with which a kubelet turns away a pod that the scheduler sent; newer ones also say so. */
const REASONS =
  /^(?:TopologyAffinityError|UnexpectedAdmissionError|SMTAlignmentError|NodeAffinity|PodOSNotSupported|OutOf\w+)$/;
const SAYS_SO = /^Pod was rejected: /;

const isRejected = (pod: KubeObject): boolean =>
  phaseOf(pod) === 'Failed' &&
  !isMigrationTarget(pod) &&
  (REASONS.test(textAt(pod, 'status', 'reason') ?? '') ||
    (textAt(pod, 'status', 'message') ?? '').startsWith('Pod was rejected: '));

const explain = (reason: string, message: string, node: string): Message => {
  const params = { node, reason: message.replace(SAYS_SO, '') };
  if (reason === 'TopologyAffinityError') {
    return say(
      'Node {{node}} turned the launcher pod away: none of its NUMA nodes has all the CPUs, memory and devices that it asks for.',
      params,
    );
  }
  return message.includes('unhealthy devices')
    ? say(
        'Node {{node}} turned the launcher pod away, for a device that it asks for is not healthy there: {{reason}}',
        params,
      )
    : say('Node {{node}} turned the launcher pod away: {{reason}}', params);
};

/** The scheduler counts what nodes offer; only the kubelet knows whether it fits together. */
export const podRejectedByNode = defineRule({
  id: 'pod-rejected-by-node',
  title: say('The node turns the launcher pod away'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods', 'failedPods'],
  explains: ['vmi-crashed-unknown', 'start-failure-crashloop'],
  run: ({ vm, vmi, pods, failedPods }) => {
    if (isRunning(vmi)) return [];
    const active = activePodOf(vmi, pods);
    const pod = [...(active ? [active] : []), ...failedPods].find(isRejected);
    if (pod === undefined) return [];
    const node = textAt(pod, 'spec', 'nodeName') ?? '';
    const [reason, message] = [
      textAt(pod, 'status', 'reason') ?? '',
      textAt(pod, 'status', 'message') ?? '',
    ];
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: explain(reason, message === '' ? reason : message, node),
        evidence: [
          proof(pod, 'status', 'phase'),
          ...proofIf(pod, 'status', 'reason'),
          ...proofIf(pod, 'status', 'message'),
        ],
        fixes: [
          {
            id: 'ask-for-what-fits',
            description: say(
              'Ask for less at once (CPUs, memory and devices of one NUMA node), repair the device, or keep the virtual machine from this node.',
            ),
            command: `oc describe pod ${shellWord(nameOf(pod))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
