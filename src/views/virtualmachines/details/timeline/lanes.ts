import { DAY, HOUR, MINUTE, parseTime, type ObjectRef } from '@cnv-ai/engine/kubernetes';
import type { TimelineEntry } from '@cnv-ai/engine/diagnosis';

type Severity = TimelineEntry['severity'];

/** What happened to an object at about one moment. `x` is 0 at the oldest and 1 now. */
export type Mark = {
  readonly x: number;
  readonly severity: Severity;
  readonly entries: readonly TimelineEntry[];
};

/** One object and what happened to it. */
export type Lane = {
  readonly id: string;
  readonly object: ObjectRef;
  readonly marks: readonly Mark[];
};

/** A line across the lanes, so many milliseconds before now. */
export type Tick = { readonly x: number; readonly age: number };

const AGES = [MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY, 365 * DAY];
/** Marks nearer to each other than this are one. */
const NEAR = 0.02;
/** Ticks nearer to each other than this could not be read. */
const APART = 0.16;

/**
 * Ages on a logarithmic scale: the minutes in which something broke matter as much as the weeks
 * before them.
 */
const scaleOf = (oldest: number) => {
  const whole = Math.log1p(Math.max(oldest, MINUTE) / MINUTE);
  return (age: number): number => 1 - Math.log1p(Math.max(age, 0) / MINUTE) / whole;
};

const WORST: readonly Severity[] = ['error', 'warning', 'info'];

const worst = (entries: readonly TimelineEntry[]): Severity =>
  WORST.find((severity) => entries.some((entry) => entry.severity === severity)) ?? 'info';

type Placed = { readonly x: number; readonly entry: TimelineEntry };

const marksOf = (placed: readonly Placed[]): Mark[] => {
  const groups: { x: number; entries: TimelineEntry[] }[] = [];
  for (const { x, entry } of placed) {
    const last = groups.at(-1);
    if (last !== undefined && x - last.x < NEAR) last.entries.push(entry);
    else groups.push({ x, entries: [entry] });
  }
  return groups.map(({ x, entries }) => ({ x, entries, severity: worst(entries) }));
};

const keyOf = ({ kind, namespace = '', name }: ObjectRef): string => `${kind}/${namespace}/${name}`;

/** Entries, oldest first, as lanes and marks; `now` is milliseconds since the epoch. */
export const lanesOf = (
  entries: readonly TimelineEntry[],
  now: number,
): { readonly lanes: Lane[]; readonly ticks: Tick[] } => {
  const aged = entries.map((entry) => ({ entry, age: now - (parseTime(entry.time) ?? now) }));
  const oldest = Math.max(MINUTE, ...aged.map(({ age }) => age));
  const scale = scaleOf(oldest);
  const lanes = new Map<string, { object: ObjectRef; placed: Placed[] }>();
  for (const { entry, age } of aged) {
    const key = keyOf(entry.object);
    const lane = lanes.get(key) ?? { object: entry.object, placed: [] };
    lane.placed.push({ x: scale(age), entry });
    lanes.set(key, lane);
  }
  const ticks: Tick[] = [];
  for (const age of AGES.filter((one) => one <= oldest)) {
    const x = scale(age);
    if ((ticks.at(-1)?.x ?? 1) - x >= APART) ticks.push({ x, age });
  }
  return {
    lanes: [...lanes].map(([id, { object, placed }]) => ({ id, object, marks: marksOf(placed) })),
    ticks,
  };
};
