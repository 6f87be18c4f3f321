import type { KubeObject } from '../../kubernetes';
import { condition, event, pod, vm, vmi } from './factories';

const launcher = pod({
  status: { phase: 'Pending', conditions: [condition('PodScheduled', 'True')] },
});

/** A launcher pod on its node, whose sandbox fails with these words; or another pod's. */
export const sandboxTold = (message: string, about: KubeObject = launcher) => ({
  vm: vm(),
  vmi: vmi('Scheduling'),
  pods: [launcher],
  events: [event(about, 'FailedCreatePodSandBox', message)],
});

/** What the kubelet says when multus, called for the sandbox, ends with this. */
export const sandbox = (clause: string): string =>
  `Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "0af": plugin type="multus" name="multus-cni-network" failed (add): ${clause}`;
