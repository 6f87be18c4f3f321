import type { Over, Sense } from '../lexicon/senses';
import { has, senseOf, silenced, type Item } from './items';
import { isShortSpan, saysTime } from './says-time';
import { isSymbol, skipFillers } from './skip';
import { measuresOf } from './measures';
import { countAt, isCount, isYear, spanAt } from './time-points';

/** Farther than this a word is not about another. */
const REACH = 24;

/** The last item before `end` that says something. */
const lastBefore = (items: readonly Item[], end: number): number => {
  let at = end - 1;
  while (at >= 0 && has(items[at], 'filler') && !has(items[at], 'number')) at -= 1;
  return at;
};

const isName = (item: Item | undefined): boolean =>
  item !== undefined &&
  item.kind !== 'symbol' &&
  !/^\d+(?:\.\d+)?[a-z]*$/.test(item.text) &&
  (item.senses.length === 0 || has(item, 'environment'));

const NAMED = ['namespace', 'node', 'label', 'instancetype', 'preference', 'name'];

const isNamedField = (item: Item | undefined): boolean =>
  NAMED.includes(senseOf(item, 'field')?.field ?? '');

/** Where one constraint that ends before `end` begins: a value, a name with its kind, `key=value`. */
const constraintStart = (items: readonly Item[], end: number): number | undefined => {
  const last = lastBefore(items, end);
  const before = lastBefore(items, last);
  const item = items[last];
  if (item === undefined) return undefined;
  if (has(item, 'suffix')) return before < 0 ? undefined : before;
  if (isNamedField(item)) return isName(items[before]) ? before : last;
  if (has(item, 'field')) return last;
  if (isSymbol(items[last - 1], '=', ':')) return Math.max(0, last - 2);
  if (senseOf(items[before], 'value')?.field === 'os' && /^\d/.test(item.text)) return before;
  if (has(item, 'value')) return has(items[before], 'field') ? before : last;
  if (!isName(item) && item.kind !== 'address') return undefined;
  return isNamedField(items[before]) ? before : last;
};

const sameKind = (a: Item | undefined, b: Item | undefined): boolean => {
  const [first, second] = [senseOf(a, 'value')?.field, senseOf(b, 'value')?.field];
  return first === undefined ? isName(a) && isName(b) : first === second;
};

/** "a and b except": the whole list of what is of one kind. */
const listStart = (items: readonly Item[]): number | undefined => {
  let start = constraintStart(items, items.length);
  while (start !== undefined && start > 0) {
    const joint = lastBefore(items, start);
    if (!has(items[joint], 'or', 'and') && !isSymbol(items[joint], ',')) break;
    const earlier = constraintStart(items, joint);
    if (earlier === undefined || !sameKind(items[earlier], items[start])) break;
    start = earlier;
  }
  return start;
};

const TIME_WORDS = [
  ...([
    'last',
    'this',
    'ago',
    'since',
    'before',
    'after',
    'within',
    'older',
    'newer',
    'for',
  ] as const),
  ...(['day', 'month', 'weekday', 'unit', 'number', 'compare'] as const),
];

const isTimeWord = (item: Item): boolean =>
  has(item, ...TIME_WORDS) || item.kind === 'date' || item.kind === 'clock' || isCount(item);

/** Where the time that ends here begins. */
const timeStart = (items: readonly Item[]): number | undefined => {
  let start: number | undefined;
  let said = false;
  for (let at = items.length - 1; at >= Math.max(0, items.length - REACH); at -= 1) {
    const item = items[at];
    if (item === undefined) break;
    if (isTimeWord(item) || isShortSpan(item)) {
      start = at;
      said = said || saysTime(item);
    } else if (has(item, 'between')) {
      start = at;
    } else if (!has(item, 'filler', 'to')) break;
  }
  return said ? start : undefined;
};

/** Where the span ("3 days", "24h") that ends here begins. */
const spanStart = (items: readonly Item[]): number | undefined => {
  const end = lastBefore(items, items.length);
  const start = [end - 1, end].find((at) => at >= 0 && spanAt(items, at)?.next === end + 1);
  const last = start === undefined ? -1 : start - 1;
  return has(items[last], 'last') ? undefined : start;
};

const countStart = (items: readonly Item[]): number | undefined => {
  const at = items.length - 1;
  if (countAt(items, at) === undefined) return undefined;
  return has(items[at - 1], 'top') ? at - 1 : at;
};

const yearStart = (items: readonly Item[], next: Item | undefined): number | undefined =>
  isYear(items.at(-1)) && !has(next, 'month') ? items.length - 1 : undefined;

/** "the VM biggest", "5 VMs biggest": before the number, if there is one. */
const nounStart = (items: readonly Item[]): number | undefined => {
  const at = lastBefore(items, items.length);
  if (!has(items[at], 'noun')) return undefined;
  return isCount(items[at - 1]) ? at - 1 : at;
};

const wordStart = (items: readonly Item[]): number | undefined => {
  const at = lastBefore(items, items.length);
  const item = items[at];
  if (item === undefined || item.kind === 'symbol' || has(item, 'noun', 'or', 'and'))
    return undefined;
  return isName(item) && isNamedField(items[at - 1]) ? at - 1 : at;
};

/** "worker-0またはworker-3にある": the place is that of all the names. */
const namesStart = (items: readonly Item[], last: number | undefined): number | undefined => {
  let start = last;
  while (start !== undefined && start > 1 && has(items[start - 1], 'or')) {
    if (!isName(items[start - 2])) break;
    start -= 2;
  }
  return start;
};

/** "the app label or the team label is missing": both labels; what else stands before may be there. */
const lackingStart = (items: readonly Item[]): number | undefined => {
  const start = constraintStart(items, items.length);
  const joint = start === undefined ? -1 : lastBefore(items, start);
  if (start === undefined || !has(items[joint], 'or', 'and')) return start;
  const earlier = constraintStart(items, joint);
  const named = isNamedField(items[joint - 1]) && isNamedField(items.at(-1));
  return named && earlier !== undefined && sameKind(items[earlier], items[start])
    ? earlier
    : undefined;
};

/** "label team missing, …": what is missing stands before, nothing follows. */
const endsClause = (next: Item | undefined): boolean =>
  next === undefined || isSymbol(next, ',', ')') || has(next, 'and', 'or', 'place');

const STARTS: Readonly<
  Record<Over, (items: readonly Item[], next: Item | undefined) => number | undefined>
> = {
  constraint: listStart,
  lacking: (items, next) => (endsClause(next) ? lackingStart(items) : undefined),
  word: wordStart,
  time: timeStart,
  span: spanStart,
  count: countStart,
  point: (items) => (spanStart(items) === undefined ? timeStart(items) : undefined),
  ranked: (items) =>
    items.some((item) => has(item, 'superlative', 'extreme', 'sort')) && !has(items.at(-2), 'top')
      ? countStart(items)
      : undefined,
  name: (items) => {
    const start = wordStart(items);
    const last = items[lastBefore(items, items.length)];
    if (isName(last) || start === undefined)
      return isName(last) ? namesStart(items, start) : undefined;
    // "staging 프로젝트에서": a name before its kind.
    if (!isNamedField(last) || has(items[start - 2], 'same')) return undefined;
    return isName(items[start - 1]) ? start - 1 : start;
  },
  noun: nounStart,
  measure: (items) => {
    const end = lastBefore(items, items.length);
    // "按内存从大到小排序"
    const at = has(items[end], 'direction') ? lastBefore(items, end) : end;
    const first = has(items[at - 1], 'group') ? at - 1 : at;
    return measuresOf(items[at]).length > 0 ? first : undefined;
  },
  owner: (items) => {
    const at = items.length - 1;
    const assigned = isSymbol(items[at - 1], '=', ':', '!=') || isNamedField(items[at - 1]);
    // "名字包含 kafka 的"
    if (has(items[at - 1], 'match')) return undefined;
    return isName(items[at]) && items[at]?.key !== true && !assigned ? at : undefined;
  },
  origin: (items) => {
    const start = wordStart(items);
    const said = start !== undefined && has(items[start - 1], 'owned');
    return said && isName(items[start]) ? start : undefined;
  },
  monthDay: (items) =>
    has(items.at(-2), 'month') && isCount(items.at(-1)) ? items.length - 2 : undefined,
  yearNumber: yearStart,
  unit: (items) => (has(items.at(-1), 'unit') ? items.length - 1 : undefined),
  weekday: (items) => (has(items.at(-1), 'weekday') ? items.length - 1 : undefined),
};

type Moves = Extract<Sense, { is: 'moves' }>;

const isMoves = (sense: Sense): sense is Moves => sense.is === 'moves';

/** The place behind the span that follows, with what it is compared with: "hace más de 2 días". */
const spanEnd = (items: readonly Item[], at: number): number | undefined =>
  spanAt(items, has(items[at], 'compare') ? at + 1 : at)?.next;

const plain = (item: Item): Item => ({
  ...item,
  senses: item.senses.filter((sense) => !isMoves(sense)),
});

const settled = (item: Item, before: readonly Item[], next: Item | undefined): Item => {
  if (has(item, 'calls')) {
    const acts = has(next, 'noun') || isName(next);
    const senses = plain(item).senses.filter(({ is }) => is !== 'calls');
    return { ...item, senses: acts ? [{ is: 'order' }] : senses };
  }
  if (!has(item, 'nor')) return plain(item);
  // "no están ni a ni b": the first says nothing more.
  if (has(before[lastBefore(before, before.length)], 'not')) return silenced(item);
  // "weder a noch b" goes on; "ohne a, die noch laufen" and "nicht in a und noch da" say "still".
  const still = has(item, 'filler');
  const isBreak = (one: Item): boolean => has(one, 'and') || isSymbol(one, ',');
  const breaks = still ? before.map(isBreak).lastIndexOf(true) : -1;
  const negated = before.slice(breaks + 1).some((earlier) => has(earlier, 'not'));
  const alone: Sense = still ? { is: 'filler' } : { is: 'not', how: 'open' };
  return { ...item, senses: [negated ? { is: 'or' } : alone] };
};

/** Said before already, as in "除了 … 以外", "从 … 开始". */
const said = (items: readonly Item[], start: number, as: readonly Sense[]): boolean => {
  const before = items[lastBefore(items, start)];
  const kinds = as.map(({ is }) => is).filter((is) => is !== 'filler');
  return kinds.length > 0 && (has(before, ...kinds) || has(items[start], ...kinds));
};

/** A pattern stands between a field and its word: "Name kafka enthält". */
const placeOf = (
  { over, as }: Moves,
  before: readonly Item[],
  next: Item | undefined,
): number | undefined => {
  const start = STARTS[over](before, next);
  const named = start !== undefined && isNamedField(before[start]) && start < before.length - 1;
  return named && as.some(({ is }) => is === 'match') ? start + 1 : start;
};

/** "중지도 일시 중지도 아닌": what is said beside it is meant too. */
const alternate = (items: Item[]): void => {
  const at = items.map((item) => has(item, 'also')).lastIndexOf(true);
  const item = items[at];
  if (item !== undefined) items[at] = { ...item, senses: [{ is: 'or' }] };
};

/** "1週間バックアップしていない": what did not happen in a time is denied after it. */
const goneAfter = (
  items: readonly Item[],
  at: number,
): { at: number; denial: Item } | undefined => {
  const next = skipFillers(items, at + 1);
  const item = items[next];
  return item !== undefined && senseOf(item, 'there')?.not === true
    ? { at: next, denial: { ...item, senses: [{ is: 'not', how: 'open' }] } }
    : undefined;
};

/** "除 legacy 以外": an exception that ends somewhere takes in no more than that. */
const close = (items: Item[], at: number): void => {
  const item = items[at];
  if (senseOf(item, 'not')?.how === 'except' && item !== undefined)
    items[at] = { ...item, senses: [{ is: 'not', how: 'plain' }] };
};

/**
 * Puts words that stand elsewhere than in English where the grammar looks for them: "prod-web
 * 以外" becomes "not prod-web". Spans stay those of the sentence.
 */
export const inEnglishOrder = (given: readonly Item[]): Item[] => {
  if (!given.some((item) => has(item, 'moves', 'nor', 'calls'))) return [...given];
  const items = [...given];
  const ordered: Item[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) break;
    const moves = item.senses.filter(isMoves);
    const back = moves.find(({ to }) => to === 'back');
    const end = back && spanEnd(items, at + 1);
    if (back !== undefined && end !== undefined) {
      items.splice(end, 0, { ...item, senses: back.as });
      continue;
    }
    let moved = false;
    for (const move of moves) {
      const { to, over, as } = move;
      // "seit 30 Tagen nicht gestartet": the negation is of the verb.
      if (has(item, 'also')) alternate(ordered);
      const denial = over === 'time' && has(ordered.at(-1), 'not') ? ordered.slice(-1) : [];
      const before = ordered.slice(0, ordered.length - denial.length);
      const start = to === 'front' ? placeOf(move, before, items[at + 1]) : undefined;
      if (start === undefined) continue;
      ordered.length = before.length;
      const again = said(ordered, start, as);
      if (again) close(ordered, lastBefore(ordered, start));
      const each = item.senses.filter(({ is }) => is === 'each');
      const senses: readonly Sense[] = again ? [{ is: 'filler' }] : [...as, ...each];
      const gone = over === 'time' ? goneAfter(items, at) : undefined;
      if (gone !== undefined) at = gone.at;
      const before_ = gone === undefined ? denial : [gone.denial];
      ordered.splice(again ? ordered.length : start, 0, ...before_, { ...item, senses });
      moved = true;
      break;
    }
    if (!moved) ordered.push(settled(item, ordered, items[at + 1]));
  }
  return ordered;
};
