import { recently, type Recently } from '../inventory/recently';
import type { QueryContext } from '../fields';
import type { VmRecord } from '../records/record';
import type { Steps } from '../slices';
import type { Predicate } from '../types';
import { compile } from './compile';
import { isLeaf } from './describe';
import type { Truth } from './truth';

/** What a query says of each of many records, a byte each. */
export type Column = Uint8Array;

/** In this order, "and" is the least of them, "or" the greatest, and "not" what is left of yes. */
const CODES = { no: 0, unknown: 1, yes: 2 } as const satisfies Record<Truth, number>;

export const { unknown: UNKNOWN, yes: YES } = CODES;

/** Records looked at in one step: well under a millisecond of work. */
const STEP = 1000;

/** Constraints that are remembered of the same records. */
const MOST_COLUMNS = 32;

/**
 * Records never change; where something did there are others in a new list. Written down, a
 * constraint has no "ago" in it any more, so that it says the same of them whenever it is asked.
 */
const remembered = new WeakMap<readonly VmRecord[], Recently<string, Column>>();

const columnsOf = (records: readonly VmRecord[]): Recently<string, Column> => {
  const known = remembered.get(records) ?? recently<string, Column>(MOST_COLUMNS);
  remembered.set(records, known);
  return known;
};

function* leafColumn(
  leaf: Predicate,
  records: readonly VmRecord[],
  context: QueryContext,
): Steps<Column> {
  const columns = columnsOf(records);
  const compiled = compile(leaf, context);
  if ('problem' in compiled) return new Uint8Array(records.length);
  const key = JSON.stringify(compiled.where);
  const known = columns.get(key);
  if (known !== undefined) return known;
  const column = new Uint8Array(records.length);
  let at = 0;
  for (const record of records) {
    column[at] = CODES[compiled.test(record)];
    at += 1;
    if (at % STEP === 0) yield;
  }
  columns.set(key, column);
  return column;
}

const combined = (
  columns: readonly Column[],
  length: number,
  start: number,
  pick: (a: number, b: number) => number,
): Column => {
  const [first, ...rest] = columns;
  if (first !== undefined && rest.length === 0) return first;
  const result = first?.slice() ?? new Uint8Array(length).fill(start);
  for (const column of rest) {
    for (let at = 0; at < length; at += 1)
      result[at] = pick(result[at] ?? start, column[at] ?? start);
  }
  return result;
};

const least = (a: number, b: number): number => (a < b ? a : b);
const greatest = (a: number, b: number): number => (a > b ? a : b);

/** What the query says of each of the records, in steps. */
export function* columnOf(
  where: Predicate,
  records: readonly VmRecord[],
  context: QueryContext,
): Steps<Column> {
  if ('not' in where) {
    return (yield* columnOf(where.not, records, context)).map((code) => YES - code);
  }
  if (isLeaf(where)) return yield* leafColumn(where, records, context);
  const parts: Column[] = [];
  for (const part of 'all' in where ? where.all : where.any) {
    parts.push(yield* columnOf(part, records, context));
  }
  return 'all' in where
    ? combined(parts, records.length, YES, least)
    : combined(parts, records.length, CODES.no, greatest);
}
