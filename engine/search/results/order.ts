import { byCodeUnit } from '../../kubernetes';
import { fieldNamed } from '../fields';
import type { VmRecord } from '../records/record';
import type { Sort } from './request';

type Key = string | number | undefined;

/** Where a row stands in the order: its sort value, then namespace and name. */
export type Position = { key: Key; namespace: string; name: string };

const compareKeys = (a: Key, b: Key, descending: boolean): number => {
  // What has no value stands last, whatever the direction.
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : byCodeUnit(String(a), String(b));
  return descending ? -order : order;
};

const comparePositions = (a: Position, b: Position, descending: boolean): number =>
  compareKeys(a.key, b.key, descending) ||
  byCodeUnit(a.namespace, b.namespace) ||
  byCodeUnit(a.name, b.name);

export type Ordered = { record: VmRecord; position: Position };

/** Sorted by the field asked for, else by namespace and name. */
export const inOrder = (records: readonly VmRecord[], sort: Sort | undefined): Ordered[] => {
  const field = sort === undefined ? undefined : fieldNamed(sort.field);
  return records
    .map((record) => ({
      record,
      position: { key: field?.sortKey?.(record), namespace: record.namespace, name: record.name },
    }))
    .sort((a, b) => comparePositions(a.position, b.position, sort?.descending ?? false));
};

const sortText = (sort: Sort | undefined): string =>
  sort === undefined ? '' : `${sort.descending ? '-' : ''}${sort.field}`;

/** The position of the last row of a page. Later changes move rows, never the position. */
export const toCursor = ({ key, namespace, name }: Position, sort: Sort | undefined): string =>
  encodeURIComponent(JSON.stringify([sortText(sort), key ?? null, namespace, name]));

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(decodeURIComponent(cursor)) as unknown;
  } catch {
    return undefined;
  }
};

/** The position a cursor stands for; `undefined` when it is none of this order's. */
export const fromCursor = (cursor: string, sort: Sort | undefined): Position | undefined => {
  const parts = cursor.length > 2000 ? undefined : parse(cursor);
  if (!Array.isArray(parts) || parts.length !== 4) return undefined;
  const [order, key, namespace, name] = parts as unknown[];
  if (order !== sortText(sort) || typeof namespace !== 'string' || typeof name !== 'string')
    return undefined;
  if (key !== null && typeof key !== 'string' && typeof key !== 'number') return undefined;
  return { key: key ?? undefined, namespace, name };
};

export const after = (
  rows: readonly Ordered[],
  position: Position,
  sort: Sort | undefined,
): Ordered[] =>
  rows.filter((row) => comparePositions(row.position, position, sort?.descending ?? false) > 0);
