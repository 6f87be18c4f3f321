import { say, type Message } from '../../messages';
import { fieldNamed, FIELDS, type QueryContext } from '../fields';
import { parseDuration } from '../fields/comparisons-time';
import { compile } from '../query/compile';
import { isTimeZone } from '../query/time-zone';
import { ERROR_GROUP, STATUSES } from '../statuses';
import type { Part } from '../sentence/parts';
import type { Predicate, SearchRequest } from '../types';
import { parseSelector } from './selector';

export const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 500;

export type Sort = { field: string; descending: boolean };

/** A request, checked: its filters as constraints beside the sentence. */
export type Filters = { parts: Part[]; sort?: Sort; limit?: number };

const part = (where: Predicate): Part => ({
  where,
  negated: 'not' in where,
  start: 0,
  end: 0,
});

const MEANINGS: ReadonlyMap<string, string> = new Map(
  [...STATUSES, ERROR_GROUP].map((status) => [status.toLowerCase(), status]),
);

const statusWhere = (status: string | readonly string[]): Predicate | Message => {
  const given = typeof status === 'string' ? [status] : status;
  const wheres: Predicate[] = [];
  for (const text of given) {
    const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
    const negated = plain.startsWith('not ');
    const known = MEANINGS.get(negated ? plain.slice(4) : plain);
    if (known === undefined) {
      return say('status cannot be “{{value}}”. Allowed: {{allowed}}, or “not” before one.', {
        value: text.slice(0, 40),
        allowed: [...STATUSES, ERROR_GROUP].join(', '),
      });
    }
    const leaf = { field: 'status', op: 'is', value: known };
    wheres.push(negated ? { not: leaf } : leaf);
  }
  const [only] = wheres;
  return wheres.length === 1 && only !== undefined ? only : { any: wheres };
};

const isMessage = (value: Predicate | Message): value is Message => 'id' in value;

const errorsWhere = (wanted: boolean): Predicate => {
  const leaf = { field: 'status', op: 'is', value: ERROR_GROUP };
  return wanted ? leaf : { not: leaf };
};

const rangeWhere = (range: string): Predicate | Message =>
  parseDuration(range) === undefined
    ? say(
        'timeRange cannot be “{{value}}”. Allowed: a number with m, h, d or w, such as 1h, 24h or 7d.',
        {
          value: range.slice(0, 40),
        },
      )
    : { field: 'changed', op: 'since', value: range };

const namespacesWhere = (namespaces: readonly string[]): Predicate => ({
  field: 'namespace',
  op: 'in',
  value: [...namespaces],
});

/** The elements of a query that all have to hold are constraints of their own. */
const split = (where: Predicate): Predicate[] =>
  'all' in where ? where.all.flatMap(split) : [where];

const wheresOf = (request: SearchRequest): (Predicate | Message)[] => {
  const { namespaces, status, hasErrors, timeRange, labelSelector, where } = request;
  return [
    ...(namespaces === undefined || namespaces.length === 0 ? [] : [namespacesWhere(namespaces)]),
    ...(status === undefined || status.length === 0 ? [] : [statusWhere(status)]),
    ...(hasErrors === undefined ? [] : [errorsWhere(hasErrors)]),
    ...(timeRange === undefined || timeRange === '' ? [] : [rangeWhere(timeRange)]),
    ...(labelSelector === undefined || labelSelector === '' ? [] : parseSelector(labelSelector)),
    ...(where === undefined ? [] : [where]),
  ];
};

const SORTABLE = FIELDS.filter(({ sortKey }) => sortKey !== undefined).map(({ name }) => name);

/** `memory`, `-memory`, `memory desc`. */
const parseSort = (text: string): Sort | Message => {
  const [name = '', direction] = text
    .trim()
    .replace(/^-/, '')
    .split(/[\s:]+/);
  const field = fieldNamed(name);
  const known = direction === undefined || direction === 'asc' || direction === 'desc';
  if (field?.sortKey !== undefined && known) {
    return { field: name, descending: text.trim().startsWith('-') || direction === 'desc' };
  }
  return say(
    'sort cannot be “{{value}}”. Allowed: {{allowed}}, with “-” before one for the reverse.',
    {
      value: text.slice(0, 40),
      allowed: SORTABLE.join(', '),
    },
  );
};

const COLUMNS = FIELDS.filter(({ column }) => column !== undefined).map(({ name }) => name);

const unknownColumn = (
  kind: 'columns' | 'facets',
  names: readonly string[] | undefined,
): Message | undefined => {
  const wrong = names?.find((name) => !COLUMNS.includes(name) && !name.startsWith('label:'));
  return wrong === undefined
    ? undefined
    : say('{{kind}} cannot hold “{{value}}”. Allowed: {{allowed}}, label:<key>.', {
        kind,
        value: wrong.slice(0, 40),
        allowed: COLUMNS.join(', '),
      });
};

const badScalar = ({ limit, timeZone }: SearchRequest): Message | undefined => {
  if (limit !== undefined && (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)) {
    return say('limit cannot be {{value}}. Allowed: 1 to {{max}}.', {
      value: limit,
      max: MAX_LIMIT,
    });
  }
  return timeZone === undefined || isTimeZone(timeZone)
    ? undefined
    : say('timeZone cannot be “{{value}}”. Allowed: an IANA name such as Europe/Madrid.', {
        value: timeZone.slice(0, 40),
      });
};

/** Checks everything in a request but its sentence; the problem names the field and what it allows. */
export const readFilters = (
  request: SearchRequest,
  context: QueryContext,
): Filters | { problem: Message } => {
  const wrong =
    badScalar(request) ??
    unknownColumn('columns', request.columns) ??
    unknownColumn('facets', request.facets);
  if (wrong !== undefined) return { problem: wrong };
  const parts: Part[] = [];
  for (const where of wheresOf(request)) {
    if (isMessage(where)) return { problem: where };
    const compiled = compile(where, context);
    if ('problem' in compiled) return compiled;
    parts.push(...split(compiled.where).map(part));
  }
  const sort =
    request.sort === undefined || request.sort === '' ? undefined : parseSort(request.sort);
  if (sort !== undefined && 'id' in sort) return { problem: sort };
  return { parts, ...(sort === undefined ? {} : { sort }), limit: request.limit };
};
