import { say } from '../../messages';
import { fieldNamed } from '../fields';
import type { Question, Scene } from './draft';
import { has, senseOf, type Item } from './items';
import type { Step, Wanted } from './results';
import { measured, measuresOf, ranksBy } from './measures';
import { skipFillers } from './skip';
import { wholeAt } from './time-points';
import { saysTime } from './says-time';

/** A number that says how many are wanted; "a" and "one" are articles. */
const numberAt = (items: readonly Item[], at: number): number | undefined =>
  has(items[at], 'filler', 'noun') ? undefined : wholeAt(items, at);

/** "the VM with the most memory": one is asked for, wherever the noun stands. */
const asksForOne = (items: readonly Item[]): boolean => {
  const nouns = items.flatMap((item) => senseOf(item, 'noun') ?? []);
  return nouns.length > 0 && nouns.every(({ one }) => one === true);
};

/** The number beside a superlative; a singular noun is one. */
const limitBeside = (items: readonly Item[], at: number): { limit?: number; next: number } => {
  const count = numberAt(items, at);
  // "most 2 vCPU VMs" would be another number.
  if (count !== undefined && !has(items[at + 1], 'field', 'unit'))
    return { limit: count, next: at + 1 };
  return asksForOne(items) ? { limit: 1, next: at } : { next: at };
};

/** A time follows at once. */
const isTimed = (items: readonly Item[], at: number): boolean =>
  !has(items[at], 'noun') && items.slice(at, at + 5).some(saysTime);

type Rank = Required<Pick<Wanted, 'sort'>> & { next: number };

/** "longest" of a state that follows: the state stays a constraint of its own. */
const lasting = ({ items, anchor }: Scene, at: number): Rank | undefined => {
  // "which one has been off the longest"
  if (items[at + 1] === undefined && anchor !== undefined)
    return { sort: { field: anchor, descending: false }, next: at + 1 };
  const field = senseOf(items[at + 1], 'value')?.anchor ?? measuresOf(items[at + 1])[0];
  const named = senseOf(items[at + 1], 'value') === undefined ? at + 2 : at + 1;
  return field === undefined ? undefined : { sort: { field, descending: false }, next: named };
};

/** When what a word tells took place: "stopped", "snapshots". */
const momentOf = (item: Item | undefined): string | undefined => {
  const value = senseOf(item, 'value');
  if (value?.anchor !== undefined) return value.anchor;
  const { timed } = fieldNamed(value?.field ?? senseOf(item, 'field')?.field ?? '') ?? {};
  return timed?.[String(value?.value)] ?? timed?.[''];
};

const isRecent = (item: Item | undefined): boolean => senseOf(item, 'extreme')?.recent === true;

/** "most recently stopped", "the latest snapshots": what happened stays a constraint of its own. */
const recent = (items: readonly Item[], at: number): Rank | undefined => {
  const newest = senseOf(items[at], 'superlative')?.descending === true;
  const first = skipFillers(items, at + 1);
  // "most recent 3 failures"
  const next = newest && numberAt(items, first) !== undefined ? first + 1 : first;
  const happens = senseOf(items[next], 'value')?.happens === true;
  const told =
    isRecent(items[at]) || (newest && (happens || (next === first && has(items[next], 'field'))));
  const field = told ? momentOf(items[next]) : undefined;
  return field === undefined
    ? undefined
    : { sort: { field, descending: true }, next: next > first ? first : next };
};

const PERIODS = ['unit', 'daypart', 'weekday', 'weekend', 'month', 'quarter', 'half'] as const;

/** "that stopped last", "crashed most recently": told behind what happened; "last night" is when. */
const recentBehind = (items: readonly Item[], at: number): Rank | undefined => {
  const field = momentOf(items[at - 1]);
  const timed = has(items[at + 1], ...PERIODS) || isTimed(items, at + 1);
  const told = isRecent(items[at]) || (has(items[at], 'last') && !timed);
  return told && field !== undefined
    ? { sort: { field, descending: true }, next: at + 1 }
    : undefined;
};

const NEWEST = /^(?:most recent|latest|newest) /;

/** "the VM with the newest snapshot": of each the newest, and of those the newest. */
const newestOfAll = (items: readonly Item[], at: number): Rank | undefined => {
  const field = senseOf(items[at], 'field')?.field;
  const named = NEWEST.test(items[at]?.text ?? '') && has(items[at - 2], 'with');
  const one = asksForOne(items) && !has(items[at + 1], 'compare', 'older', 'newer', 'blank');
  if (!named || !one || field === undefined || isTimed(items, at + 1)) return undefined;
  return { sort: { field, descending: true }, next: at };
};

/** The field a superlative is about: the one it names, else the one it stands for by itself. */
const rankAt = (scene: Scene, at: number): Rank | undefined => {
  const { items } = scene;
  const item = items[at];
  const extreme = senseOf(item, 'extreme');
  if (extreme?.lasts === true) return lasting(scene, at);
  const happened = recent(items, at);
  if (happened !== undefined) return happened;
  const target = skipFillers(items, at + 1);
  const named = extreme && measured(measuresOf(items[target]), extreme.counts === true);
  if (extreme !== undefined && named !== undefined) {
    // "the largest disks in total"
    const total = named === 'disk' && has(items[target + 1], 'inAll');
    const field = total ? 'diskSize' : named;
    const next = total ? target + 2 : target + 1;
    return { sort: ranksBy(items[target], field, extreme.descending), next };
  }
  const own = senseOf(item, 'superlative');
  return own && { sort: { field: own.field, descending: own.descending }, next: at + 1 };
};

/** "oldest snapshot", "last 5 migrations": that is not about the age of the machine. */
const unclearAge = (items: readonly Item[], at: number): Question | undefined => {
  const own = senseOf(items[at], 'superlative');
  const counted = numberAt(items, at + 1) !== undefined;
  const aged = own?.field === 'created' && (counted || !own.descending);
  if (!aged && !has(items[at], 'last')) return undefined;
  const next = counted ? at + 2 : at + 1;
  const { field = '' } = senseOf(items[next], 'field') ?? senseOf(items[next], 'value') ?? {};
  if (fieldNamed(field)?.timed === undefined) return undefined;
  return {
    outcome: 'ambiguous',
    message: say('Machines cannot be ranked by that. Rank them by the last one, or by a size.'),
    suggestions: ['VMs sorted by last snapshot', 'oldest VMs'],
  };
};

/** "newest", "5 oldest", "the biggest VM", "the most disks", "fewest snapshots". */
const superlative = (scene: Scene, at: number, wanted: Wanted): Step | undefined => {
  const { items } = scene;
  const count = numberAt(items, at);
  const start = count === undefined ? at : skipFillers(items, at + 1);
  const rank = rankAt(scene, start);
  // "last started before october": that is when it was.
  const timed = has(items[start], 'anchor') && isTimed(items, start + 1);
  if (rank === undefined || timed) return undefined;
  const question = unclearAge(items, start);
  const beside =
    count === undefined ? limitBeside(items, rank.next) : { limit: count, next: rank.next };
  // "largest disk first"
  const first =
    items[beside.next]?.text === 'first' && numberAt(items, beside.next + 1) === undefined;
  const limit = beside.limit ?? wanted.limit;
  return {
    next: first ? beside.next + 1 : beside.next,
    wanted: {
      sort: rank.sort,
      top: false,
      superlative: true,
      ...(limit === undefined ? {} : { limit }),
    },
    ...(question === undefined ? {} : { question }),
  };
};

const RANKS = ['superlative', 'extreme', 'sort'] as const;

/** What is said of machines before their noun: "2 stopped dmz VMs". */
const isSaidBefore = (item: Item | undefined): boolean =>
  item?.kind === 'word' &&
  !has(item, 'noun') &&
  (has(item, 'value', 'environment') || item.senses.length === 0);

/** "9 VMs with the most disks": how many, said before what they are ranked by. */
const countBefore = ({ items, previous }: Scene, at: number): Step | undefined => {
  const limit = numberAt(items, at);
  const begins = previous === undefined && !items.slice(0, at).some((item) => has(item, 'noun'));
  if (limit === undefined || limit < 1 || !begins) return undefined;
  let noun = at + 1;
  while (isSaidBefore(items[noun])) noun += 1;
  const ranked = items
    .slice(noun)
    .some((item, index) => has(item, ...RANKS) || recentBehind(items, noun + index));
  return has(items[noun], 'noun') && ranked ? { next: at + 1, wanted: { limit } } : undefined;
};

/** "last" and "first" by the word: `true` for the latest. */
const isLate = (item: Item | undefined): boolean | undefined =>
  has(item, 'last') ? true : item?.text === 'first' ? false : undefined;

/** "created last", "was created first in prod-web": the order is told behind the verb. */
const toldBehind = ({ items }: Scene, at: number, field: string): Step | undefined => {
  const descending = isLate(items[at + 1]);
  if (descending === undefined || items.slice(at + 2, at + 5).some(saysTime)) return undefined;
  const limit = asksForOne(items) ? { limit: 1 } : {};
  return { next: at + 2, wanted: { sort: { field, descending }, ...limit } };
};

const SAYS_STATE = /(?:^| )(?:is|are|be)$/;

/** "last 3 VMs that failed": what happened, behind the noun; "that are stopped" is how they are. */
const eventAfter = (items: readonly Item[], at: number): string | undefined =>
  items.slice(0, at).some((item) => has(item, 'noun')) &&
  senseOf(items[at], 'value')?.anchor === 'changed' &&
  !SAYS_STATE.test(items[at - 1]?.text ?? '')
    ? 'changed'
    : undefined;

/** "last 3 VMs created", "the first VM started": which time is told by the verb that follows. */
const latest = (scene: Scene, at: number, wanted: Wanted): Step | undefined => {
  const { items } = scene;
  const anchor = senseOf(items[at], 'anchor')?.field;
  const late = wanted.recent === undefined ? undefined : wanted.recent === 'last';
  const event = anchor ?? eventAfter(items, at);
  if (late !== undefined && event !== undefined)
    return {
      next: anchor === undefined ? at : at + 1,
      wanted: { sort: { field: event, descending: late }, recent: undefined },
    };
  const happened =
    wanted.sort === undefined ? (recentBehind(items, at) ?? newestOfAll(items, at)) : undefined;
  if (happened !== undefined) {
    const one = wanted.limit === undefined && asksForOne(items) ? { limit: 1 } : {};
    return { next: happened.next, wanted: { sort: happened.sort, ...one } };
  }
  const behind = anchor && wanted.sort === undefined ? toldBehind(scene, at, anchor) : undefined;
  if (behind !== undefined) return behind;
  if (anchor !== undefined && wanted.sort?.field === 'created' && wanted.superlative === true) {
    // "the latest VM created", "the newest VM started"
    const timed = items.slice(at + 1).some(saysTime);
    return timed
      ? undefined
      : { next: at + 1, wanted: { sort: { ...wanted.sort, field: anchor } } };
  }
  const descending = isLate(items[at]);
  if (descending === undefined) return undefined;
  const count = numberAt(items, at + 1);
  const question = count === undefined ? undefined : unclearAge(items, at);
  if (question !== undefined) return { next: at + 2, wanted: {}, question };
  let noun = count === undefined ? at + 1 : at + 2;
  const from = noun;
  const verb = count === undefined ? [] : (['anchor'] as const);
  while (has(items[noun], 'value', 'environment', 'filler', ...verb) && !has(items[noun], 'noun'))
    noun += 1;
  const limit = count ?? (senseOf(items[noun], 'noun')?.one === true ? 1 : undefined);
  const told = items
    .slice(from)
    .some((item, index) => has(item, 'anchor') || eventAfter(items, from + index));
  // "first 5 VMs created since monday" are some of those.
  if (!descending && items.slice(from).some(saysTime)) return undefined;
  if (limit === undefined || !told || !has(items[noun], 'noun')) return undefined;
  return {
    next: count === undefined ? at + 1 : at + 2,
    wanted: { limit, recent: descending ? 'last' : 'first' },
  };
};

/** Which machines come first, and how many of them are asked for. */
export const rankStep = (scene: Scene, at: number, wanted: Wanted): Step | undefined =>
  superlative(scene, at, wanted) ?? latest(scene, at, wanted) ?? countBefore(scene, at);
