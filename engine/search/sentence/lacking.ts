import type { Vocabulary } from '../vocabulary';
import { has, senseOf, type Item } from './items';
import { isSymbol, skipFillers } from './skip';

/** A time or an amount: what is missing is then more than the thing. */
const SAYS_MORE = ['compare', 'older', 'newer', 'since', 'last', 'for', 'before', 'match'] as const;

const isLabel = (item: Item | undefined): boolean => senseOf(item, 'field')?.field === 'label';

/** The place behind something that is there or not: "a backup", "the app label", "label app". */
const thingEnd = (
  items: readonly Item[],
  from: number,
  vocabulary: Vocabulary,
): number | undefined => {
  let at = from;
  while (has(items[at], 'either', 'filler') && !has(items[at], 'not')) at += 1;
  const item = items[at];
  if (item === undefined || has(item, 'not', 'noun', 'value')) return undefined;
  const key = vocabulary.labels.has(item.raw);
  if (isLabel(item)) return items[at + 1]?.kind === 'word' ? at + 2 : undefined;
  if (!key && !isLabel(items[at + 1]) && !has(item, 'field')) return undefined;
  return isLabel(items[at + 1]) ? at + 2 : at + 1;
};

/** Where each of the things begins that are missing one or the other; none where it is not sure. */
const startsOf = (items: readonly Item[], from: number, vocabulary: Vocabulary): number[] => {
  const starts: number[] = [];
  let [next, joined] = [from, false];
  for (;;) {
    const denied = has(items[next], 'not') ? next + 1 : next;
    const end = thingEnd(items, denied, vocabulary);
    if (end === undefined || has(items[skipFillers(items, end)], ...SAYS_MORE)) return [];
    starts.push(next);
    joined ||= has(items[end], 'or');
    if (!has(items[end], 'or') && !isSymbol(items[end], ',')) return joined ? starts : [];
    // "missing a, running": the list has ended.
    if (!has(items[end], 'or') && joined) return starts;
    next = end + 1;
  }
};

const EITHER: Item['senses'] = [{ is: 'either' }];

const OR: Pick<Item, 'kind' | 'senses'> = { kind: 'word', senses: [{ is: 'or' }] };

const beside = (item: Item, at: number, senses: Item['senses']): Item => ({
  ...item,
  text: '',
  raw: '',
  start: at,
  end: at,
  senses,
});

/**
 * "missing the app label or the team label" lacks one of them, as does "with no backup or no snapshot";
 * "without a or b" lacks both.
 */
export const withEachLacking = (
  items: readonly Item[],
  vocabulary: Vocabulary,
): readonly Item[] => {
  const at = items.findIndex(
    (item, index) =>
      has(item, 'not') &&
      (has(item, 'each') || items.slice(index + 1).some((later) => has(later, 'not'))),
  );
  const denial = items[at];
  const starts = denial === undefined ? [] : startsOf(items, at + 1, vocabulary);
  if (denial === undefined || starts.length < 2) return items;
  const each = has(denial, 'each');
  return items.flatMap((item, index) => {
    if (index === at) return [beside(item, item.start, EITHER), item];
    // "a, b or c": each comma is an "or" as well.
    if (isSymbol(item, ',') && starts.includes(index + 1)) return [{ ...item, ...OR }];
    const again = index > at + 1 && starts.includes(index) && each && !has(item, 'not');
    return again ? [beside(denial, item.start, denial.senses), item] : [item];
  });
};
