import type { Facts } from '../facts';
import type { Rule } from '../rule';
import { clusterScoped, condition, pod, run, vm, vmi } from './factories';

const REQUESTS = { cpu: '2', memory: '8Gi' };
const MASTER = '3 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }';

export const NO_MATCH = "3 node(s) didn't match Pod's node affinity/selector";

/** What the scheduler says of six nodes; three are masters. */
export const schedulerMessage = (reasons: string): string =>
  `0/6 nodes are available: ${reasons}, ${MASTER}. preemption: 0/6 nodes are available: 6 Preemption is not helpful for scheduling.`;

/** A launcher pod that waits for a node, with what its condition says of why. */
export const waitingPod = (
  reason: string,
  message: string,
  more: object = {},
): Pick<Facts, 'vmi' | 'pods'> => {
  const conditions = [condition('PodScheduled', 'False', reason, message)];
  return {
    vmi: vmi('Scheduling'),
    pods: [pod({ ...more, status: { phase: 'Pending', conditions } })],
  };
};

/** A launcher pod that the scheduler refuses for these reasons. */
export const refusedPod = (
  reasons: string,
  nodeSelector: Readonly<Record<string, string>> = {},
): Pick<Facts, 'vm' | 'vmi' | 'pods'> => ({
  vm: vm(),
  ...waitingPod('Unschedulable', schedulerMessage(reasons), {
    spec: { containers: [{ resources: { requests: REQUESTS } }], nodeSelector },
  }),
});

/** A worker with these labels and this much to give. */
export const worker = (
  name: string,
  labels: Readonly<Record<string, string>> = {},
  allocatable: Readonly<Record<string, string>> = {},
  spec: object = {},
) => clusterScoped('v1', 'Node', name, { metadata: { labels }, spec, status: { allocatable } });

type Given = Parameters<typeof run>[1];

/** A rule tells of a refusal, each time in these words. */
export const itTellsOfRefusals = (rule: Rule, cases: readonly [string, Given, RegExp][]): void => {
  it.each(cases)('%s', (_, given, text) => {
    const [finding] = run(rule, given);
    expect(finding).toMatchObject({ severity: 'critical', blocking: true });
    expect(finding?.explanation.id).toMatch(text);
    expect(finding?.evidence.length).toBeGreaterThan(0);
  });
};
