import { DAY, MINUTE } from '../../kubernetes';

/** Wall-clock time in some zone; month and day count from 1. */
export type Civil = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
};

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

const makeFormat = (timeZone: string): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
};

const formatFor = (timeZone: string): Intl.DateTimeFormat | undefined => {
  if (!formats.has(timeZone)) {
    // Names come from outside: without a bound anybody could fill the memory with them.
    if (formats.size > 100) formats.clear();
    formats.set(timeZone, makeFormat(timeZone));
  }
  return formats.get(timeZone);
};

/** True for a name of the IANA time zone database that this machine knows. */
export const isTimeZone = (name: string): boolean =>
  name.length <= 64 && formatFor(name) !== undefined;

const wallClock = (civil: Civil): number =>
  Date.UTC(civil.year, civil.month - 1, civil.day, civil.hour, civil.minute);

const civilInUtc = (instant: number): Civil => {
  const date = new Date(instant);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
};

/** The wall clock of a zone at an instant; of UTC when the zone is not known. */
export const civilAt = (instant: number, timeZone: string): Civil => {
  if (timeZone === 'UTC') return civilInUtc(instant);
  const parts = (formatFor(timeZone) ?? formatFor('UTC'))?.formatToParts(instant) ?? [];
  const read = (type: string): number =>
    Number(parts.find((part) => part.type === type)?.value ?? Number.NaN);
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
  };
};

const offsetAt = (instant: number, timeZone: string): number =>
  wallClock(civilAt(instant, timeZone)) - Math.floor(instant / MINUTE) * MINUTE;

/**
 * The instant at which the zone's clock shows this time. A time skipped when the clock goes forward
 * is taken as one step later; one that occurs twice as the first.
 */
export const instantOf = (civil: Civil, timeZone: string): number => {
  const wall = wallClock(civil);
  const before = wall - offsetAt(wall - DAY, timeZone);
  const after = wall - offsetAt(wall + DAY, timeZone);
  if (offsetAt(before, timeZone) === wall - before) return before;
  return offsetAt(after, timeZone) === wall - after ? after : Math.max(before, after);
};

export type CalendarUnit = 'hour' | 'day' | 'week' | 'month' | 'year';

const startsOf: Record<CalendarUnit, (civil: Civil) => Civil> = {
  hour: (civil) => ({ ...civil, minute: 0 }),
  day: (civil) => ({ ...civil, hour: 0, minute: 0 }),
  week: (civil) => {
    const weekday = (new Date(wallClock(civil)).getUTCDay() + 6) % 7;
    return { ...civil, day: civil.day - weekday, hour: 0, minute: 0 };
  },
  month: (civil) => ({ ...civil, day: 1, hour: 0, minute: 0 }),
  year: (civil) => ({ ...civil, month: 1, day: 1, hour: 0, minute: 0 }),
};

/** The start of the hour, day, ISO week, month or year `shift` units from the one holding `instant`. */
export const startOf = (
  unit: CalendarUnit,
  instant: number,
  timeZone: string,
  shift = 0,
): number => {
  const start = startsOf[unit](civilAt(instant, timeZone));
  const moved = {
    ...start,
    year: start.year + (unit === 'year' ? shift : 0),
    month: start.month + (unit === 'month' ? shift : 0),
    day: start.day + (unit === 'day' ? shift : unit === 'week' ? 7 * shift : 0),
    hour: start.hour + (unit === 'hour' ? shift : 0),
  };
  return instantOf(moved, timeZone);
};

const two = (value: number): string => String(value).padStart(2, '0');

/** "13:30 UTC" on the day of `now`, else "2026-11-03 13:30 UTC"; midnight is left out of a date. */
export const showTime = (instant: number, now: number, timeZone: string): string => {
  const civil = civilAt(instant, timeZone);
  const today = civilAt(now, timeZone);
  const clock = `${two(civil.hour)}:${two(civil.minute)}`;
  const date = `${civil.year}-${two(civil.month)}-${two(civil.day)}`;
  const sameDay =
    civil.year === today.year && civil.month === today.month && civil.day === today.day;
  if (sameDay && clock !== '00:00') return `${clock} ${timeZone}`;
  return clock === '00:00' ? `${date} ${timeZone}` : `${date} ${clock} ${timeZone}`;
};
