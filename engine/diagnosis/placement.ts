import { byCodeUnit, nameOf, type KubeObject } from '../kubernetes';
import type { Lookup } from './facts';
import { usageByNode } from './pod-requests';
import {
  shortfallsOf,
  STATIC,
  type Shortfall,
  type ShortfallKind,
  type StaticKind,
} from './shortfalls';

/** A node and what keeps the pod off it; nothing when all that can be computed fits. */
export type Place = { readonly node: KubeObject; readonly shortfalls: readonly Shortfall[] };

/** `open`: a node that would do as far as can be computed, so the scheduler's own reason counts. */
export type Blame = ShortfallKind | 'open';

/** The scheduler's decision taken again, node by node. */
export type Placement = {
  readonly places: readonly Place[];
  /** The nodes that come nearest: they lack nothing, or all of them the same. */
  readonly nearest: readonly Place[];
  /** What decides: one shortfall that all the nearest share, or each that alone keeps one off. */
  readonly blames: ReadonlySet<Blame>;
  /** Labels, resources, taints or claims behind the blames. */
  readonly keys: readonly string[];
};

const has = ({ shortfalls }: Place, ...kinds: readonly ShortfallKind[]): boolean =>
  shortfalls.some(({ kind }) => kinds.includes(kind));

type Narrowed = { readonly nearest: readonly Place[]; readonly lacks?: StaticKind };

/** Keeps the places that are right in one respect after the other, until none is left. */
const narrow = (places: readonly Place[]): Narrowed => {
  let nearest = places;
  for (const kind of STATIC) {
    const next = nearest.filter((place) => !has(place, kind));
    if (next.length === 0) return { nearest, lacks: kind };
    nearest = next;
  }
  return { nearest };
};

/** What somebody asks for by name may well be on nodes that are set apart for it. */
const ASKED_FOR: readonly StaticKind[] = ['own', 'device', 'volume'];

/**
 * Nodes that are set apart count only when nothing else has what is asked for: they repel the pod
 * on purpose. Those of the control plane are among them.
 */
const nearestOf = (places: readonly Place[]): Narrowed => {
  const common = places.filter((place) => !has(place, 'reserved'));
  if (common.length === 0) return narrow(places);
  const first = narrow(common);
  if (first.lacks === undefined || !ASKED_FOR.includes(first.lacks)) return first;
  const all = narrow(places);
  return all.lacks === undefined ? all : first;
};

const passing = ({ shortfalls }: Place): readonly Shortfall[] =>
  shortfalls.filter(({ kind }) => !STATIC.some((one) => one === kind));

/** What alone keeps a node off; when every node has more than one trouble, all of them. */
const passingBlames = (nearest: readonly Place[]): readonly Shortfall[] => {
  const kindsOf = (place: Place): Set<ShortfallKind> =>
    new Set(passing(place).map(({ kind }) => kind));
  const sole = nearest.filter((place) => kindsOf(place).size === 1);
  return (sole.length > 0 ? sole : nearest).flatMap(passing);
};

/** Shortfalls of one kind that all the places share; when none is shared, all of that kind. */
const shared = (nearest: readonly Place[], lacks: StaticKind): readonly Shortfall[] => {
  const all = nearest.flatMap(({ shortfalls }) => shortfalls.filter(({ kind }) => kind === lacks));
  const everywhere = all.filter(({ key }) =>
    nearest.every(({ shortfalls }) =>
      shortfalls.some((one) => one.kind === lacks && one.key === key),
    ),
  );
  return everywhere.length > 0 ? everywhere : all;
};

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** Takes the decision again for a pod; `others` are the pods whose requests were read. */
export const placementOf = (
  pod: KubeObject,
  nodes: readonly KubeObject[],
  volumes: readonly Lookup[] = [],
  others: readonly KubeObject[] = [],
): Placement => {
  const usage = usageByNode(others);
  const places = nodes.map((node) => ({
    node,
    shortfalls: shortfallsOf(pod, node, volumes, usage.get(nameOf(node))),
  }));
  const { nearest, lacks } = nearestOf(places);
  const decisive = lacks === undefined ? passingBlames(nearest) : shared(nearest, lacks);
  const isOpen = lacks === undefined && nearest.some((place) => passing(place).length === 0);
  return {
    places,
    nearest,
    blames: new Set<Blame>([
      ...decisive.map(({ kind }) => kind),
      ...(isOpen ? ['open' as const] : []),
    ]),
    keys: unique(decisive.map(({ key }) => key)),
  };
};

const MOST_NAMES = 5;
const MOST_GROUPS = 6;

const namesText = (names: readonly string[]): string =>
  names.length > MOST_NAMES
    ? `${names.slice(0, MOST_NAMES).join(', ')}, … (${names.length})`
    : names.join(', ');

/** What tells a place from others: for a node that is no match at all, not how full it is too. */
const tellingText = ({ shortfalls }: Place): string => {
  const own = shortfalls.filter(({ kind }) => kind === 'own');
  const reserved = shortfalls.filter(({ kind }) => kind === 'reserved');
  const told = own.length > 0 ? [...own, ...reserved] : shortfalls;
  return unique(told.map(({ text }) => text)).join(' + ');
};

/**
 * `worker-1, worker-2: cordoned; worker-3: label disk≠ssd`: nodes with the same shortfalls
 * together, those with the fewest first. Nodes that would do are left out: what keeps the pod off
 * them is the scheduler's to say.
 */
export const nodeByNode = ({ places }: Placement): string => {
  const groups = new Map<string, { names: string[]; weight: number }>();
  for (const place of places) {
    const text = tellingText(place);
    if (text === '') continue;
    const { length } = place.shortfalls;
    const group = groups.get(text) ?? { names: [], weight: length };
    // The lightest of the group, so that the order in which nodes are listed decides nothing.
    const weight = Math.min(group.weight, length);
    groups.set(text, { weight, names: [...group.names, nameOf(place.node)] });
  }
  const sorted = [...groups].sort(
    ([a, one], [b, other]) => one.weight - other.weight || byCodeUnit(a, b),
  );
  const parts = sorted
    .slice(0, MOST_GROUPS)
    .map(([text, { names }]) => `${namesText(names)}: ${text}`);
  return [...parts, ...(sorted.length > MOST_GROUPS ? ['…'] : [])].join('; ');
};
