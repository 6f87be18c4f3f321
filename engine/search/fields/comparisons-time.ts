import { DAY, formatTime, HOUR, MINUTE, parseTime, SECOND } from '../../kubernetes';
import { say } from '../../messages';
import { civilAt, instantOf, showTime } from '../query/time-zone';
import type { Comparisons, Operator, QueryContext } from './field';

const UNITS: Readonly<Record<string, number>> = {
  s: SECOND,
  m: MINUTE,
  h: HOUR,
  d: DAY,
  w: 7 * DAY,
};

/** "90m", "24h", "7d": milliseconds. */
export const parseDuration = (value: unknown): number | undefined => {
  const match = typeof value === 'string' ? /^(\d{1,6})([smhdw])$/.exec(value.trim()) : null;
  const unit = match?.[2] === undefined ? undefined : UNITS[match[2]];
  return match === null || unit === undefined ? undefined : Number(match[1]) * unit;
};

const DATED = /^(\d{4}-\d\d-\d\d)(?:(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/;

/** An RFC 3339 time. A date, or a time without an offset, is one of the asker's own clock. */
const parseDated = (text: string, timeZone: string): number | undefined => {
  const [, date, clock, offset] = DATED.exec(text) ?? [];
  const utc = parseTime(clock === undefined ? date : `${date}${clock}Z`);
  // A day that its month does not have would be taken as one of the next.
  if (utc === undefined || formatTime(utc).slice(0, 10) !== date) return undefined;
  return offset === undefined
    ? instantOf(civilAt(utc, 'UTC'), timeZone) + (utc % MINUTE)
    : parseTime(text);
};

/** A point in time, or how long ago. */
const parseInstant = (value: unknown, { now, timeZone }: QueryContext): number | undefined => {
  const ago = parseDuration(value);
  if (ago !== undefined) return now - ago;
  return typeof value === 'string' ? parseDated(value.trim().toUpperCase(), timeZone) : undefined;
};

const EXPECTS = 'an RFC 3339 time such as 2026-11-03T00:00:00Z, or how long ago, such as 24h or 7d';

const compare =
  (test: (found: number, wanted: number) => boolean): Operator<number>['prepare'] =>
  (value, context) => {
    const wanted = parseInstant(value, context);
    if (wanted === undefined) return undefined;
    // To the second, as the query is written down: what is shown is exactly what is compared.
    const instant = Math.floor(wanted / SECOND) * SECOND;
    return {
      value: formatTime(instant),
      shown: showTime(instant, context.now, context.timeZone),
      test: (found) => test(found, instant),
    };
  };

/** Instants: `since` includes its bound, `before` does not, `between` includes the first only. */
export const timeComparisons: Comparisons<number> = {
  since: {
    label: say('since'),
    expects: EXPECTS,
    prepare: compare((found, wanted) => found >= wanted),
  },
  before: {
    label: say('before'),
    expects: EXPECTS,
    prepare: compare((found, wanted) => found < wanted),
  },
  between: {
    label: say('between'),
    expects: 'two times, the earlier first',
    prepare: (value, context) => {
      const { now, timeZone } = context;
      const pair: unknown[] = Array.isArray(value) ? value : [];
      const [from, to] = pair.map((item) => parseInstant(item, context));
      if (pair.length !== 2 || from === undefined || to === undefined || from > to)
        return undefined;
      const [start, end] = [from, to].map((time) => Math.floor(time / SECOND) * SECOND);
      if (start === undefined || end === undefined) return undefined;
      return {
        value: [formatTime(start), formatTime(end)],
        shown: `${showTime(start, now, timeZone)} and ${showTime(end, now, timeZone)}`,
        test: (found) => found >= start && found < end,
      };
    },
  },
};
