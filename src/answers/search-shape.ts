import type {
  Aggregate,
  Chip,
  Interpretation,
  Predicate,
  SearchResult,
  SearchUnchecked,
  VmRow,
} from '@cnv-ai/engine/search';
import { at, isRecord } from '@cnv-ai/engine/kubernetes';
import { message, objectRef, unreadReason } from './common-shapes';
import {
  anything,
  either,
  flag,
  listOf,
  localPath,
  number,
  object,
  oneOf,
  optional,
  recordOf,
  text,
  type Shape,
} from './shape';

/** Deeper than any sentence gets; a bound on what a recursive check follows. */
const DEEPEST = 32;

const isPredicateWithin = (value: unknown, depth: number): boolean => {
  if (!isRecord(value) || depth > DEEPEST) return false;
  const within = (child: unknown): boolean => isPredicateWithin(child, depth + 1);
  const children = value.all ?? value.any;
  if (Array.isArray(children)) return children.every(within);
  if (value.not !== undefined) return within(value.not);
  return text(value.field) && text(value.op);
};

/** Whether a value is a predicate of the query language, by shape. */
export const isPredicate: Shape<Predicate> = (value): value is Predicate =>
  isPredicateWithin(value, 0);

const confidence = oneOf('high', 'medium', 'low');

const span: Shape<[number, number]> = (value): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && number(at(value, 0)) && number(at(value, 1));

const chip = object<Chip>({
  id: text,
  field: text,
  label: text,
  labelMessage: message,
  operator: text,
  operatorMessage: message,
  value: text,
  detail: optional(text),
  detailMessage: optional(message),
  negated: optional(flag),
  group: optional(text),
  confidence,
  span,
  where: isPredicate,
});

const interpretation = object<Interpretation>({
  where: isPredicate,
  readable: text,
  readableMessage: message,
  order: optional(listOf(object({ message, label: optional(message) }))),
  chips: listOf(chip),
  ignored: listOf(text),
  notUnderstood: listOf(text),
  confidence,
});

const row = object<VmRow>({
  namespace: text,
  name: text,
  uid: text,
  status: text,
  statusSince: optional(text),
  node: optional(text),
  os: optional(text),
  vcpu: optional(number),
  memory: optional(number),
  ips: optional(listOf(text)),
  created: text,
  problem: optional(text),
  fields: optional(recordOf(anything)),
  matched: optional(listOf(object({ chipId: text, ref: objectRef, path: text, value: text }))),
});

const unchecked = object<SearchUnchecked>({
  resource: text,
  reason: unreadReason,
  message: text,
  messageMessage: message,
});

const aggregate = object<Aggregate>({
  function: oneOf('count', 'sum', 'distinct'),
  of: optional(text),
  by: optional(text),
  title: optional(message),
  value: optional(number),
  unit: optional(oneOf('bytes', 'vcpu')),
  fewest: optional(flag),
  having: optional(
    object({
      op: oneOf('is', 'gt', 'gte', 'lt', 'lte', 'between'),
      value: either(number, listOf(number)),
    }),
  ),
  top: optional(number),
  groups: optional(listOf(object({ key: text, value: number }))),
});

/** Whether a value is a complete search result. */
export const isSearchResult = object<SearchResult>({
  outcome: oneOf('ok', 'not_understood', 'ambiguous', 'out_of_scope', 'forbidden', 'unavailable'),
  interpretation,
  clarification: optional(text),
  clarificationMessage: optional(message),
  suggestions: optional(listOf(text)),
  total: number,
  vms: listOf(row),
  nextCursor: optional(text),
  aggregate: optional(aggregate),
  facets: optional(
    listOf(object({ field: text, values: listOf(object({ value: text, count: number })) })),
  ),
  withoutChip: optional(listOf(object({ chipId: text, total: number }))),
  unchecked: listOf(unchecked),
  unknown: number,
  listUrl: localPath,
  scope: object({ namespaces: either(oneOf('all'), number), hidden: flag }),
  asOf: text,
});
