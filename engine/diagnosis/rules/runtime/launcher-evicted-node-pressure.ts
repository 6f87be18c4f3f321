import { textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { activePodOf, isMigrationTarget, isRunning } from '../../intent';
import { defineRule } from '../../rule';

/** The kubelet refuses new pods with the same reason with which it evicts running ones. */
const isRefused = (pod: KubeObject): boolean =>
  (textAt(pod, 'status', 'message') ?? '').startsWith('Pod was rejected: ');

export const launcherEvictedNodePressure = defineRule({
  id: 'launcher-evicted-node-pressure',
  title: say('The node evicted the virtual machine because it ran short of a resource'),
  stage: 'runtime',
  needs: ['vm', 'vmi', 'pods', 'failedPods'],
  explains: ['vmi-crashed-unknown', 'start-failure-crashloop'],
  run: ({ vmi, pods, failedPods }) => {
    if (isRunning(vmi)) return [];
    const active = activePodOf(vmi, pods);
    const evicted = [...(active ? [active] : []), ...failedPods].find(
      (pod) => textAt(pod, 'status', 'reason') === 'Evicted' && !isMigrationTarget(pod),
    );
    if (evicted === undefined) return [];
    const node = textAt(evicted, 'spec', 'nodeName') ?? '';
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: isRefused(evicted)
          ? say('Node {{node}} is low on a resource and did not take the launcher pod.', { node })
          : say('Node {{node}} was low on a resource and evicted the launcher pod.', { node }),
        evidence: [proof(evicted, 'status', 'reason'), ...proofIf(evicted, 'status', 'message')],
        fixes: [
          {
            id: 'free-node',
            description: say(
              'Free disk or memory on the node, and keep data of the guest on volumes instead of container disks.',
            ),
            command: `oc describe node ${node === '' ? 'NODE' : node}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
