import { isLeaf } from './query/describe';
import type { Predicate } from './types';

const KIND = 'kubevirt.io~v1~VirtualMachine';

// A lone surrogate would make encodeURIComponent throw.
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

/**
 * Filters of the console's VM list by field. The list reads `rowFilter-<id>` in every version and
 * the bare name for what people type.
 */
const PARAMETERS: Readonly<Record<string, string>> = {
  name: 'name',
  ip: 'ip',
  label: 'labels',
  status: 'rowFilter-status',
  node: 'rowFilter-node',
  os: 'rowFilter-os',
};

/** Families the list knows; it cannot filter by others or by version. */
const OS_IN_LIST: ReadonlySet<string> = new Set(['CentOS', 'Fedora', 'RHEL', 'Windows']);

type Filter = { field: string; values: string[] };

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (item): item is string => typeof item === 'string',
  );

/** The comparison as a filter of the list; `undefined` when the list cannot express it. */
const filterOf = (predicate: Predicate): Filter | undefined => {
  if (!isLeaf(predicate)) return undefined;
  const { field, op, value } = predicate;
  const values = textsOf(value);
  const substring = field === 'name' && ['is', 'contains', 'startsWith', 'endsWith'].includes(op);
  if ((op !== 'is' && op !== 'in' && !substring) || values.length === 0) return undefined;
  if (field === 'name' && values.length > 1) return undefined;
  if (field === 'os' && !values.every((item) => OS_IN_LIST.has(item))) return undefined;
  const literal = values.every((item) => !item.includes('*'));
  return literal && (field in PARAMETERS || field === 'namespace') ? { field, values } : undefined;
};

/** The same question in the console's own VM list, as far as its filters can express it. */
export const listUrl = (where: Predicate): string => {
  const filters = ('all' in where ? where.all : [where])
    .map(filterOf)
    .filter((filter) => filter !== undefined);
  const namespaces = filters.find(({ field }) => field === 'namespace')?.values ?? [];
  const [namespace] = namespaces;
  const place =
    namespaces.length === 1 && namespace !== undefined
      ? `ns/${encode(namespace)}`
      : 'all-namespaces';
  const several =
    namespaces.length > 1 ? [['rowFilter-project', namespaces.join(',')] as const] : [];
  const rest = filters
    .filter(({ field }) => field !== 'namespace')
    .map(({ field, values }) => [PARAMETERS[field] ?? field, values.join(',')] as const);
  const query = [...several, ...rest].map(([key, value]) => `${key}=${encode(value)}`).join('&');
  return `/k8s/${place}/${KIND}${query === '' ? '' : `?${query}`}`;
};
