import { MINUTE, nameOf, textAt, type KubeObject } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { cut, present } from '../../../redaction';
import { containersOf, saidByContainers } from '../../containers';
import { proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { activePodOf, ageOf, isMigrationTarget, isRunning, phaseOf } from '../../intent';
import { defineRule, type Finding } from '../../rule';

/** Reasons with which a kubelet turns away a pod that the scheduler sent; newer ones also say so. */
const REASONS =
  /^(?:TopologyAffinityError|UnexpectedAdmissionError|SMTAlignmentError|NodeAffinity|PodOSNotSupported|OutOf\w+)$/;
const SAYS_SO = /^Pod was rejected: /;

/** A node short of a resource refuses pods as it evicts them: a cause of its own. */
const isRejected = (pod: KubeObject): boolean =>
  phaseOf(pod) === 'Failed' &&
  !isMigrationTarget(pod) &&
  textAt(pod, 'status', 'reason') !== 'Evicted' &&
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

/** The container runtime did not make or start a container; the kubelet tries again by itself. */
const NOT_MADE = /^(?:CreateContainerError|RunContainerError)$/;
/** A node that is busy for a moment gets it done in this time. */
const PATIENCE = 3 * MINUTE;

const notMade = (vm: KubeObject, pod: KubeObject | undefined, now: number): Finding[] => {
  if (pod === undefined || phaseOf(pod) !== 'Pending' || ageOf(pod, now) < PATIENCE) return [];
  const container = containersOf(pod).find(({ entry }) =>
    NOT_MADE.test(textAt(entry, 'state', 'waiting', 'reason') ?? ''),
  );
  const [said] = container === undefined ? [] : saidByContainers([container]);
  if (container === undefined || said === undefined) return [];
  const reason = said.text === '' ? said.reason : said.text;
  return [
    {
      severity: 'critical',
      confidence: 'certain',
      blocking: true,
      explanation: say(
        'Node {{node}} cannot make container {{container}} of the launcher pod: {{reason}}',
        {
          node: textAt(pod, 'spec', 'nodeName') ?? '',
          container: container.name,
          reason: cut(present(reason), 300),
        },
      ),
      evidence: [said.evidence],
      fixes: [
        {
          id: 'look-at-runtime',
          description: say(
            'Look at the load, the storage and the container runtime of the node, or keep the virtual machine from it.',
          ),
          command: `oc describe pod ${shellWord(nameOf(pod))} ${inNamespace(vm)}`,
          risk: 'manual',
        },
      ],
    },
  ];
};

/** The scheduler counts what nodes offer; only the kubelet knows whether it fits together. */
export const podRejectedByNode = defineRule({
  id: 'pod-rejected-by-node',
  title: say('The node does not run the launcher pod'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods', 'failedPods'],
  explains: ['vmi-crashed-unknown', 'start-failure-crashloop'],
  run: ({ vm, vmi, pods, failedPods }, { now }) => {
    if (isRunning(vmi)) return [];
    const active = activePodOf(vmi, pods);
    const pod = [...(active ? [active] : []), ...failedPods].find(isRejected);
    if (pod === undefined) return notMade(vm, active, now);
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
