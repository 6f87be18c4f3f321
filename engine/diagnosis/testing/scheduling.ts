import type { Facts } from '../facts';
import { clusterScoped, condition, pod, vm, vmi } from './factories';

const MASTER = '3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }';

export const NO_MATCH = "3 node(s) didn't match Pod's node affinity/selector";

/** A launcher pod that the scheduler refuses for these reasons. */
export const refusedPod = (
  reasons: string,
  nodeSelector: Readonly<Record<string, string>> = {},
): Pick<Facts, 'vm' | 'vmi' | 'pods'> => ({
  vm: vm(),
  vmi: vmi('Scheduling'),
  pods: [
    pod({
      spec: { nodeSelector },
      status: {
        conditions: [
          condition(
            'PodScheduled',
            'False',
            'Unschedulable',
            `0/6 nodes are available: ${reasons}, ${MASTER}. preemption: 0/6 nodes are available: 6 Preemption is not helpful for scheduling.`,
          ),
        ],
      },
    }),
  ],
});

/** A worker with these labels and this much to give. */
export const worker = (
  name: string,
  labels: Readonly<Record<string, string>> = {},
  allocatable: Readonly<Record<string, string>> = {},
) => clusterScoped('v1', 'Node', name, { metadata: { labels }, status: { allocatable } });
