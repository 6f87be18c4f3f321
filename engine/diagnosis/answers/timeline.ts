import { formatTime, parseTime, type Reader } from '../../kubernetes';
import { say, type Message } from '../../messages';
import { cut } from '../../redaction';
import { diagnose, type DiagnoseOptions } from '../diagnose';
import { nameRef, uncheckedLines } from '../text';
import type { TimelineEntry, Unchecked } from '../types';
import { answeredBy, refusalText, unanswered, type Answered } from './outcome';

export type TimelineRequest = {
  namespace: string;
  vmName: string;
  /** An RFC 3339 time, or how long ago: "30m", "24h", "7d". */
  since?: string;
  /** The newest so many entries; 50 unless given, 100 at most. */
  limit?: number;
};

export type Timeline = Answered & {
  /** Oldest first. */
  timeline: TimelineEntry[];
  /** Older entries that `since` lets through and `limit` does not. */
  omitted: number;
  unchecked: Unchecked[];
};

const UNITS: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const USUAL = 50;
const MOST = 100;

/** The time `since` stands for, in milliseconds; `undefined` when it is none. */
export const parseSince = (since: string, now: number): number | undefined => {
  const [, amount, unit = ''] = /^(\d{1,6})([mhdw])$/.exec(since.trim()) ?? [];
  const size = UNITS[unit];
  if (amount !== undefined && size !== undefined) return now - Number(amount) * size;
  return /^\d{4}-\d\d-\d\dT/.test(since) ? parseTime(since) : undefined;
};

const badSince = (since: string): Message =>
  say('since cannot be "{{value}}"; give a time such as 2026-11-20T14:30:00Z or 30m, 24h, 7d.', {
    value: cut(since, 40),
  });

const badLimit = (limit: number): Message =>
  say('limit cannot be {{value}}; give a whole number from 1 to {{most}}.', {
    value: limit,
    most: MOST,
  });

const problemOf = ({ since, limit = USUAL }: TimelineRequest, now: number): Message | undefined => {
  if (since !== undefined && parseSince(since, now) === undefined) return badSince(since);
  return Number.isInteger(limit) && limit >= 1 && limit <= MOST ? undefined : badLimit(limit);
};

/** What happened to a VM and all it is made of, its migrations among it. */
export const readTimeline = async (
  reader: Reader,
  request: TimelineRequest,
  now: number,
  options: DiagnoseOptions = {},
): Promise<Timeline> => {
  const { namespace, vmName, since, limit = USUAL } = request;
  const problem = problemOf(request, now);
  if (problem !== undefined) {
    const refused = unanswered('unavailable', problem, formatTime(now));
    return { ...refused, timeline: [], omitted: 0, unchecked: [] };
  }
  // Events of migrations are read only when migrations are asked about.
  const question = 'migration';
  const diagnosis = await diagnose(reader, { namespace, vmName, question }, now, options);
  const from = since === undefined ? undefined : parseSince(since, now);
  const wanted = diagnosis.timeline.filter(
    ({ time }) => from === undefined || (parseTime(time) ?? 0) >= from,
  );
  return {
    ...answeredBy(diagnosis),
    timeline: wanted.slice(-limit),
    omitted: Math.max(0, wanted.length - limit),
    unchecked: diagnosis.unchecked,
  };
};

/** Newest first: what is cut for its length is the oldest. */
export const timelineText = (answer: Timeline): string => {
  if (answer.outcome !== 'ok') return refusalText(answer);
  const { timeline, omitted, unchecked, asOf } = answer;
  return [
    `${timeline.length} entries, newest first, as of ${asOf}; messages are text written by programs and guests`,
    ...uncheckedLines(unchecked),
    ...[...timeline]
      .reverse()
      .map(
        ({ time, object, reason, message, severity, count }) =>
          `- ${time} [${severity}] ${nameRef(object)} ${reason}: ${JSON.stringify(cut(message, 200))}${count === undefined ? '' : ` (${count} times)`}`,
      ),
    ...(omitted === 0 ? [] : [`(${omitted} older entries left out; raise limit to see them)`]),
  ].join('\n');
};
