import { DAY, HOUR, MINUTE, parseTime, SECOND } from '../../kubernetes';
import { civilAt, instantOf, startOf, type CalendarUnit } from '../query/time-zone';
import {
  clockAt,
  clockOn,
  clockStretch,
  dayPartAt,
  weekendAt,
  withClock,
  withDayPart,
  yearPartAt,
} from './calendar';
import type { Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { isSymbol, skipFillers } from './skip';

/** A stretch of time; the end is not part of it. A point has no length. */
export type Stretch = { from: number; to: number; next: number };

/** "3 days", "24h", "an hour": so many of a unit. */
export type Span = {
  milliseconds: number;
  unit: CalendarUnit | 'minute' | 'second';
  count: number;
  next: number;
};

const LENGTHS = {
  second: SECOND,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  year: 365 * DAY,
} as const;

const SHORT: Readonly<Record<string, keyof typeof LENGTHS>> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
  y: 'year',
};

/** A year that a machine can have been made in. */
export const isYear = (item: Item | undefined): boolean =>
  /^(?:19[7-9]\d|20\d\d)$/.test(item?.text ?? '');

export const isCount = (item: Item | undefined): boolean =>
  item?.kind === 'word' && /^\d{1,6}$/.test(item.text);

/** A number in digits or in words. */
export const countAt = (items: readonly Item[], at: number): number | undefined => {
  const item = items[at];
  if (item === undefined) return undefined;
  return isCount(item) ? Number(item.text) : senseOf(item, 'number')?.value;
};

/** A number of things: there is no half of one. */
export const wholeAt = (items: readonly Item[], at: number): number | undefined => {
  const count = countAt(items, at);
  return count !== undefined && Number.isInteger(count) ? count : undefined;
};

const isAged = (items: readonly Item[], at: number): boolean =>
  has(items[at - 1], 'older', 'newer', 'last') || has(items[at + 1], 'ago', 'old');

/** "24h", "30d", "1y"; "6mo" only beside a word of age, for it is an amount of memory too. */
const shortSpan = (items: readonly Item[], at: number): Span | undefined => {
  const text = items[at]?.kind === 'word' ? items[at].text : '';
  const [, number, letters = ''] = /^(\d{1,6})(mo|[smhdwy])$/.exec(text) ?? [];
  const unit = SHORT[letters];
  if (unit === undefined || (unit === 'month' && !isAged(items, at))) return undefined;
  const count = Number(number);
  return { milliseconds: count * LENGTHS[unit], unit, count, next: at + 1 };
};

/** Months and years go by the calendar of the zone; shorter units are exact. */
export const before = (
  instant: number,
  { unit, count, milliseconds }: Span,
  zone: string,
): number => {
  if ((unit !== 'month' && unit !== 'year') || !Number.isInteger(count))
    return instant - milliseconds;
  const civil = civilAt(instant, zone);
  const moved =
    unit === 'year'
      ? { ...civil, year: civil.year - count }
      : { ...civil, month: civil.month - count };
  return instantOf(moved, zone);
};

export const spanAt = (items: readonly Item[], at: number): Span | undefined => {
  const short = shortSpan(items, at);
  if (short !== undefined) return short;
  const count = countAt(items, at);
  // "3+ weeks"
  const named = isSymbol(items[at + 1], '+') ? at + 2 : at + 1;
  const { unit, times = 1 } = senseOf(items[named], 'unit') ?? {};
  if (count === undefined || unit === undefined) return undefined;
  const all = count * times;
  return { milliseconds: all * LENGTHS[unit], unit, count: all, next: named + 1 };
};

const unitStretch = (
  unit: CalendarUnit,
  shift: number,
  { context }: Scene,
  next: number,
): Stretch => ({
  from: startOf(unit, context.now, context.timeZone, shift),
  to: startOf(unit, context.now, context.timeZone, shift + 1),
  next,
});

const dateStretch = (item: Item, { context }: Scene, next: number): Stretch | undefined => {
  const zone = context.timeZone;
  if (item.text.length > 10) {
    const zoned = /(?:z|[+-]\d\d:?\d\d)$/.test(item.text);
    const instant = parseTime(zoned ? item.text.toUpperCase() : `${item.text.toUpperCase()}Z`);
    if (instant === undefined) return undefined;
    const from = zoned ? instant : instantOf(civilAt(instant, 'UTC'), zone);
    return { from, to: from, next };
  }
  const utc = parseTime(`${item.text}T12:00:00Z`);
  if (utc === undefined || new Date(utc).toISOString().slice(0, 10) !== item.text) return undefined;
  const civil = { ...civilAt(utc, 'UTC'), hour: 0, minute: 0 };
  return {
    from: instantOf(civil, zone),
    to: instantOf({ ...civil, day: civil.day + 1 }, zone),
    next,
  };
};

const LONGEST = 31;
const SHORTER: Readonly<Record<number, number>> = { 2: 29, 4: 30, 6: 30, 9: 30, 11: 30 };

/** "3", "3rd". */
export const dayOfMonth = (item: Item | undefined): number | undefined => {
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th|er)?$/.exec(item?.text ?? '')?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : undefined;
};

/** A day and a month beside each other, whichever stands first. */
export const isDayAndMonth = (items: readonly Item[], at: number): boolean =>
  dayOfMonth(items[at]) !== undefined && has(items[skipFillers(items, at + 1)], 'month');

/** "november", "november 3", "3 november", "nov 2025": the past one when the year is not said. */
const monthStretch = ({ items, context }: Scene, at: number): Stretch | undefined => {
  const before_ = dayOfMonth(items[at]);
  const named = before_ === undefined ? at : skipFillers(items, at + 1);
  const month = senseOf(items[named], 'month')?.month;
  if (month === undefined) return undefined;
  let next = named + 1;
  // "november the 12th"
  if (before_ === undefined && items[next]?.text === 'the' && dayOfMonth(items[next + 1]))
    next += 1;
  const day = before_ ?? dayOfMonth(items[next]);
  if (before_ === undefined && day !== undefined) next += 1;
  if (isSymbol(items[next], ',') && isYear(items[next + 1])) next += 1;
  const stated = Number(items[next]?.text);
  // There is no 31 February.
  if (day !== undefined && day > (SHORTER[month] ?? LONGEST)) return undefined;
  const zone = context.timeZone;
  const thisYear = civilAt(context.now, zone).year;
  const first = { month, day: day ?? 1, hour: 0, minute: 0 };
  const hasYear = isYear(items[next]);
  const past = instantOf({ year: thisYear, ...first }, zone) <= context.now;
  const start = { year: hasYear ? stated : past ? thisYear : thisYear - 1, ...first };
  const end = day === undefined ? { ...start, month: month + 1 } : { ...start, day: day + 1 };
  return {
    from: instantOf(start, zone),
    to: instantOf(end, zone),
    next: hasYear ? next + 1 : next,
  };
};

/** "friday" may be today, "last friday" is a week ago then. */
const weekdayStretch = (
  scene: Scene,
  weekday: number,
  next: number,
  isLast: boolean,
): Stretch | undefined => {
  const today = civilAt(scene.context.now, scene.context.timeZone);
  const current = new Date(Date.UTC(today.year, today.month - 1, today.day)).getUTCDay() || 7;
  const days = (current - weekday + 7) % 7;
  const day = unitStretch('day', -(isLast && days === 0 ? 7 : days), scene, next);
  return withClock(scene, withDayPart(scene, day));
};

const yearStretch = (item: Item, scene: Scene, next: number): Stretch | undefined => {
  const year = Number(item.text);
  if (!isYear(item)) return undefined;
  const start = { year, month: 1, day: 1, hour: 0, minute: 0 };
  const zone = scene.context.timeZone;
  return { from: instantOf(start, zone), to: instantOf({ ...start, year: year + 1 }, zone), next };
};

/** "on the 12th": the last day of that number. */
const ordinal = ({ items, context }: Scene, at: number): Stretch | undefined => {
  const day = /^\d+[a-z]+$/.test(items[at]?.text ?? '') ? dayOfMonth(items[at]) : undefined;
  const after = items[at + 1];
  const ends = after === undefined || after.kind === 'symbol' || has(after, 'to', 'and', 'or');
  // Not every month has a 29th.
  if (day === undefined || day > 28 || !ends || items[at - 1]?.text !== 'the') return undefined;
  const zone = context.timeZone;
  const now = civilAt(context.now, zone);
  const month = day > now.day ? now.month - 1 : now.month;
  const first = { ...now, month, day, hour: 0, minute: 0 };
  return {
    from: instantOf(first, zone),
    to: instantOf({ ...first, day: day + 1 }, zone),
    next: at + 1,
  };
};

/** "2 days ago", "last week", "this month", "today", "2026-11-03", "13:30", "monday", "november 3". */
export const pointAt = (scene: Scene, start: number): Stretch | undefined => {
  const { items, context } = scene;
  const at = skipFillers(items, start);
  const item = items[at];
  if (item === undefined) return undefined;
  if (item.kind === 'date') {
    const date = dateStretch(item, scene, at + 1);
    return item.text.length > 10 ? date : withClock(scene, date);
  }
  const clock = clockAt(items, at);
  if (clock !== undefined)
    return clockOn(scene, clock, (day) => pointAt(scene, day)) ?? clockStretch(clock, scene);
  const named = dayPartAt(scene, at) ?? weekendAt(scene, at) ?? yearPartAt(scene, at);
  if (named !== undefined) return named;
  const span = spanAt(items, at);
  if (span !== undefined && has(items[span.next], 'ago')) {
    const instant = before(context.now, span, context.timeZone);
    return { from: instant, to: instant, next: span.next + 1 };
  }
  const day = senseOf(item, 'day');
  if (day !== undefined) return withClock(scene, unitStretch('day', day.shift, scene, at + 1));
  const unit = senseOf(items[at + 1], 'unit')?.unit;
  const calendar = unit === 'second' || unit === 'minute' ? undefined : unit;
  if (has(item, 'last') && calendar !== undefined) return unitStretch(calendar, -1, scene, at + 2);
  if (has(item, 'this') && calendar !== undefined) return unitStretch(calendar, 0, scene, at + 2);
  const skip = has(item, 'last', 'this') ? 1 : 0;
  const weekday = senseOf(items[at + skip], 'weekday');
  if (weekday !== undefined)
    return weekdayStretch(scene, weekday.weekday, at + skip + 1, has(item, 'last'));
  return monthStretch(scene, at + skip) ?? ordinal(scene, at) ?? yearStretch(item, scene, at + 1);
};
