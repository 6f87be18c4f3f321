import type { Reader } from '../kubernetes';
import { english, say } from '../messages';
import { chipsOf, whereOf } from './chips';
import type { QueryContext, ResourceName } from './fields';
import {
  ALL,
  emptyInterpretation,
  interpret,
  notUnderstoodBecause,
  wordsOfQuery,
  type Interpreted,
} from './interpret';
import { completeInventory, uncheckedKinds } from './inventory/complete';
import { readInventory, unread, type Inventory } from './inventory/inventory';
import { sourceOf, type Source } from './inventory/source';
import { createStock } from './inventory/stock';
import { listUrl } from './list-url';
import { needsOf, type Asked } from './needs';
import { compile } from './query/compile';
import { isTimeZone } from './query/time-zone';
import type { VmRecord } from './records/record';
import { aggregateOf, facetsOf, rowsWithin } from './results/groups';
import { firstInOrder, fromCursor, toCursor } from './results/order';
import { DEFAULT_LIMIT, MAX_LIMIT, readFilters, type Filters, type Sort } from './results/request';
import { asksForErrors, toRow } from './results/row';
import { select, withoutEach } from './results/select';
import { finish, type Slices, type Steps } from './slices';
import { exampleSentences } from './suggestions';
import type { Chip, SearchRequest, SearchResult } from './types';
import type { Vocabulary } from './vocabulary';

const NOTHING_GIVEN = say(
  'Give a sentence or at least one filter, for example “stopped VMs” or status=Stopped.',
);

const sentenceOf = ({ query }: SearchRequest): string | undefined =>
  query?.trim() === '' ? undefined : query;

/** Neither a sentence nor a filter: this needs no reading to be answered. */
const asksNothing = (request: SearchRequest, filters: ReturnType<typeof readFilters>): boolean =>
  sentenceOf(request) === undefined &&
  request.where === undefined &&
  !('problem' in filters) &&
  filters.parts.length === 0;

/** The sentence's interpretation with the filters as further constraints. */
const withFilters = (read: Interpreted, filters: Filters, context: QueryContext): Interpreted => {
  const { parts } = filters;
  if (parts.length === 0) return read;
  const { interpretation } = read;
  const offset = interpretation.chips.length;
  const added: Chip[] = chipsOf(parts, context).map((chip, index) => ({
    ...chip,
    id: `c${offset + index + 1}`,
  }));
  const chips = [...interpretation.chips, ...added];
  const where = whereOf(chips);
  const wanted = {
    sort: filters.sort ?? read.sort,
    limit: read.limit,
    aggregate: read.aggregate,
  };
  return {
    ...read,
    interpretation: {
      ...interpretation,
      where,
      chips,
      ...wordsOfQuery(chips, wanted, context),
    },
  };
};

const ONLY_FILTERS: Interpreted = {
  outcome: 'ok',
  interpretation: {
    ...emptyInterpretation('high'),
    readable: english(ALL),
    readableMessage: ALL,
  },
};

/** Reads the whole request: the sentence, and the filters beside it. */
const readRequest = (
  { vocabulary }: Pick<Inventory, 'vocabulary'>,
  request: SearchRequest,
  context: QueryContext,
): { read: Interpreted; filters: Filters } => {
  const filters = readFilters(request, context);
  if ('problem' in filters)
    return { read: notUnderstoodBecause(filters.problem), filters: { parts: [] } };
  const { timeZone } = context;
  const sentence = sentenceOf(request);
  if (sentence !== undefined) {
    const read = interpret(sentence, vocabulary, {
      now: context.now,
      timeZone,
      locale: request.locale,
    });
    return { read: withFilters(read, filters, context), filters };
  }
  if (asksNothing(request, filters)) {
    return {
      read: notUnderstoodBecause(
        NOTHING_GIVEN,
        exampleSentences(vocabulary).slice(0, 3).map(english),
      ),
      filters,
    };
  }
  const filtered = withFilters(ONLY_FILTERS, filters, context);
  return { read: filtered, filters };
};

/** What a request asks for, without any rows: the sentence and the filters beside it. */
export const interpretRequest = (
  request: SearchRequest,
  vocabulary: Vocabulary,
  now: number,
): Interpreted => readRequest({ vocabulary }, request, contextOf(request, now)).read;

const notAnswered = (
  inventory: Inventory,
  read: Interpreted,
  outcome: SearchResult['outcome'],
): SearchResult => ({
  outcome,
  interpretation: read.interpretation,
  clarification: read.clarification,
  clarificationMessage: read.clarificationMessage,
  suggestions: read.suggestions,
  total: 0,
  vms: [],
  unchecked: inventory.unchecked,
  unknown: 0,
  listUrl: listUrl(read.interpretation.where),
  scope: inventory.scope,
  asOf: inventory.asOf,
});

const refused = (inventory: Inventory, read: Interpreted): SearchResult => {
  const outcome = inventory.outcome === 'ok' ? read.outcome : inventory.outcome;
  const message = inventory.message;
  const told = inventory.outcome === 'ok' || message === undefined;
  const reason = told
    ? {}
    : { clarification: english(message), clarificationMessage: message, suggestions: undefined };
  return notAnswered(inventory, { ...read, ...reason }, outcome);
};

type Paging = { sort: Sort | undefined; limit: number; top: number | undefined };

const BAD_CURSOR = say('cursor is not one of this search. Ask again without it.');

/** "top 5" is the whole answer: it has no next page behind the fifth. */
const pageOf = (
  matches: readonly VmRecord[],
  cursor: string | undefined,
  { sort, limit, top }: Paging,
): { page: VmRecord[]; nextCursor?: string } | undefined => {
  const given = cursor !== undefined && cursor !== '';
  const after = given ? fromCursor(cursor, sort) : undefined;
  if (given && after === undefined) return undefined;
  const among =
    top === undefined
      ? matches
      : firstInOrder(matches, sort, { count: top }).map(({ record }) => record);
  // One more than a page tells whether there is a next one.
  const rows = firstInOrder(among, sort, { count: limit + 1, after });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    page: page.map(({ record }) => record),
    ...(rows.length > limit && last ? { nextCursor: toCursor(last.position, sort) } : {}),
  };
};

const asked = (read: Interpreted, filters: Filters, request: SearchRequest): Asked => ({
  where: read.interpretation.where,
  sort: filters.sort ?? read.sort,
  aggregate: read.aggregate,
  columns: request.columns,
  facets: request.facets,
});

const contextOf = ({ timeZone }: SearchRequest, now: number): QueryContext => ({
  now,
  timeZone: timeZone !== undefined && isTimeZone(timeZone) ? timeZone : 'UTC',
});

type RequestRead = ReturnType<typeof readRequest>;

/**
 * The kinds a request needs beside what every inventory holds: none when it cannot be answered.
 * With a question that further kinds may settle goes what was understood: all is read at once.
 */
const neededKinds = ({ read, filters }: RequestRead, request: SearchRequest): ResourceName[] => {
  const { outcome, needs = [] } = read;
  if (outcome !== 'ok' && needs.length === 0) return [];
  return [...new Set([...needs, ...needsOf(asked(read, filters, request))])];
};

/**
 * Reads into an inventory the kinds that a request asks for. What they hold may tell what a word
 * means, which may ask for more: in the end nothing it asks for was left unread.
 */
export const completeFor = async (
  from: Reader | Source,
  inventory: Inventory,
  request: SearchRequest,
  now: number,
  slices?: Slices,
): Promise<Inventory> => {
  const understood = readRequest(inventory, request, contextOf(request, now));
  const needs = neededKinds(understood, request);
  const complete = await completeInventory(from, inventory, needs, slices);
  return complete === inventory ? inventory : completeFor(from, complete, request, now, slices);
};

function* answer(
  inventory: Inventory,
  request: SearchRequest,
  { read, filters }: RequestRead,
  context: QueryContext,
): Steps<SearchResult> {
  if (inventory.outcome !== 'ok' || read.outcome !== 'ok') return refused(inventory, read);
  const { interpretation } = read;
  const compiled = compile(interpretation.where, context);
  if ('problem' in compiled) return refused(inventory, notUnderstoodBecause(compiled.problem));

  yield;
  const { records } = inventory;
  const { matches: found, unknown } = yield* select(compiled.where, records, context);
  const matches = rowsWithin(found, read.aggregate);
  const sort = filters.sort ?? read.sort;
  const limit = filters.limit ?? Math.min(read.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
  const paged = pageOf(matches, request.cursor, { sort, limit, top: read.limit });
  if (paged === undefined) return refused(inventory, notUnderstoodBecause(BAD_CURSOR));
  yield;
  const facets = yield* facetsOf(request.facets, matches);
  const needs = needsOf(asked(read, filters, request));
  const errors = asksForErrors(interpretation.where);
  const rows = { chips: interpretation.chips, columns: request.columns, errors };
  return {
    outcome: 'ok',
    interpretation,
    total: matches.length,
    vms: paged.page.map((record) => toRow(record, rows)),
    nextCursor: paged.nextCursor,
    aggregate: read.aggregate && aggregateOf(read.aggregate, matches),
    facets,
    withoutChip:
      matches.length === 0 && interpretation.chips.length > 0
        ? yield* withoutEach(interpretation, records, context)
        : undefined,
    unchecked: [...inventory.unchecked, ...uncheckedKinds(inventory, needs)],
    unknown,
    listUrl: listUrl(interpretation.where),
    scope: inventory.scope,
    asOf: inventory.asOf,
  };
}

/** Answers a request from what was read, in steps of a few milliseconds. */
export function* searchSteps(
  inventory: Inventory,
  request: SearchRequest,
  now: number,
): Steps<SearchResult> {
  const context = contextOf(request, now);
  const understood = readRequest(inventory, request, context);
  yield;
  return yield* answer(inventory, request, understood, context);
}

/** Answers a request from what was read. Pure: the same arguments give the same answer. */
export const searchInventory = (
  inventory: Inventory,
  request: SearchRequest,
  now: number,
): SearchResult => finish(searchSteps(inventory, request, now));

export type SearchOptions = {
  /** The answer goes to a model: namespaces whose opt-out label cannot be read are left out. */
  forModel?: boolean;
};

// Nothing is read of projects the request leaves out.
const onlyNamed = ({ namespaces }: SearchRequest): string[] | undefined =>
  namespaces === undefined || namespaces.length === 0 ? undefined : namespaces;

/** Reads as the caller and answers; kinds beside the machines only where the question needs them. */
export const searchVms = async (
  from: Reader | Source,
  request: SearchRequest,
  now: number,
  options: SearchOptions = {},
): Promise<SearchResult> => {
  const source = sourceOf(from, createStock(false));
  const context = contextOf(request, now);
  // The page asks this to learn whether anybody answers.
  if (asksNothing(request, readFilters(request, context))) {
    return searchInventory(unread(source.stock, now), request, now);
  }
  const namespaces = onlyNamed(request);
  let inventory = await readInventory(source, { now, namespaces, ...options });
  for (;;) {
    const understood = readRequest(inventory, request, context);
    const needs = neededKinds(understood, request);
    if (source.filled !== undefined && !(await source.filled.holds(needs))) {
      return searchVms(source.reader, request, now, options);
    }
    const complete = await completeInventory(source, inventory, needs);
    if (complete === inventory) return finish(answer(inventory, request, understood, context));
    inventory = complete;
  }
};
