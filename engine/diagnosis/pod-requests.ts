import {
  at,
  listAt,
  nameOf,
  namespaceOf,
  parseQuantity,
  recordAt,
  textAt,
  type KubeObject,
} from '../kubernetes';

/** Amounts by resource: cores, bytes, pods or devices. */
export type Resources = ReadonlyMap<string, number>;

const sum = (parts: readonly Resources[]): Resources => {
  const total = new Map<string, number>();
  for (const part of parts) {
    for (const [name, amount] of part) total.set(name, (total.get(name) ?? 0) + amount);
  }
  return total;
};

const largest = (parts: readonly Resources[]): Resources => {
  const most = new Map<string, number>();
  for (const part of parts) {
    for (const [name, amount] of part) most.set(name, Math.max(most.get(name) ?? 0, amount));
  }
  return most;
};

const amountsAt = (value: unknown, ...path: string[]): Resources =>
  new Map(
    Object.entries(recordAt(value, ...path)).map(([name, amount]) => [
      name,
      parseQuantity(amount) ?? 0,
    ]),
  );

const requests = (containers: readonly unknown[]): Resources[] =>
  containers.map((container) => amountsAt(container, 'resources', 'requests'));

/** An init container that restarts always runs beside the others. */
const isSidecar = (container: unknown): boolean => textAt(container, 'restartPolicy') === 'Always';

/** What the scheduler counts for a pod: its containers together or its largest init container, and overhead. */
export const requestsOf = (pod: KubeObject): Resources => {
  const init = listAt(pod, 'spec', 'initContainers');
  const beside = requests(init.filter(isSidecar));
  const main = sum([...requests(listAt(pod, 'spec', 'containers')), ...beside]);
  const before = requests(init.filter((one) => !isSidecar(one)));
  return sum([largest([main, ...before]), amountsAt(pod, 'spec', 'overhead')]);
};

const isOver = (pod: KubeObject): boolean =>
  ['Succeeded', 'Failed'].includes(textAt(pod, 'status', 'phase') ?? '');

/** What pods hold on each node, by the node's name; finished pods hold nothing. */
export const usageByNode = (pods: readonly KubeObject[]): ReadonlyMap<string, Resources> => {
  const parts = new Map<string, Resources[]>();
  for (const pod of pods) {
    const node = textAt(pod, 'spec', 'nodeName');
    if (node === undefined || isOver(pod)) continue;
    parts.set(node, [...(parts.get(node) ?? []), requestsOf(pod), new Map([['pods', 1]])]);
  }
  return new Map([...parts].map(([node, amounts]) => [node, sum(amounts)]));
};

const projectContainers = (pod: KubeObject, list: string) =>
  listAt(pod, 'spec', list).map((container) => ({
    restartPolicy: at(container, 'restartPolicy'),
    resources: { requests: at(container, 'resources', 'requests') },
  }));

/** The part of a pod that `usageByNode` looks at, and its name: thousands are held at once. */
export const projectUsage = (pod: KubeObject): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: nameOf(pod), namespace: namespaceOf(pod) },
  spec: {
    nodeName: at(pod, 'spec', 'nodeName'),
    overhead: at(pod, 'spec', 'overhead'),
    containers: projectContainers(pod, 'containers'),
    initContainers: projectContainers(pod, 'initContainers'),
  },
  status: { phase: at(pod, 'status', 'phase') },
});
