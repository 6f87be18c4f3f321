import {
  at,
  conditionOf,
  listAt,
  nameOf,
  parseQuantity,
  textsAt,
  type Condition,
  type KubeObject,
} from '../kubernetes';
import type { Facts, Lookup } from './facts';
import { activePodOf, isStarting } from './intent';
import { nodeByNode, placementOf, type Blame, type Placement } from './placement';
import { requestsOf } from './pod-requests';
import { POD_TERMS } from './node-affinity';
import { SCHEDULABLE, STATIC, type ShortfallKind, type StaticKind } from './shortfalls';
import type { Confidence } from './types';

/** One reason of the scheduler and how many nodes it counts for. */
export type NodeGroup = { readonly count: number; readonly reason: string };

/** A launcher pod that no node takes. */
export type Unscheduled = {
  readonly pod: KubeObject;
  readonly condition: Condition;
  readonly groups: readonly NodeGroup[];
  /** The same decision node by node; missing where the nodes could not be read or tell otherwise. */
  readonly placement?: Placement;
};

/** What the decision is taken again from, where it could be read. */
export const PLACEMENT_USES = ['nodes', 'persistentVolumes', 'nodePods'] as const;
export type PlacementFacts = Partial<Pick<Facts, (typeof PLACEMENT_USES)[number]>>;

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

/** Nodes that a role sets apart (control plane, infra) explain nothing while others remain. */
const telling = (groups: readonly NodeGroup[]): readonly NodeGroup[] => {
  const others = groups.filter(({ reason }) => !reason.includes('node-role.kubernetes.io/'));
  return others.length > 0 ? others : groups;
};

const MISMATCH = /didn't match Pod's node affinity|didn't match node selector/;

/** The scheduler's filters in their order: a node is counted for the first that it does not pass. */
const FILTERS: readonly (readonly [RegExp, number])[] = [
  [/node\(s\) were unschedulable/, 0],
  [/had (?:untolerated )?taint \{/, 1],
  [MISMATCH, 2],
  [/^Insufficient |^Too many pods/, 3],
  [/volume node affinity conflict/, 4],
];
const LATER = 5;

const filterOf = ({ reason }: NodeGroup): number =>
  FILTERS.find(([pattern]) => pattern.test(reason))?.[1] ?? LATER;

/** Nodes that take no new pods, whatever else they have. */
export const isClosed = (group: NodeGroup): boolean => filterOf(group) < 2;

const LACK_FILTERS: Readonly<Record<StaticKind, number>> = {
  own: 2,
  capability: 2,
  virt: 2,
  device: 3,
  kvm: 3,
  size: 3,
  volume: 4,
};

/**
 * The placement as far as the scheduler's message bears it out. A node that got past a filter
 * cannot lack what that filter asks for, and a node that would do must have failed a later one:
 * where they differ, something changed since or is not known here, and the message stands alone.
 */
export const borneOut = (
  placement: Placement,
  groups: readonly NodeGroup[],
): Placement | undefined => {
  const last = Math.max(-1, ...groups.map(filterOf));
  const lacks = STATIC.filter((kind) => placement.blames.has(kind));
  if (last < 0 || lacks.some((kind) => last > LACK_FILTERS[kind])) return undefined;
  if (!placement.blames.has('open') || last >= 3) return placement;
  const blames = new Set([...placement.blames].filter((blame) => blame !== 'open'));
  return blames.size === 0 ? undefined : { ...placement, blames };
};

const DEVICE = /^Insufficient (?:\S+\/|hugepages-)/;

/**
 * What the message alone tells while the nodes cannot be read. Nodes that got as far as their room
 * or a volume fit by their labels, so a mismatch of others is no cause; but nodes that are cordoned
 * or tainted may be the only ones with a label, a device or a disk: then nothing can be told.
 */
export const toldByMessage = (groups: readonly NodeGroup[]): readonly NodeGroup[] => {
  const later = groups.filter((group) => filterOf(group) >= 3);
  const last = later.length > 0 ? later : groups.filter((group) => filterOf(group) === 2);
  const mayBeElsewhere = last.every(
    (group) => [2, 4].includes(filterOf(group)) || DEVICE.test(group.reason),
  );
  if (groups.some(isClosed) && last.length > 0 && mayBeElsewhere) return [];
  return last.length > 0 ? last : groups;
};

const decide = (
  pod: KubeObject,
  nodes: readonly KubeObject[],
  volumes: readonly Lookup[],
  others: readonly KubeObject[],
): Unscheduled | undefined => {
  const condition = conditionOf(pod, 'PodScheduled');
  if (condition?.status !== 'False') return undefined;
  const groups = parseSchedulerMessage(condition.message);
  const placement =
    nodes.length === 0 ? undefined : borneOut(placementOf(pod, nodes, volumes, others), groups);
  return {
    pod,
    condition,
    groups: nodes.length === 0 ? toldByMessage(telling(groups)) : telling(groups),
    ...(placement === undefined ? {} : { placement }),
  };
};

type Decision = {
  readonly from: readonly unknown[];
  readonly refused: Unscheduled | undefined;
};

/** A dozen rules of one diagnosis ask for the same decision, and taking it looks at every node. */
const decisions = new WeakMap<KubeObject, Decision>();

const NONE: readonly never[] = [];

/** What keeps this pod from every node, when the scheduler says that it found none. */
export const refusalOf = (
  pod: KubeObject,
  { nodes = NONE, persistentVolumes = NONE, nodePods = NONE }: PlacementFacts,
): Unscheduled | undefined => {
  const from = [nodes, persistentVolumes, nodePods];
  const known = decisions.get(pod);
  if (known?.from.every((one, place) => one === from[place]) === true) return known.refused;
  const refused = decide(pod, nodes, persistentVolumes, nodePods);
  decisions.set(pod, { from, refused });
  return refused;
};

/**
 * The current launcher pod when the scheduler refuses it. The VMI's own `PodScheduled` condition
 * is not looked at: KubeVirt also writes it for a missing claim, when there is no pod.
 */
export const unscheduled = (
  facts: Pick<Facts, 'vm' | 'vmi' | 'pods'> & PlacementFacts,
): Unscheduled | undefined => {
  const pod = activePodOf(facts.vmi, facts.pods);
  return pod === undefined || !isStarting(facts.vm, facts.vmi) ? undefined : refusalOf(pod, facts);
};

/** What a node that joins the cluster lacks until its agents are at work. */
const COMING: readonly ShortfallKind[] = ['down', 'virt', 'kvm', 'capability', 'device'];

/** Nodes that are not ready, and lack nothing that they would have then. */
export const joiningNodes = ({ placement }: Unscheduled): readonly KubeObject[] =>
  (placement?.places ?? [])
    .filter(({ shortfalls }) => shortfalls.every(({ kind }) => COMING.includes(kind)))
    .map(({ node }) => node)
    .filter((node) => conditionOf(node, 'Ready')?.status !== 'True');

/** True when one of these decides. Without a placement the message alone tells. */
export const decides = ({ placement }: Unscheduled, ...blames: readonly Blame[]): boolean =>
  placement === undefined || blames.some((blame) => placement.blames.has(blame));

/** The nearest nodes that have a shortfall of this kind. */
export const nearestWith = (
  { placement }: Unscheduled,
  kind: ShortfallKind,
): readonly KubeObject[] =>
  (placement?.nearest ?? [])
    .filter(({ shortfalls }) => shortfalls.some((one) => one.kind === kind))
    .map(({ node }) => node);

const OF_RESOURCES: readonly ShortfallKind[] = ['device', 'kvm', 'size', 'full'];

/**
 * The resource that decides, of those whose name a pattern matches: what the nearest nodes lack or
 * have no more of, else what the scheduler says about nodes that would do.
 */
export const decisiveResource = (
  { placement, groups }: Unscheduled,
  pattern: RegExp,
): string | undefined => {
  const said = groups
    .flatMap(({ reason }) =>
      reason.startsWith('Too many pods') ? 'pods' : (/^Insufficient (\S+)/.exec(reason)?.[1] ?? []),
    )
    .find((resource) => pattern.test(resource));
  if (placement === undefined) return said;
  const short = placement.nearest.flatMap(({ shortfalls }) =>
    shortfalls.filter(({ kind }) => OF_RESOURCES.includes(kind) && placement.blames.has(kind)),
  );
  const found = short.find(({ key }) => pattern.test(key) && placement.keys.includes(key));
  return found?.key ?? (placement.blames.has('open') ? said : undefined);
};

/** For the end of an explanation; the scheduler's own words where there is nothing to add. */
export const nodesText = ({ placement, condition }: Unscheduled): string => {
  const text = placement === undefined ? '' : nodeByNode(placement);
  return text === '' ? schedulerSentence(condition.message) : text;
};

const schedulerSentence = (message: string): string =>
  (/nodes are available: ?([^]*)$/.exec(message)?.[1] ?? message).split(
    /\. (?:preemption|no new)/,
  )[0] ?? '';

/** How many nodes a pattern's groups count. */
export const countOf = (groups: readonly NodeGroup[], pattern: RegExp): number =>
  groups.filter(({ reason }) => pattern.test(reason)).reduce((sum, { count }) => sum + count, 0);

/** What the pod asks for together of one resource. */
export const requestOf = (pod: KubeObject, resource: string): number =>
  requestsOf(pod).get(resource) ?? 0;

export const allocatableOf = (node: KubeObject, resource: string): number =>
  parseQuantity(at(node, 'status', 'allocatable', resource)) ?? 0;

export const capacityOf = (node: KubeObject, resource: string): number =>
  parseQuantity(at(node, 'status', 'capacity', resource)) ?? 0;

export const nodeNames = (nodes: readonly KubeObject[]): string =>
  nodes.map(nameOf).slice(0, 5).join(', ') + (nodes.length > 5 ? ', …' : '');

/** A label of KubeVirt's own in the selector of a refused pod that no node meets. */
export type InjectedMismatch = {
  readonly refused: Unscheduled;
  readonly key: string;
  readonly confidence: Confidence;
};

const SELECTED = ['own', 'capability', 'virt'] as const;

/** True when the scheduler's message blames a selector, or would if the nodes were not cordoned. */
export const isMismatch = ({ groups, placement }: Unscheduled): boolean =>
  countOf(groups, MISMATCH) > 0 || SELECTED.some((kind) => placement?.blames.has(kind) === true);

/** Labels that nodes for VMs have anyhow: they tell nothing while the nodes cannot be read. */
const EVERYWHERE = new Set([SCHEDULABLE, 'kubernetes.io/arch']);

/** What a mismatch is about while the nodes cannot be read; of several none can be told. */
export const suspectsOf = (pod: KubeObject): string[] => {
  const suspects = selectedBy(pod);
  return suspects.length > 1 ? [] : suspects;
};

const selectedBy = (pod: KubeObject): string[] => [
  ...Object.keys(textsAt(pod, 'spec', 'nodeSelector')).filter((key) => !EVERYWHERE.has(key)),
  ...(listAt(pod, 'spec', ...POD_TERMS).length > 0 ? ['affinity'] : []),
];

/** Labels of KubeVirt's that every one of the nearest nodes lacks. */
const lackedByAll = ({ nearest }: Placement): string[] =>
  (nearest[0]?.shortfalls ?? [])
    .filter(({ kind }) => kind === 'capability')
    .map(({ key }) => key)
    .filter((key) =>
      nearest.every(({ shortfalls }) => shortfalls.some((other) => other.key === key)),
    );

/**
 * The first label with one of these prefixes that the pod selects and no node that would else do
 * has; also beside a selector of the user's that fits nowhere. While the nodes cannot be read any
 * label of the pod may be the one.
 */
export const injectedMismatch = (
  facts: Pick<Facts, 'vm' | 'vmi' | 'pods'> & PlacementFacts,
  prefixes: RegExp,
): InjectedMismatch | undefined => {
  const refused = unscheduled(facts);
  if (refused === undefined || !isMismatch(refused)) return undefined;
  const { placement, pod } = refused;
  const find = (keys: readonly string[], confidence: Confidence): InjectedMismatch | undefined => {
    const key = keys.find((one) => prefixes.test(one));
    return key === undefined ? undefined : { refused, key, confidence };
  };
  if ((facts.nodes ?? []).length === 0) return find(suspectsOf(pod), 'likely');
  if (placement === undefined) return undefined;
  if (placement.blames.has('capability')) return find(placement.keys, 'certain');
  return placement.blames.has('own') ? find(lackedByAll(placement), 'certain') : undefined;
};
