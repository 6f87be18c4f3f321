import { civilAt, instantOf, startOf, type Civil } from '../query/time-zone';
import type { Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { skipFillers } from './skip';
import { isYear, type Stretch } from './time-points';

type Clock = { hour: number; minute: number; next: number };

const TIME = /^(\d{1,2})(?::(\d\d))?(?::\d\d)?([ap]m)?$/;

/** "13:30", "10am", "3:15 pm", "noon". */
export const clockAt = (items: readonly Item[], at: number): Clock | undefined => {
  const item = items[at];
  const named = senseOf(item, 'clock');
  if (named !== undefined) return { hour: named.hour, minute: 0, next: at + 1 };
  const half = /^[ap]m$/.test(items[at + 1]?.text ?? '') ? items[at + 1]?.text : undefined;
  if (item?.kind !== 'clock' && half === undefined) return undefined;
  const match = TIME.exec(item?.text ?? '');
  if (match === null) return undefined;
  const suffix = match[3] ?? half;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  if (minute > 59 || hour > (suffix === undefined ? 23 : 12)) return undefined;
  const base = suffix === undefined ? hour : hour % 12;
  const next = match[3] === undefined && half !== undefined ? at + 2 : at + 1;
  return { hour: base + (suffix === 'pm' ? 12 : 0), minute, next };
};

/** The latest time the clock showed this: today, or yesterday when that is still to come. */
export const clockStretch = ({ hour, minute, next }: Clock, { context }: Scene): Stretch => {
  const today = { ...civilAt(context.now, context.timeZone), hour, minute };
  const instant = instantOf(today, context.timeZone);
  const from =
    instant <= context.now
      ? instant
      : instantOf({ ...today, day: today.day - 1 }, context.timeZone);
  return { from, to: from, next };
};

/** "noon yesterday", "8am on monday": `dayAt` reads the day that follows the time. */
export const clockOn = (
  scene: Scene,
  { hour, minute, next }: Clock,
  dayAt: (at: number) => Stretch | undefined,
): Stretch | undefined => {
  const { items, context } = scene;
  const at = has(items[next], 'within') ? next + 1 : next;
  const dated = has(items[at], 'day', 'weekday') || items[at]?.kind === 'date';
  const day = dated ? dayAt(at) : undefined;
  if (day === undefined || day.to === day.from) return undefined;
  const zone = context.timeZone;
  const from = instantOf({ ...civilAt(day.from, zone), hour, minute }, zone);
  return { from, to: from, next: day.next };
};

/** "yesterday 10:00", "2026-11-03 at 8am": the time on that day. */
export const withClock = (scene: Scene, day: Stretch | undefined): Stretch | undefined => {
  if (day === undefined) return undefined;
  const clock = clockAt(
    scene.items,
    has(scene.items[day.next], 'within') ? day.next + 1 : day.next,
  );
  if (clock === undefined) return day;
  const zone = scene.context.timeZone;
  const { hour, minute, next } = clock;
  const from = instantOf({ ...civilAt(day.from, zone), hour, minute }, zone);
  return { from, to: from, next };
};

const hours = (
  day: Civil,
  from: number,
  to: number,
  zone: string,
): Pick<Stretch, 'from' | 'to'> => ({
  from: instantOf({ ...day, hour: from, minute: 0 }, zone),
  to: instantOf({ ...day, hour: to, minute: 0 }, zone),
});

/** "tuesday morning": the part of that day. */
export const withDayPart = ({ items, context }: Scene, day: Stretch): Stretch => {
  const part = senseOf(items[day.next], 'daypart');
  const zone = context.timeZone;
  return part === undefined
    ? day
    : { ...hours(civilAt(day.from, zone), part.from, part.to, zone), next: day.next + 1 };
};

const NIGHT = { from: 18, to: 30 };

/** "this morning", "yesterday evening", "last night". */
export const dayPartAt = ({ items, context }: Scene, at: number): Stretch | undefined => {
  const night = has(items[at], 'overnight');
  const said = has(items[at], 'this', 'last', 'day') ? at + 1 : at;
  const part = night ? NIGHT : senseOf(items[said], 'daypart');
  const alone = said === at && items[at]?.text !== 'tonight' && !night;
  if (part === undefined || alone) return undefined;
  const shift = senseOf(items[at], 'day')?.shift ?? (has(items[at], 'last') || night ? -1 : 0);
  const today = civilAt(context.now, context.timeZone);
  const day = { ...today, day: today.day + shift };
  return { ...hours(day, part.from, part.to, context.timeZone), next: said + 1 };
};

const SATURDAY = 5;

/** The last weekend that has begun, from Saturday to the end of Sunday. */
export const weekendAt = ({ items, context }: Scene, at: number): Stretch | undefined => {
  const said = has(items[at], 'this', 'last') ? at + 1 : at;
  if (!has(items[said], 'weekend')) return undefined;
  const zone = context.timeZone;
  const monday = civilAt(startOf('week', context.now, zone), zone);
  const begun = instantOf({ ...monday, day: monday.day + SATURDAY }, zone) <= context.now;
  const first = { ...monday, day: monday.day + SATURDAY - (begun ? 0 : 7) };
  return {
    from: instantOf(first, zone),
    to: instantOf({ ...first, day: first.day + 2 }, zone),
    next: said + 1,
  };
};

const MONTHS = { quarter: 3, half: 6 };

/** "Q3 2026", "the first half of 2026", "Q1", "last quarter", "this quarter". */
export const yearPartAt = ({ items, context }: Scene, at: number): Stretch | undefined => {
  const zone = context.timeZone;
  const now = civilAt(context.now, zone);
  const said = has(items[at], 'last', 'this') ? at + 1 : at;
  const part = senseOf(items[said], 'quarter') ?? senseOf(items[said], 'half');
  if (part === undefined) return undefined;
  const months = MONTHS[part.is];
  const current = Math.floor((now.month - 1) / months) + 1;
  const stretch = (year: number, number: number, next: number): Stretch => {
    const first = { year, month: (number - 1) * months + 1, day: 1, hour: 0, minute: 0 };
    const end = { ...first, month: first.month + months };
    return { from: instantOf(first, zone), to: instantOf(end, zone), next };
  };
  const { number } = part;
  if (number === undefined) {
    if (said === at) return undefined;
    return stretch(now.year, current - (has(items[at], 'last') ? 1 : 0), said + 1);
  }
  if (said > at) return undefined;
  const after = skipFillers(items, at + 1);
  if (isYear(items[after])) return stretch(Number(items[after]?.text), number, after + 1);
  return stretch(number > current ? now.year - 1 : now.year, number, at + 1);
};
