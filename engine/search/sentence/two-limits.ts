import { HOUR } from '../../kubernetes';
import type { Comparator } from '../lexicon/senses';
import { civilAt, instantOf } from '../query/time-zone';
import { amountAt } from './amounts';
import { clockAt } from './calendar';
import { draftOf, type Rule, type Scene } from './draft';
import { has, senseOf } from './items';
import { quantityRule } from './quantity';
import { skipFillers } from './skip';
import { betweenSpans, toMatch } from './time';
import { countAt, pointAt, type Stretch } from './time-points';

type Limit = { op: Comparator; value: number; next: number };

const limitAt = ({ items }: Scene, at: number): Limit | undefined => {
  const op = senseOf(items[at], 'compare')?.op;
  const amount = op && amountAt(items, skipFillers(items, at + 1));
  return op && amount && !amount.bytes ? { op, value: amount.value, next: amount.next } : undefined;
};

/** "more than one but fewer than five disks": what is counted is said once. */
const bothOfOne = (scene: Scene, at: number): ReturnType<Rule> => {
  const first = limitAt(scene, at);
  if (first === undefined || !has(scene.items[first.next], 'and', 'to')) return undefined;
  const second = limitAt(scene, first.next + 1);
  const match = second && quantityRule(scene, first.next + 1);
  const [draft] = match?.drafts ?? [];
  if (match === undefined || draft === undefined || draft.value !== second?.value) return undefined;
  const { field } = draft;
  return {
    next: match.next,
    drafts: [draftOf(scene, at, first.next, { field, op: first.op, value: first.value }), draft],
  };
};

/** "off for between 1 and 2 weeks", "paused for 2 to 5 days": how long a state lasts. */
const lastsBetween = (scene: Scene, at: number): ReturnType<Rule> => {
  const { items, anchor } = scene;
  const start = skipFillers(items, at + 1);
  if (anchor === undefined || !has(items[at], 'for')) return undefined;
  const found = betweenSpans(scene, start, true);
  return found && toMatch(scene, at, found, anchor);
};

/** Before the hours of a day. */
const OPENS = ['between', 'since'] as const;

type Hours = { from: number; to: number; next: number };

/** "between 6 and 12", "from 2pm to 6pm", "between 2 and 6pm": minutes of a day. */
const hoursAt = ({ items }: Scene, at: number): Hours | undefined => {
  const hourAt = (place: number): { minutes: number; next: number; plain: boolean } | undefined => {
    const clock = clockAt(items, place);
    if (clock !== undefined)
      return { minutes: clock.hour * 60 + clock.minute, next: clock.next, plain: false };
    const hour = countAt(items, place);
    return hour === undefined || hour > 24
      ? undefined
      : { minutes: hour * 60, next: place + 1, plain: true };
  };
  if (!has(items[at], ...OPENS)) return undefined;
  const first = hourAt(at + 1);
  const second = first && has(items[first.next], 'to') ? hourAt(first.next + 1) : undefined;
  if (first === undefined || second === undefined) return undefined;
  const half = first.plain && !second.plain && first.minutes + HALF < second.minutes ? HALF : 0;
  const from = first.minutes + half;
  return from < second.minutes ? { from, to: second.minutes, next: second.next } : undefined;
};

const HALF = 12 * 60;

/** A day and nothing else, read without the hours beside it. */
const dayAt = (scene: Scene, at: number, until: number): Stretch | undefined => {
  const day = pointAt({ ...scene, items: scene.items.slice(0, until) }, at);
  const length = day === undefined ? 0 : day.to - day.from;
  return length >= 23 * HOUR && length <= 25 * HOUR ? day : undefined;
};

/** "failed between 6 and 12 today", "yesterday from 2pm to 6pm": some hours of that day. */
const hoursOfDay = (scene: Scene, at: number): ReturnType<Rule> => {
  const { items, context, anchor, event } = scene;
  const late = hoursAt(scene, at);
  const told = late && (has(items[late.next], 'within') ? late.next + 1 : late.next);
  const start = told ?? (has(items[at], 'within') ? at + 1 : at);
  const early = items.slice(start + 1, start + 4).some((item) => has(item, ...OPENS));
  if (told === undefined && !early) return undefined;
  const day = dayAt(scene, start, told === undefined ? start + 2 : items.length);
  const hours = late ?? (day && hoursAt(scene, day.next));
  if (day === undefined || hours === undefined) return undefined;
  const midnight = civilAt(day.from, context.timeZone);
  const [from, to] = [hours.from, hours.to].map((minute) =>
    instantOf({ ...midnight, hour: 0, minute }, context.timeZone),
  );
  if (from === undefined || to === undefined) return undefined;
  const next = late === undefined ? hours.next : day.next;
  return toMatch(scene, at, { op: 'between', value: [from, to], next }, event?.field ?? anchor);
};

/** Two limits of one thing. */
export const twoLimitsRule: Rule = (scene, at) =>
  bothOfOne(scene, at) ?? lastsBetween(scene, at) ?? hoursOfDay(scene, at);
