import { has, type Item } from './items';

/** The place after fillers ("of", "the", "is"). */
export const skipFillers = (items: readonly Item[], at: number): number => {
  let next = at;
  while (has(items[next], 'filler') && !has(items[next], 'not', 'number')) next += 1;
  return next;
};

export const isSymbol = (item: Item | undefined, ...texts: string[]): boolean =>
  item?.kind === 'symbol' && texts.includes(item.text);
