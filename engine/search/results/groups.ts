import { byCodeUnit } from '../../kubernetes';
import { fieldNamed } from '../fields';
import type { VmRecord } from '../records/record';
import type { Steps } from '../slices';
import type { Aggregate, SearchResult } from '../types';

const LABEL = 'label:';

type Cell = string | number | boolean | undefined;

/** Reads a column: a field, or one label (`label:team`). */
export const columnNamed = (name: string): ((record: VmRecord) => Cell) => {
  if (!name.startsWith(LABEL)) return fieldNamed(name)?.column ?? (() => undefined);
  const key = name.slice(LABEL.length);
  return ({ labels }) => (Object.hasOwn(labels, key) ? labels[key] : undefined);
};

/** Every value of a row: a machine on two storage classes counts for both. */
const keysOf = (name: string): ((record: VmRecord) => readonly (string | number | boolean)[]) => {
  const [field, cell] = [fieldNamed(name), columnNamed(name)];
  return (record) => {
    const each = field?.each(record) ?? [];
    const value = each.length > 0 ? undefined : cell(record);
    return value === undefined ? each : [value];
  };
};

type Group = { key: string; value: number };

/** What the rows with each value add up to, the most first; rows without one are left out. */
const groupsOf = (
  records: readonly VmRecord[],
  by: string,
  amount: (record: VmRecord) => number,
): Group[] => {
  const keys = keysOf(by);
  const groups = new Map<string | number | boolean, Group>();
  for (const record of records) {
    const value = amount(record);
    for (const key of keys(record)) {
      const known = groups.get(key);
      if (known === undefined) groups.set(key, { key: String(key), value });
      else known.value += value;
    }
  }
  return [...groups.values()].sort((a, b) => b.value - a.value || byCodeUnit(a.key, b.key));
};

/** How many rows have each value. */
const countBy = (records: readonly VmRecord[], name: string): Group[] =>
  groupsOf(records, name, () => 1);

const amountOf = (field: string): ((record: VmRecord) => number) => {
  const cell = columnNamed(field);
  return (record) => {
    const value = cell(record);
    return typeof value === 'number' ? value : 0;
  };
};

type Wanted = Omit<Aggregate, 'title' | 'value' | 'groups'>;

/** What the groups are made by. */
export const groupedBy = ({ function: name, of, by }: Wanted): string =>
  (name === 'distinct' ? of : undefined) ?? by ?? '';

/** Whether a group has as many rows, or as much in all, as is asked for. */
const isWithin = ({ op, value }: NonNullable<Aggregate['having']>, count: number): boolean => {
  const [low = 0, high = low] = [value].flat();
  if (op === 'gt') return count > low;
  if (op === 'gte') return count >= low;
  if (op === 'lt') return count < low;
  if (op === 'lte') return count <= low;
  return count >= low && count <= high;
};

const groupsWithin = (records: readonly VmRecord[], wanted: Wanted): Group[] => {
  const { function: name, having, of } = wanted;
  const amount = name === 'sum' && of !== undefined ? amountOf(of) : (): number => 1;
  const groups = groupsOf(records, groupedBy(wanted), amount);
  return having === undefined ? groups : groups.filter(({ value }) => isWithin(having, value));
};

/** The rows in groups of as many rows, or as much in all, as is asked for; without a limit all. */
export const rowsWithin = (
  records: readonly VmRecord[],
  wanted: Wanted | undefined,
): readonly VmRecord[] => {
  if (wanted?.having === undefined) return records;
  const kept = new Set(groupsWithin(records, wanted).map(({ key }) => key));
  const keys = keysOf(groupedBy(wanted));
  return records.filter((record) => keys(record).some((key) => kept.has(String(key))));
};

/** Counts, sums or distinct values of all matches. */
export const aggregateOf = (asked: Wanted, records: readonly VmRecord[]): Aggregate => {
  const { of, by } = asked;
  const title = fieldNamed(of ?? '')?.label;
  const wanted = title === undefined ? asked : { ...asked, title };
  if (wanted.function === 'distinct') {
    const groups = groupsWithin(records, wanted);
    return { ...wanted, value: groups.length, groups };
  }
  if (wanted.function === 'sum' && of !== undefined) {
    const amount = amountOf(of);
    const value = records.reduce((sum, record) => sum + amount(record), 0);
    if (by === undefined) return { ...wanted, value };
    const groups = groupsWithin(records, wanted);
    if (wanted.fewest === true) groups.reverse();
    return { ...wanted, value, groups };
  }
  if (by === undefined) return { ...wanted, value: records.length };
  const groups = groupsWithin(records, wanted);
  if (wanted.fewest === true) groups.reverse();
  return { ...wanted, value: records.length, groups };
};

const MOST_VALUES = 50;

/** The values of some fields among all matches, to narrow down by. */
export function* facetsOf(
  names: readonly string[] | undefined,
  records: readonly VmRecord[],
): Steps<SearchResult['facets']> {
  const facets: NonNullable<SearchResult['facets']> = [];
  for (const field of names ?? []) {
    const values = countBy(records, field)
      .slice(0, MOST_VALUES)
      .map(({ key, value }) => ({ value: key, count: value }));
    facets.push({ field, values });
    yield;
  }
  return names === undefined ? undefined : facets;
}
