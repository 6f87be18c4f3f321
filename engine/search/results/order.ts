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

type Placed = Pick<Position, 'namespace' | 'name'>;

const comparePlaces = (a: Placed, b: Placed): number =>
  // Neighbours stand in the same project most of the time.
  (a.namespace === b.namespace ? 0 : byCodeUnit(a.namespace, b.namespace)) ||
  byCodeUnit(a.name, b.name);

const comparePositions = (a: Position, b: Position, descending: boolean): number =>
  compareKeys(a.key, b.key, descending) || comparePlaces(a, b);

export type Ordered = { record: VmRecord; position: Position };

/** Where it belongs among rows in order. */
const placeOf = (rows: readonly Ordered[], position: Position, descending: boolean): number => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && comparePositions(row.position, position, descending) < 0) {
      low = middle + 1;
    } else high = middle;
  }
  return low;
};

/**
 * The first rows by the field asked for, else by namespace and name, that stand behind `after`. One
 * pass over the records: a page of ten thousand costs no sorting of ten thousand.
 */
export const firstInOrder = (
  records: readonly VmRecord[],
  sort: Sort | undefined,
  { count, after }: { count: number; after?: Position },
): Ordered[] => {
  const field = sort === undefined ? undefined : fieldNamed(sort.field);
  const descending = sort?.descending ?? false;
  const rows: Ordered[] = [];
  for (const record of records) {
    const key = field?.sortKey?.(record);
    const last = rows.length >= count ? rows.at(-1)?.position : undefined;
    // Most stand behind the page: no position is made for them.
    if (
      last !== undefined &&
      (compareKeys(key, last.key, descending) || comparePlaces(record, last)) > 0
    ) {
      continue;
    }
    const position = { key, namespace: record.namespace, name: record.name };
    if (after !== undefined && comparePositions(position, after, descending) <= 0) continue;
    rows.splice(placeOf(rows, position, descending), 0, { record, position });
    if (last !== undefined) rows.pop();
  }
  return rows;
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
