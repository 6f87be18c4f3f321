import type { Vocabulary } from '../vocabulary';
import { has, senseOf, type Item } from './items';
import { isKeyName } from './label-pairs';
import { isSymbol, skipFillers } from './skip';

/** A time or an amount: what is missing is then more than the thing. */
const SAYS_MORE = ['compare', 'older', 'newer', 'since', 'last', 'for', 'before', 'match'] as const;

const isLabel = (item: Item | undefined): boolean => senseOf(item, 'field')?.field === 'label';

const NOT: Item['senses'] = [{ is: 'not', how: 'plain' }];

const OR: Pick<Item, 'kind' | 'senses'> = { kind: 'word', senses: [{ is: 'or' }] };

/** A word that is meant but not said, at a place of the sentence. */
const beside = (item: Item, at: number, senses: Item['senses']): Item => ({
  ...item,
  text: '',
  raw: '',
  start: at,
  end: at,
  senses,
});

/** Farther back than this nothing is said of a thing. */
const REACH = 24;

/** "missing pvc": a value that says by itself what is missing. */
const isGone = (item: Item | undefined): boolean => has(item, 'each') && has(item, 'value');

/** The place behind something that is there or not: "a backup", "the app label", "label app". */
const thingEnd = (
  items: readonly Item[],
  from: number,
  vocabulary: Vocabulary,
): number | undefined => {
  let at = from;
  while (has(items[at], 'either', 'filler') && !has(items[at], 'not', 'with')) at += 1;
  const item = items[at];
  if (isGone(item)) return at + 1;
  if (item === undefined || has(item, 'not', 'noun', 'value')) return undefined;
  const key = isKeyName(vocabulary, item.raw);
  if (isLabel(item)) return items[at + 1]?.kind === 'word' ? at + 2 : undefined;
  if (!key && !isLabel(items[at + 1]) && !has(item, 'field')) return undefined;
  return isLabel(items[at + 1]) ? at + 2 : at + 1;
};

type Things = { starts: number[]; next: number; joint: 'or' | 'and' | undefined };

/** Where each of some things begins, what joins them, and the place behind the last. */
const thingsAt = (
  items: readonly Item[],
  from: number,
  vocabulary: Vocabulary,
): Things | undefined => {
  const starts: number[] = [];
  let [next, joint] = [from, undefined as Things['joint']];
  for (;;) {
    const end = thingEnd(items, has(items[next], 'not') ? next + 1 : next, vocabulary);
    if (end === undefined) return undefined;
    starts.push(next);
    const comma = isSymbol(items[end], ',');
    // "missing a or b, running": the list has ended.
    if (!has(items[end], 'or', 'and') && (!comma || joint !== undefined))
      return { starts, next: end, joint };
    const said = has(items[end], 'or') ? 'or' : 'and';
    if (joint !== undefined && joint !== said)
      return joint === 'or' ? { starts, next: end, joint } : undefined;
    if (!comma) joint = said;
    next = end + 1;
  }
};

/** The things with what is said of each of them; in parentheses where one is enough. */
const saidOfEach = (
  items: readonly Item[],
  { starts, next, joint }: Things,
  denial: Item,
): readonly Item[] => {
  const among = (text: '(' | ')', at: number): Item[] =>
    joint === 'or' ? [{ ...beside(denial, at, []), kind: 'symbol', text }] : [];
  return items.flatMap((item, index) => {
    if (joint === 'or' && isSymbol(item, ',') && starts.includes(index + 1))
      return [{ ...item, ...OR }];
    const end = index === next - 1 ? among(')', item.end) : [];
    if (!starts.includes(index)) return [item, ...end];
    const not = has(item, 'not') || isGone(item) ? [] : [beside(denial, item.start, NOT)];
    const begin = index === starts[0] ? among('(', item.start) : [];
    return [...begin, ...not, item, ...end];
  });
};

/** "ein Backup oder ein Snapshot fehlt": what is said last is said of each. */
const withListGone = (items: readonly Item[], vocabulary: Vocabulary): readonly Item[] => {
  const gone = items.findIndex((item) => senseOf(item, 'there')?.not === true);
  const denial = items[gone];
  for (let from = Math.max(0, gone - REACH); denial !== undefined && from < gone; from += 1) {
    const things = has(items[from], 'or', 'and') ? undefined : thingsAt(items, from, vocabulary);
    if (things?.joint === undefined || skipFillers(items, things.next) !== gone) continue;
    if (has(items[from - 1], 'not')) return items;
    return saidOfEach(items, things, denial).filter((item) => item !== denial);
  }
  return items;
};

/** "a exists but b does not", "a is set, b isn't": what the last has not stands before it. */
const withDenialLast = (items: readonly Item[], vocabulary: Vocabulary): readonly Item[] => {
  const at = items.length - 1;
  const denial = items[at];
  if (denial === undefined || !NOT_SO.test(denial.text)) return items;
  for (let from = at - 3; from < at; from += 1) {
    const after = has(items[from - 1], 'and', 'or') || isSymbol(items[from - 1], ',');
    if (after && thingEnd(items, from, vocabulary) === at)
      return [...items.slice(0, from), { ...denial, senses: NOT }, ...items.slice(from, at)];
  }
  return items;
};

const NOT_SO = /^(?:(?:do|does|is|are) not|(?:do|does|is|are)n't)$/;

/** "missing pvc or snapshot" lacks one of them, "missing pvc and snapshot" both. */
const withListAfterGone = (items: readonly Item[], vocabulary: Vocabulary): readonly Item[] => {
  const at = items.findIndex((item) => isGone(item));
  const denial = items[at];
  const things = denial && thingsAt(items, at, vocabulary);
  if (denial === undefined || things?.joint === undefined) return items;
  return has(items[skipFillers(items, things.next)], ...SAYS_MORE)
    ? items
    : saidOfEach(items, things, denial);
};

/**
 * "missing the app label or the team label" lacks one of them, as does "with no backup or no snapshot";
 * "without a or b" lacks both.
 */
export const withEachLacking = (
  given: readonly Item[],
  vocabulary: Vocabulary,
): readonly Item[] => {
  const whole = withDenialLast(withListGone(given, vocabulary), vocabulary);
  const items = withListAfterGone(whole, vocabulary);
  const last = items.map((item) => has(item, 'not')).lastIndexOf(true);
  const at = items.findIndex(
    (item, index) => has(item, 'not') && (has(item, 'each') || index < last),
  );
  const denial = items[at];
  const each = has(denial, 'each');
  const things = denial && thingsAt(items, each ? at + 1 : at, vocabulary);
  if (denial === undefined || things?.joint !== 'or') return items;
  if (has(items[skipFillers(items, things.next)], ...SAYS_MORE)) return items;
  const starts = [at, ...things.starts.slice(1)];
  return saidOfEach(items, { ...things, starts }, denial);
};
