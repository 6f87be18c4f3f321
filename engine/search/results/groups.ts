import { byCodeUnit } from '../../kubernetes';
import { fieldNamed } from '../fields';
import type { VmRecord } from '../records/record';
import type { Aggregate, SearchResult } from '../types';

const LABEL = 'label:';

/** The value of a column: a field's, or of one label (`label:team`). */
export const columnOf = (record: VmRecord, name: string): string | number | boolean | undefined => {
  if (!name.startsWith(LABEL)) return fieldNamed(name)?.column?.(record);
  const key = name.slice(LABEL.length);
  return Object.hasOwn(record.labels, key) ? record.labels[key] : undefined;
};

/** How many rows have each value, the most frequent first; rows without one are not counted. */
export const countBy = (
  records: readonly VmRecord[],
  name: string,
): { key: string; value: number }[] => {
  const counts = new Map<string, number>();
  for (const record of records) {
    const value = columnOf(record, name);
    if (value !== undefined) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, value]) => ({ key, value }))
    .sort((a, b) => b.value - a.value || byCodeUnit(a.key, b.key));
};

const sumOf = (records: readonly VmRecord[], field: string): number =>
  records.reduce((sum, record) => {
    const value = columnOf(record, field);
    return sum + (typeof value === 'number' ? value : 0);
  }, 0);

const sumBy = (
  records: readonly VmRecord[],
  of: string,
  by: string,
): { key: string; value: number }[] =>
  countBy(records, by)
    .map(({ key }) => ({
      key,
      value: sumOf(
        records.filter((record) => String(columnOf(record, by)) === key),
        of,
      ),
    }))
    .sort((a, b) => b.value - a.value || byCodeUnit(a.key, b.key));

/** Counts, sums or distinct values of all matches. */
export const aggregateOf = (
  wanted: Pick<Aggregate, 'function' | 'of' | 'by' | 'unit'>,
  records: readonly VmRecord[],
): Aggregate => {
  const { of, by } = wanted;
  if (wanted.function === 'distinct') {
    const groups = countBy(records, of ?? by ?? '');
    return { ...wanted, value: groups.length, groups };
  }
  if (wanted.function === 'sum' && of !== undefined) {
    const groups = by === undefined ? {} : { groups: sumBy(records, of, by) };
    return { ...wanted, value: sumOf(records, of), ...groups };
  }
  const groups = by === undefined ? {} : { groups: countBy(records, by) };
  return { ...wanted, value: records.length, ...groups };
};

const MOST_VALUES = 50;

/** The values of some fields among all matches, to narrow down by. */
export const facetsOf = (
  names: readonly string[] | undefined,
  records: readonly VmRecord[],
): SearchResult['facets'] =>
  names?.map((field) => ({
    field,
    values: countBy(records, field)
      .slice(0, MOST_VALUES)
      .map(({ key, value }) => ({ value: key, count: value })),
  }));
