import { fieldNamed } from '../fields';
import { amountAt } from './amounts';
import { has, type Item } from './items';
import { isSymbol, skipFillers } from './skip';

const isBare = (item: Item | undefined): boolean =>
  item?.kind === 'word' && /^\d{1,6}$/.test(item.text);

/** What a number is of: a unit, a thing that is counted or measured, or both: "GB", "GB of memory". */
const measureAt = (items: readonly Item[], at: number): readonly Item[] => {
  const amount = amountAt(items, at);
  const unit = /^\d+([a-z]+)$/.exec(items[at]?.text ?? '')?.[1];
  const next = amount?.bytes === true ? amount.next : at + 1;
  const counted = items[skipFillers(items, next)];
  const type = amount?.bytes === true ? 'bytes' : 'number';
  const measured = counted?.senses.some(
    (sense) => sense.is === 'field' && fieldNamed(sense.field)?.type === type,
  );
  return [
    ...items
      .slice(at, at + 1)
      .flatMap((item) => (unit === undefined ? [] : [{ ...item, text: unit }])),
    ...items.slice(at + 1, next),
    ...(counted !== undefined && measured === true ? [counted] : []),
  ];
};

/** "4 or 8 vcpus", "2, 4 or 8 GB": what the last number is of is said of each. */
export const withSharedFields = (items: readonly Item[]): readonly Item[] => {
  const last = items.findIndex(
    (item, at) => has(item, 'or') && isBare(items[at - 1]) && amountAt(items, at + 1) !== undefined,
  );
  const measure = last < 0 ? [] : measureAt(items, last + 1);
  if (measure.length === 0) return items;
  let first = last - 1;
  while (isSymbol(items[first - 1], ',') && isBare(items[first - 2])) first -= 2;
  // "more than 4 or 8 vcpus" compares with one of them.
  if (has(items[first - 1], 'compare', 'between', 'to')) return items;
  return items.flatMap((item, at) => {
    if (at < first || at >= last) return [item];
    return isBare(item) ? [item, ...measure] : [{ ...item, kind: 'word', senses: [{ is: 'or' }] }];
  });
};
