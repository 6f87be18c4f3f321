import { fieldNamed } from '../fields';
import type { Item } from './items';
import type { Wanted } from './results';

const isMeasure = (name: string): boolean => {
  const { sortKey, type = '' } = fieldNamed(name) ?? {};
  return sortKey !== undefined && ['number', 'bytes', 'time'].includes(type);
};

/** Fields a word names that machines can be ranked by: sizes, counts and times, not names. */
export const measuresOf = (item: Item | undefined): string[] =>
  (item?.senses ?? []).flatMap((sense) =>
    (sense.is === 'field' || sense.is === 'anchor') && isMeasure(sense.field) ? [sense.field] : [],
  );

const ofType = (names: readonly string[], type: string): string | undefined =>
  names.find((name) => fieldNamed(name)?.type === type);

/** "most disks" counts them, "biggest disk" measures one. */
export const measured = (names: readonly string[], counts: boolean): string | undefined => {
  const [number, bytes] = [ofType(names, 'number'), ofType(names, 'bytes')];
  return (counts ? (number ?? bytes) : (bytes ?? number)) ?? names[0];
};

const AGES = /(?:^| )(?:age|uptime)$/;

/** "highest uptime" started first: an age grows as its time lies back. */
export const ranksBy = (
  item: Item | undefined,
  field: string,
  descending: boolean,
): NonNullable<Wanted['sort']> => ({
  field,
  descending: AGES.test(item?.text ?? '') ? !descending : descending,
});
