import { say, type Message } from '../../messages';
import { fieldNamed } from '../fields';
import { startOf } from '../query/time-zone';
import type { Anchor } from '../lexicon/senses';
import { draftOf, type Match, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { isShortSpan } from './says-time';
import { since, until, within, written, type Found } from './time-found';
import { isSymbol, skipFillers } from './skip';
import { unclearDuration, unclearPassing, unclearState } from './time-questions';
import {
  before,
  countAt,
  isDayAndMonth,
  isYear,
  pointAt,
  spanAt,
  type Stretch,
} from './time-points';
import { learnt } from './further';
import { ERROR_GROUP } from '../statuses';

/** "last 2 days", "past hour", "the last week"; a bare "last week" is the calendar's. */
const lastAt = (scene: Scene, at: number): Found | undefined => {
  const { items, context } = scene;
  const last = senseOf(items[at], 'last');
  if (last === undefined) return undefined;
  const span = spanAt(items, at + 1);
  if (span !== undefined) return since(before(context.now, span, context.timeZone), span.next);
  const { unit, times } = senseOf(items[at + 1], 'unit') ?? {};
  if (unit === undefined) return undefined;
  const rolling = last.rolling || times !== undefined || items[at - 1]?.text === 'the';
  const calendar = !rolling && (unit === 'week' || unit === 'month' || unit === 'year');
  if (calendar) return undefined;
  const one = spanAt([{ ...numeral, start: 0, end: 0 }, ...items.slice(at + 1, at + 2)], 0);
  return one && since(before(context.now, one, context.timeZone), at + 2);
};

const numeral: Item = { kind: 'word', text: '1', raw: '1', start: 0, end: 0, senses: [] };

const isSince = (item: Item | undefined): boolean =>
  has(item, 'since') && !has(item, 'within') && item?.text !== 'from';

/** "stopped since 2 weeks", "since more than 2 weeks": how long a state lasts, not "2 weeks ago". */
const isLasting = (
  { items, previous, negated }: Scene,
  next: number,
  compared: boolean,
): boolean => {
  if (has(items[next], 'ago')) return false;
  return compared || negated || (previous?.field === 'status' && previous.value !== ERROR_GROUP);
};

/** "for 3 days"; what has not happened "in over a month" has not for all of it. */
const lastsAt = ({ items, negated }: Scene, at: number): boolean => {
  const compared = senseOf(items[skipFillers(items, at + 1)], 'compare') !== undefined;
  return has(items[at], 'within') ? negated && compared : has(items[at], 'for');
};

/** "more than 2 days ago", "older than 90 days", "for over a week", "for 3 days". */
const ageAt = (scene: Scene, at: number): Found | undefined => {
  const { items, context } = scene;
  const said = isSince(items[at]);
  const lasting = said || lastsAt(scene, at);
  const start = lasting ? skipFillers(items, at + 1) : at;
  const compare = senseOf(items[start], 'compare')?.op;
  const aged = has(items[start], 'older', 'newer');
  const from = compare !== undefined || aged ? start + 1 : start;
  const span = spanAt(items, from);
  if (span === undefined || (!lasting && compare === undefined && !aged)) return undefined;
  if (said && !isLasting(scene, span.next, compare !== undefined)) return undefined;
  const newer = has(items[start], 'newer') || compare === 'lt' || compare === 'lte';
  // "for 2 hours or more"
  const least = lasting && senseOf(items[span.next], 'suffix')?.op === 'gte';
  const tailed = least || has(items[span.next], 'ago', 'older', 'newer', 'old');
  const tail = tailed ? span.next + 1 : span.next;
  const instant = before(context.now, span, context.timeZone);
  const age = aged || has(items[span.next], 'older', 'newer', 'old');
  // "running longer than 20 days"
  const kept = scene.anchorIsState && compare !== undefined && !has(items[span.next], 'ago');
  return { ...(newer ? since(instant, tail) : until(instant, tail)), age, lasts: lasting || kept };
};

/** "older than 2025-01-01", "newer than last week". */
const agedPointAt = (scene: Scene, at: number): Found | undefined => {
  if (!has(scene.items[at], 'older', 'newer')) return undefined;
  const point = pointAt(scene, at + 1);
  if (point === undefined) return undefined;
  const newer = has(scene.items[at], 'newer');
  return { ...(newer ? since(point.from, point.next) : until(point.from, point.next)), age: true };
};

const withNext = (scene: Scene, point: Stretch): Stretch =>
  learnt().withNext?.(scene, point) ?? point;

const ONWARDS: ReadonlySet<string> = new Set(['on', 'onwards', 'onward']);

const relationAt = (scene: Scene, at: number): Found | undefined => {
  const item = scene.items[at];
  if (!has(item, 'since', 'before', 'after') && item?.text !== 'from') return undefined;
  const rolling = has(item, 'since') ? lastAt(scene, skipFillers(scene.items, at + 1)) : undefined;
  if (rolling !== undefined && !has(item, 'within')) return { ...rolling, lasts: true };
  // "since before november"
  const early = has(item, 'since') && has(scene.items[at + 1], 'before');
  const point = pointAt(scene, early ? at + 2 : at + 1);
  if (point === undefined) return undefined;
  if (early) return { ...until(point.from, point.next), lasts: true };
  // "from 2025" is all of it, "from monday on" is not.
  if (item?.text === 'from' && point.to > point.from) {
    const on = ONWARDS.has(scene.items[point.next]?.text ?? '');
    return on
      ? { ...since(point.from, point.next + 1), lasts: true }
      : within(withNext(scene, point));
  }
  if (has(item, 'since') && !has(item, 'within')) {
    return { ...since(point.from, point.next), lasts: true };
  }
  if (has(item, 'before')) return until(point.from, point.next);
  return has(item, 'after') ? since(point.to, point.next) : undefined;
};

/** "between 10 and 20 days ago", "2 to 4 weeks ago": the unit is said once. */
export const betweenSpans = (
  { items, context }: Scene,
  at: number,
  aged = false,
): Found | undefined => {
  const open = has(items[at], 'between');
  const start = open ? at + 1 : at;
  const count = countAt(items, start);
  const joined = has(items[start + 1], 'to') && (open || !has(items[start + 1], 'and'));
  const late = count === undefined || !joined ? undefined : spanAt(items, start + 2);
  const past = late !== undefined && has(items[late.next], 'ago', 'old');
  if (count === undefined || late === undefined || !(past || aged)) return undefined;
  const early = { ...late, count, milliseconds: (late.milliseconds / late.count) * count };
  const [first, second] = [late, early].map((span) => before(context.now, span, context.timeZone));
  if (first === undefined || second === undefined || first > second) return undefined;
  return within({ from: first, to: second, next: past ? late.next + 1 : late.next });
};

const betweenAt = (scene: Scene, at: number): Found | undefined => {
  const spans = betweenSpans(scene, at);
  if (spans !== undefined) return spans;
  const range = learnt().dayRange?.(scene, at);
  return range && within(range);
};

/** "half a year ago" is a month, not a year. */
const FINER = { hour: 'hour', day: 'hour', week: 'day', month: 'week', year: 'month' } as const;

/** "2 days ago" alone is the whole day, hour or week it falls into. */
const agoAt = (scene: Scene, at: number): Found | undefined => {
  const span = spanAt(scene.items, at);
  if (span === undefined || !has(scene.items[span.next], 'ago')) return undefined;
  const { now, timeZone } = scene.context;
  const named = span.unit === 'second' || span.unit === 'minute' ? 'hour' : span.unit;
  const unit = Number.isInteger(span.count) ? named : FINER[named];
  const instant = before(now, span, timeZone);
  // "2 weeks ago or earlier"
  const open = senseOf(scene.items[span.next + 1], 'suffix')?.op;
  if (open === 'gte') return until(instant, span.next + 2);
  if (open === 'lte') return since(instant, span.next + 2);
  const [from, to] = [startOf(unit, instant, timeZone), startOf(unit, instant, timeZone, 1)];
  return { ...within({ from, to, next: span.next + 1 }), confidence: 'medium' };
};

const isShort = (item: Item | undefined): boolean => item !== undefined && isShortSpan(item);

const withinAt = (scene: Scene, at: number): Found | undefined => {
  const { items, context } = scene;
  const prepared = has(items[at], 'within');
  const start = skipFillers(items, prepared ? at + 1 : at);
  const last = lastAt(scene, start);
  if (last !== undefined) return last;
  const ago = agoAt(scene, start);
  if (ago !== undefined) return ago;
  // "30天没有重启": what did not happen did not in all that time.
  const denied = scene.negated && scene.anchor !== undefined && !scene.anchorIsState;
  // "errors, dmz, 24h", "new vms 24h"
  const told = scene.anchor === 'created' || isSymbol(items[at - 1], ',');
  const terse = told && items[at + 1] === undefined && isShort(items[at]);
  const span = prepared || denied || terse ? spanAt(items, start) : undefined;
  if (span !== undefined) return since(before(context.now, span, context.timeZone), span.next);
  // A bare year or clock time is a number like any other unless something points at time.
  const bare =
    has(items[start], 'day', 'last', 'this', 'overnight') || items[start]?.kind === 'date';
  const named =
    scene.anchor !== undefined &&
    (has(items[start], 'month', 'weekday', 'weekend', 'quarter', 'half') ||
      isDayAndMonth(items, start) ||
      (isYear(items[start]) && has(items[at - 1], 'anchor')));
  const point = prepared || bare || named ? pointAt(scene, start) : undefined;
  if (point === undefined || point.to <= point.from) return undefined;
  // "in 2024 or earlier"
  const open = senseOf(items[point.next], 'suffix')?.op;
  if (open === 'gte') return until(point.to, point.next + 1);
  return open === 'lte' ? since(point.from, point.next + 1) : within(withNext(scene, point));
};

const readTime = (scene: Scene, at: number): Found | undefined =>
  ageAt(scene, at) ??
  agedPointAt(scene, at) ??
  betweenAt(scene, at) ??
  relationAt(scene, at) ??
  withinAt(scene, at);

/** The verb after the time, when none stands before it: "in the last hour failed". */
const anchorAhead = (items: readonly Item[], from: number): Anchor | undefined => {
  for (const item of items.slice(from)) {
    const value = senseOf(item, 'value');
    const anchor = senseOf(item, 'anchor')?.field ?? value?.anchor;
    if (anchor !== undefined) return anchor;
  }
  return undefined;
};

const ASSUMED = say('No verb says which time is meant; the creation time is used');

export const toMatch = (
  scene: Scene,
  at: number,
  found: Found,
  field: string | undefined,
): Match => {
  const detail: Message | undefined = field === undefined ? ASSUMED : undefined;
  const parts = {
    field: field ?? 'created',
    op: found.op,
    value: written(found),
    ...(detail === undefined ? {} : { detail, confidence: 'medium' as const }),
    ...(found.confidence === undefined ? {} : { confidence: found.confidence }),
  };
  return { next: found.next, drafts: [draftOf(scene, at, found.next, parts)], usedAnchor: true };
};

/** `created:7d`, `age > 30d`, `uptime > 3 days`, `created:2026-11-03`. */
const fieldTime = (scene: Scene, at: number): Match | undefined => {
  const { items, context } = scene;
  const field = senseOf(items[at], 'field')?.field;
  const after = skipFillers(items, at + 1);
  // "up>20d"
  const up = items[at + 1]?.kind === 'symbol' && senseOf(items[at], 'value')?.anchor === 'started';
  const anchor = (['created', 'changed', 'started'] as const).find(
    (name) => name === (up ? 'started' : field),
  );
  if (anchor === undefined) return undefined;
  const colon = isSymbol(items[after], ':', '=');
  const compare = senseOf(items[after], 'compare')?.op;
  const span =
    colon || compare !== undefined ? spanAt(items, skipFillers(items, after + 1)) : undefined;
  if (span !== undefined) {
    const instant = before(context.now, span, context.timeZone);
    const older = compare === 'gt' || compare === 'gte';
    const next = has(items[span.next], 'ago', 'older') ? span.next + 1 : span.next;
    const found = older ? until(instant, next) : since(instant, next);
    return toMatch(scene, at, found, anchor);
  }
  const ages = betweenSpans(scene, after, true);
  if (ages !== undefined) return toMatch(scene, at, ages, anchor);
  // "created over the weekend" compares nothing: only signs compare with a day.
  const sign = colon || items[after]?.kind === 'symbol';
  const point = sign ? pointAt(scene, after + 1) : undefined;
  if (point === undefined) return undefined;
  if (compare === 'gt' || compare === 'gte') {
    return toMatch(scene, at, since(compare === 'gt' ? point.to : point.from, point.next), anchor);
  }
  if (compare === 'lt' || compare === 'lte') {
    return toMatch(scene, at, until(compare === 'lt' ? point.from : point.to, point.next), anchor);
  }
  return toMatch(scene, at, within(point), anchor);
};

const TAKEN: ReadonlySet<string> = new Set(['taken', 'completed', 'finished', 'ended']);

/** "that were taken", "created": what is said of a snapshot or migration before its time. */
const skipTaken = ({ items, negated }: Scene, at: number): number => {
  let next = skipFillers(items, at);
  while (
    has(items[next], 'relative', 'anchor') ||
    TAKEN.has(items[next]?.text ?? '') ||
    // "ohne Snapshots, die …" is about the machines again.
    (!negated && isSymbol(items[next], ',') && has(items[next + 1], 'relative'))
  )
    next = skipFillers(items, next + 1);
  return next;
};

/** The time meant by "snapshots" or "failed migration" when a time follows. */
export const timedFieldOf = (item: Item | undefined): string | undefined => {
  const value = senseOf(item, 'value');
  const ofValue = fieldNamed(value?.field ?? '')?.timed?.[String(value?.value)];
  return ofValue ?? fieldNamed(senseOf(item, 'field')?.field ?? '')?.timed?.[''];
};

/** "whose migration in the last hour failed": the verb after the time says how it went. */
const failedAfter = (
  items: readonly Item[],
  at: number,
  next: number,
  field: string,
): { field: string; next: number } => {
  const verb = skipFillers(items, next);
  const failed = fieldNamed(senseOf(items[at], 'field')?.field ?? '')?.timed?.Failed;
  const fails = senseOf(items[verb], 'value')?.value === ERROR_GROUP;
  return failed !== undefined && fails ? { field: failed, next: verb + 1 } : { field, next };
};

/** "not older than 7 days" */
const opposite = (found: Found | undefined): Found | undefined =>
  found === undefined || found.op === 'between'
    ? undefined
    : { ...found, op: found.op === 'before' ? 'since' : 'before' };

/** "not restarted for 7 days": what has not happened in all that time did not happen since. */
const notFor = ({ negated }: Scene, found: Found | undefined): Found | undefined =>
  negated && found?.lasts === true && found.op === 'before' ? { ...found, op: 'since' } : found;

/** "一周没有备份": a bare length of time, of what did not happen in it. */
const allThat = ({ items, context, negated }: Scene, at: number): Found | undefined => {
  const span = negated ? spanAt(items, at) : undefined;
  return span && since(before(context.now, span, context.timeZone), span.next);
};

/** "snapshots older than 7 days", "failed migrations since monday": a time of what is named. */
const namedTime = (scene: Scene, at: number): Match | undefined => {
  const target = timedFieldOf(scene.items[at]);
  if (target === undefined) return undefined;
  const from = has(scene.items[at + 1], 'for') ? at + 1 : skipTaken(scene, at + 1);
  const read = has(scene.items[from], 'not')
    ? opposite(readTime(scene, from + 1))
    : (notFor(scene, readTime(scene, from)) ?? allThat(scene, from));
  if (read === undefined) return undefined;
  const { field, next } = failedAfter(scene.items, at, read.next, target);
  const found = { ...read, next };
  const parts = { field, op: found.op, value: written(found) };
  return { next: found.next, drafts: [draftOf(scene, at, found.next, parts)], usedAnchor: true };
};

/** "migrated from worker-1 yesterday": a time beside the ends of a migration is when it took place. */
const movedTime = (items: readonly Item[]): string | undefined =>
  items.some((item) => fieldNamed(senseOf(item, 'field')?.field ?? '')?.namesNodes === true)
    ? 'migrated'
    : undefined;

/** "errors older than 4 hours": the age is that of what happened. */
const isOfEvent = (item: Item | undefined): boolean => senseOf(item, 'value')?.happens === true;

/** "last night a backup failed", "yesterday, which backups failed?": told before what it is of. */
const failedAhead = ({ items }: Scene, from: number): string | undefined => {
  let at = from;
  while (has(items[at], 'filler', 'which') || isSymbol(items[at], ',')) at += 1;
  const failed =
    senseOf(items[at], 'value')?.value === 'Failed' ? timedFieldOf(items[at]) : undefined;
  const told = failed ?? failedAfter(items, at, at + 1, '').field;
  return told !== '' && !items.slice(0, from).some((item) => has(item, 'noun')) ? told : undefined;
};

const timeOf = (scene: Scene, at: number, found: Found): string | undefined => {
  const { items, event, anchor, link, previous } = scene;
  // "with a snapshot, older than a week"
  const apart = link === 'comma' && fieldNamed(previous?.field ?? '')?.timed !== undefined;
  if (found.age && apart && event?.negated === false) return event.field;
  if (found.age) return isOfEvent(items[at - 1]) ? 'changed' : 'created';
  // "last week's migrations"
  const ahead =
    failedAhead(scene, found.next) ?? timedFieldOf(items[skipFillers(items, found.next)]);
  return event?.field ?? anchor ?? ahead ?? anchorAhead(items, found.next) ?? movedTime(items);
};

const isPassing = (item: Item): boolean => {
  const name = senseOf(item, 'value')?.field ?? senseOf(item, 'field')?.field;
  return fieldNamed(name ?? '')?.passing === true;
};

/** Times, and which of a machine's times is meant: the verb before decides, else the verb after. */
export const timeRule: Rule = (scene, at) => {
  const lasting = has(scene.items[at], 'for') && !has(scene.items[at], 'within');
  const last = lasting ? lastAt(scene, skipFillers(scene.items, at + 1)) : undefined;
  if (last !== undefined)
    return { next: last.next, question: unclearDuration(scene, at, last.next) };
  const direct = fieldTime(scene, at) ?? namedTime(scene, at);
  if (direct !== undefined) return direct;
  const found = readTime(scene, at);
  if (found === undefined) return undefined;
  if (scene.anchorIsState && scene.event === undefined && !found.age && !found.lasts) {
    return { next: found.next, question: unclearState(scene, at, found.next) };
  }
  const { event } = scene;
  if (event?.negated === true && !found.age)
    return { next: found.next, question: unclearState(scene, at, found.next) };
  const field = timeOf(scene, at, found);
  // "without guest agent since monday": when it left is not kept, and it was made long before.
  const passing = scene.passing || scene.items.slice(found.next).some(isPassing);
  if (field === undefined && passing)
    return { next: found.next, question: unclearPassing(scene, at, found.next) };
  return toMatch(scene, at, notFor(scene, found) ?? found, field);
};
