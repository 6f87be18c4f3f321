import { DAY, formatTime, parseTime, SECOND } from '../kubernetes';
import { isLeaf } from './query/describe';
import { ERROR_GROUP, ERROR_STATUSES, STATUSES } from './statuses';
import type { Predicate } from './types';

const KIND = 'kubevirt.io~v1~VirtualMachine';

// A lone surrogate would make encodeURIComponent throw.
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

type Leaf = Extract<Predicate, { field: string }>;

/** The value of a filter that finds at least what the comparison does; `undefined` when none can. */
type Filter = { parameter: string; value: (leaf: Leaf) => string | undefined };

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (item): item is string => typeof item === 'string',
  );

const isMembership = ({ op }: Leaf): boolean => op === 'is' || op === 'in';

/** The names compared with; the list knows no wildcards. */
const namesOf = (leaf: Leaf): string[] | undefined => {
  const names = textsOf(leaf.value);
  const literal = names.length > 0 && names.every((name) => !name.includes('*'));
  return literal && isMembership(leaf) ? names : undefined;
};

const anyOf = (leaf: Leaf): string | undefined => namesOf(leaf)?.join(',');

/** The list calls a machine in error by its status alone; one that cannot be started says Starting. */
const statusesOf = (leaf: Leaf): string | undefined => {
  const names = namesOf(leaf);
  const failing = names?.includes(ERROR_GROUP) ? ['Starting'] : [];
  return names && [...new Set([...names, ...failing])].join(',');
};

/** The list leaves no status out, but it shows all the others. */
const otherStatuses = (where: Predicate): Predicate => {
  if (!('not' in where) || !isLeaf(where.not) || where.not.field !== 'status') return where;
  const names = namesOf(where.not) ?? [];
  const left = names.flatMap((name) => (name === ERROR_GROUP ? ERROR_STATUSES : [name]));
  const value = STATUSES.filter((status) => !left.includes(status));
  return names.length === 0 ? where : { field: 'status', op: 'in', value };
};

/** For filters that want all of their values at once, or read the first one only. */
const onlyOne = (leaf: Leaf): string | undefined => {
  const [name, ...others] = namesOf(leaf) ?? [];
  return others.length === 0 ? name : undefined;
};

const PARTIAL: ReadonlySet<string> = new Set(['is', 'contains', 'startsWith', 'endsWith']);

/** The list looks for text anywhere in the value, and for one text only. */
const partOf = ({ op, value }: Leaf): string | undefined =>
  PARTIAL.has(op) && typeof value === 'string' && !value.includes('*') ? value : undefined;

/** Families the list knows; it cannot filter by others or by version. */
const OS_IN_LIST: ReadonlySet<string> = new Set(['CentOS', 'Fedora', 'RHEL', 'Windows']);

const familyOf = (leaf: Leaf): string | undefined =>
  textsOf(leaf.value).every((item) => OS_IN_LIST.has(item)) ? anyOf(leaf) : undefined;

const COMPARISONS: Readonly<Record<string, string>> = {
  is: 'Equals',
  gt: 'GreaterThan',
  gte: 'GreaterOrEquals',
  lt: 'LessThan',
  lte: 'LessOrEquals',
};

const compared = ({ op, value }: Leaf, show: (value: number) => string): string | undefined => {
  const comparison = COMPARISONS[op];
  return comparison === undefined || typeof value !== 'number'
    ? undefined
    : `${comparison} ${show(value)}`;
};

const UNITS = [
  [2 ** 40, 'TiB'],
  [2 ** 30, 'GiB'],
] as const;

const capacity = (bytes: number): string => {
  const [size, unit] = UNITS.find(([step]) => bytes % step === 0) ?? ([2 ** 20, 'MiB'] as const);
  return `${bytes / size} ${unit}`;
};

/** The list compares the text of a day with that of a time, so no time of a day is before it. */
const firstDay = ({ op, value }: Leaf): string | undefined => {
  const [from] = textsOf(value);
  return op === 'since' || op === 'between' ? from?.slice(0, 10) : undefined;
};

const lastDay = ({ op, value }: Leaf): string | undefined => {
  const to = parseTime(textsOf(value).at(-1));
  if (to === undefined || (op !== 'before' && op !== 'between')) return undefined;
  return formatTime(to - SECOND + DAY).slice(0, 10);
};

const present =
  (device: string) =>
  ({ op, value }: Leaf): string | undefined =>
    op === 'exists' && value !== false ? device : undefined;

const filter = (parameter: string, value: Filter['value']): Filter => ({ parameter, value });

/**
 * Filters of the console's VM list by field, as its 4.22 names them; later ones read these names
 * too and rewrite them, unless the address also has the bare name.
 */
const FILTERS: Readonly<Record<string, readonly Filter[]>> = {
  namespace: [filter('rowFilter-project', anyOf)],
  name: [filter('name', partOf)],
  ip: [filter('ip', onlyOne)],
  label: [filter('labels', onlyOne)],
  description: [filter('rowFilter-description', partOf)],
  vcpu: [filter('rowFilter-cpu', (leaf) => compared(leaf, String))],
  memory: [filter('rowFilter-memory', (leaf) => compared(leaf, capacity))],
  created: [
    filter('rowFilter-dateCreatedFrom', firstDay),
    filter('rowFilter-dateCreatedTo', lastDay),
  ],
  status: [filter('rowFilter-status', statusesOf)],
  node: [filter('rowFilter-node', anyOf)],
  os: [filter('rowFilter-os', familyOf)],
  architecture: [filter('rowFilter-architecture', anyOf)],
  storageClass: [filter('rowFilter-storageClass', anyOf)],
  gpu: [filter('rowFilter-hwDevices', present('gpu'))],
  hostDevice: [filter('rowFilter-hwDevices', present('host'))],
};

const filtersOf = (leaf: Leaf): (readonly [string, string])[] =>
  (FILTERS[leaf.field] ?? []).flatMap(({ parameter, value }) => {
    const text = value(leaf);
    return text === undefined ? [] : [[parameter, text] as const];
  });

const isNamespace = (leaf: Leaf): boolean => leaf.field === 'namespace';

/**
 * The same question in the console's own VM list, as far as its filters can express it: the list
 * shows at least what was found, save that it knows no GPU which only an instance type has. Its tab
 * is named, because the other is an overview.
 */
export const listUrl = (where: Predicate): string => {
  const leaves = ('all' in where ? where.all : [where]).map(otherStatuses).filter(isLeaf);
  const namespaces = leaves.filter(isNamespace).map(namesOf).find(Boolean) ?? [];
  const [namespace, ...others] = namespaces;
  const single = namespace !== undefined && others.length === 0;
  const parameters = new Map<string, string>();
  for (const leaf of leaves) {
    if (single && isNamespace(leaf)) continue;
    for (const [parameter, value] of filtersOf(leaf)) {
      // The list holds one value of each; the first one asked is enough to show no fewer rows.
      if (!parameters.has(parameter)) parameters.set(parameter, value);
    }
  }
  const query = [...parameters].map(([key, value]) => `&${key}=${encode(value)}`).join('');
  return `/k8s/${single ? `ns/${encode(namespace)}` : 'all-namespaces'}/${KIND}?tab=vms${query}`;
};
