import type { Scene } from './draft';
import type { Item } from './items';
import { isSymbol } from './skip';

/** Where one clause ends and the next begins. */
export const breaks = (item: Item | undefined): boolean =>
  item === undefined || isSymbol(item, ',', ':', '(', ')') || item.text === '-';

/** A clause ends behind this item: what breaks it may be punctuation that is no item. */
export const endsClause = (
  { items, sentence }: Pick<Scene, 'items' | 'sentence'>,
  at: number,
): boolean => {
  const [item, next] = [items[at], items[at + 1]];
  return breaks(next) || /[:;.!?\])\n—]/.test(sentence.slice(item?.end ?? 0, next?.start));
};
