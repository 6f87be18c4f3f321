import type { Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { isSymbol, skipFillers } from './skip';
import { countAt, dayOfMonth, isCount, isYear, pointAt, type Stretch } from './time-points';

/** "between 1 and 15 september": the month is said once for both. */
const sharedMonth = (scene: Scene, at: number): Stretch | undefined => {
  const { items } = scene;
  const day = skipFillers(items, at);
  const first = items[day];
  const count = countAt(items, day) ?? dayOfMonth(first);
  if (first === undefined || count === undefined || !has(items[day + 1], 'to')) return undefined;
  const second = pointAt(scene, day + 2);
  const rest = items.slice(day + 2, second?.next);
  const month = rest.findIndex((item) => has(item, 'month'));
  if (second === undefined || month < 1) return undefined;
  const written = [{ ...first, text: String(count) }, ...rest.slice(month)];
  const start = pointAt({ ...scene, items: written }, 0);
  return start && start.from < second.to
    ? { from: start.from, to: second.to, next: second.next }
    : undefined;
};

/** Only what can be nothing but a day begins a range without "between" or "from". */
const isDay = (items: readonly Item[], at: number): boolean =>
  items[at]?.kind === 'date' ||
  has(items[at], 'month', 'weekday', 'day') ||
  (isCount(items[at]) && has(items[at + 1], 'month'));

/** "between november 1 and 15": the month is said with the first only. */
const laterDay = (scene: Scene, from: number, at: number): Stretch | undefined => {
  const { items } = scene;
  const [day, after] = items.slice(at, at + 2);
  const month = items.slice(from, at).find((item) => has(item, 'month'));
  if (month === undefined || day === undefined || !isCount(day) || has(after, 'field', 'noun'))
    return undefined;
  const stretch = pointAt({ ...scene, items: [month, day] }, 0);
  const counted = senseOf(after, 'unit')?.unit === 'day';
  return stretch && { ...stretch, next: counted ? at + 2 : at + 1 };
};

/** "1-10 october", "november 10-12": both days in one word. */
const shortRange = (scene: Scene, at: number): Stretch | undefined => {
  const { items } = scene;
  const first = has(items[at], 'month') ? at + 1 : at;
  const [, from, to] = /^(\d{1,2})-(\d{1,2})$/.exec(items[first]?.text ?? '') ?? [];
  const named = first > at ? at : skipFillers(items, first + 1);
  const [days, month] = [items[first], items[named]];
  if (from === undefined || to === undefined || days === undefined || !has(month, 'month'))
    return undefined;
  const next = Math.max(first, named) + 1;
  const year = isYear(items[next]) ? items.slice(next, next + 1) : [];
  const [start, end] = [from, to].map((text) =>
    pointAt({ ...scene, items: [{ ...days, text }, ...items.slice(named, named + 1), ...year] }, 0),
  );
  return start && end && start.from < end.to
    ? { from: start.from, to: end.to, next: next + year.length }
    : undefined;
};

/** "july or august", "2025 and 2026": times that follow each other are one. */
export const withNext = (scene: Scene, time: Stretch): Stretch => {
  const { items } = scene;
  const joint = has(items[time.next], 'or', 'and') || isSymbol(items[time.next], ',');
  const at = skipFillers(items, joint && scene.link === 'none' ? time.next + 1 : time.next);
  const dated = has(items[at], 'month', 'weekday', 'quarter') || isYear(items[at]);
  const next = at > time.next && dated ? pointAt(scene, at) : undefined;
  if (next?.from === time.to) return withNext(scene, { ...next, from: time.from });
  return next?.to === time.from ? { ...next, to: time.to } : time;
};

/** "between a and b", "from a to b", "a to b", "since a till b". */
export const dayRange = (scene: Scene, at: number): Stretch | undefined => {
  const { items } = scene;
  const short = shortRange(
    scene,
    has(items[at], 'within', 'since') ? skipFillers(items, at + 1) : at,
  );
  if (short !== undefined) return short;
  const open = has(items[at], 'between', 'since');
  const shared = open ? sharedMonth(scene, at + 1) : undefined;
  if (shared !== undefined) return shared;
  const first = open || isDay(items, at) ? pointAt(scene, open ? at + 1 : at) : undefined;
  if (first === undefined) return undefined;
  const joined = has(items[first.next], 'to') && (open || !has(items[first.next], 'and'));
  const then = skipFillers(items, joined ? first.next + 1 : first.next);
  const second = open || joined ? (pointAt(scene, then) ?? laterDay(scene, at, then)) : undefined;
  if (second === undefined || second.to < first.from) return undefined;
  const closed = has(items[second.next], 'to') && !has(items[second.next], 'and');
  if (!joined && !closed) return undefined;
  const next = closed ? second.next + 1 : second.next;
  return { from: first.from, to: second.to, next };
};
