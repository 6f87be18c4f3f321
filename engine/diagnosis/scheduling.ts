import {
  at,
  conditionOf,
  labelsOf,
  listAt,
  nameOf,
  parseQuantity,
  textsAt,
  type Condition,
  type KubeObject,
} from '../kubernetes';
import type { Facts } from './facts';
import { activePodOf, isStarting } from './intent';

/** One reason of the scheduler and how many nodes it counts for. */
export type NodeGroup = { readonly count: number; readonly reason: string };

/** A launcher pod that no node takes. */
export type Unscheduled = {
  readonly pod: KubeObject;
  readonly condition: Condition;
  readonly groups: readonly NodeGroup[];
};

/**
 * The groups of `0/6 nodes are available: 3 Insufficient memory, 3 node(s) had untolerated taint
 * {a: b}. preemption: …`. What follows the first sentence repeats it for preemption.
 */
export const parseSchedulerMessage = (message: string): NodeGroup[] => {
  const [, list = ''] = /nodes are available: ?([^]*)$/.exec(message) ?? [];
  const first = list.split(/\.(?: |$)/)[0] ?? '';
  return first.split(/, (?=\d)/).flatMap((part) => {
    const match = /^(\d+) (\S[^]*)$/.exec(part.trim());
    return match?.[2] === undefined ? [] : [{ count: Number(match[1]), reason: match[2] }];
  });
};

/** Nodes with these taints are never meant for VMs; they explain nothing while others remain. */
const CONTROL_PLANE = /node-role\.kubernetes\.io\/(?:master|control-plane)/;

/** The reasons that count: control-plane taints only when there is no other. */
const telling = (groups: readonly NodeGroup[]): readonly NodeGroup[] => {
  const others = groups.filter(({ reason }) => !CONTROL_PLANE.test(reason));
  return others.length > 0 ? others : groups;
};

/**
 * The current launcher pod when the scheduler refuses it. The VMI's own `PodScheduled` condition
 * is not looked at: KubeVirt also writes it for a missing claim, when there is no pod.
 */
export const unscheduled = (facts: Pick<Facts, 'vm' | 'vmi' | 'pods'>): Unscheduled | undefined => {
  const pod = activePodOf(facts.vmi, facts.pods);
  if (pod === undefined || !isStarting(facts.vm, facts.vmi)) return undefined;
  const condition = conditionOf(pod, 'PodScheduled');
  if (condition?.status !== 'False') return undefined;
  return { pod, condition, groups: telling(parseSchedulerMessage(condition.message)) };
};

/** How many nodes a pattern's groups count. */
export const countOf = (groups: readonly NodeGroup[], pattern: RegExp): number =>
  groups.filter(({ reason }) => pattern.test(reason)).reduce((sum, { count }) => sum + count, 0);

/** What the pod's containers ask for together of one resource. */
export const requestOf = (pod: KubeObject, resource: string): number =>
  listAt(pod, 'spec', 'containers').reduce<number>(
    (sum, container) =>
      sum + (parseQuantity(at(container, 'resources', 'requests', resource)) ?? 0),
    0,
  );

export const allocatableOf = (node: KubeObject, resource: string): number =>
  parseQuantity(at(node, 'status', 'allocatable', resource)) ?? 0;

export const capacityOf = (node: KubeObject, resource: string): number =>
  parseQuantity(at(node, 'status', 'capacity', resource)) ?? 0;

/** Labels the pod's node selector asks for that no node has with that value. */
export const unmetLabels = (
  pod: KubeObject,
  nodes: readonly KubeObject[],
): { key: string; value: string }[] =>
  Object.entries(textsAt(pod, 'spec', 'nodeSelector'))
    .filter(([key, value]) => !nodes.some((node) => labelsOf(node)[key] === value))
    .map(([key, value]) => ({ key, value }));

/** Labels that KubeVirt adds to the selector itself, by what they stand for. */
const INJECTED =
  /^(?:cpu-model|cpu-feature|cpu-vendor|hyperv|machine-type|host-model-cpu|host-model-required-features|scheduling)\.node\.kubevirt\.io\/|^kubevirt\.io\/|^cpumanager$|^kubernetes\.io\/arch$/;

export const isInjected = (key: string): boolean => INJECTED.test(key);

export const nodeNames = (nodes: readonly KubeObject[]): string =>
  nodes.map(nameOf).slice(0, 5).join(', ') + (nodes.length > 5 ? ', …' : '');

/** A label of KubeVirt's own in the selector of a refused pod that no node meets. */
export type InjectedMismatch = { readonly refused: Unscheduled; readonly key: string };

const MISMATCH = /didn't match Pod's node affinity\/selector/;

/**
 * The first label with one of these prefixes that the pod selects and no node has. Without a read
 * of the nodes there is none: any of its labels might be the one.
 */
export const injectedMismatch = (
  facts: Pick<Facts, 'vm' | 'vmi' | 'pods' | 'nodes'>,
  prefixes: RegExp,
): InjectedMismatch | undefined => {
  const refused = unscheduled(facts);
  if (refused === undefined || facts.nodes.length === 0) return undefined;
  if (countOf(refused.groups, MISMATCH) === 0) return undefined;
  const unmet = unmetLabels(refused.pod, facts.nodes).find(({ key }) => prefixes.test(key));
  return unmet === undefined ? undefined : { refused, key: unmet.key };
};
