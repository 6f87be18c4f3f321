import { parseTime } from '../../kubernetes';
import { english, say } from '../../messages';
import { fieldNamed } from '../fields';
import { isGlob } from '../query/glob';
import { ERROR_GROUP } from '../statuses';
import { isSingleValued } from './lists';
import type { Part } from './parts';
import type { Draft, Question } from './draft';

type Bounds = { low: number; high: number };

const numberOf = (value: unknown): number =>
  typeof value === 'number'
    ? value
    : typeof value === 'string'
      ? (parseTime(value) ?? Number.NaN)
      : Number.NaN;

const boundsOf = ({ op, value }: Draft): Bounds | undefined => {
  const [first, second] = (Array.isArray(value) ? value : [value]).map(numberOf);
  if (first === undefined || Number.isNaN(first)) return undefined;
  if (op === 'gt' || op === 'gte' || op === 'since') return { low: first, high: Infinity };
  if (op === 'lt' || op === 'lte' || op === 'before') return { low: -Infinity, high: first };
  return op === 'between' && second !== undefined ? { low: first, high: second } : undefined;
};

const NAMED: ReadonlySet<string> = new Set(['text', 'enum', 'labels', 'label', 'os']);

/** Systems that stand for many. */
const LOOSE = /^Linux$| Server$/;

/** Whether one machine can be both: "RHEL" and "RHEL 9", but not "RHEL 8" and "RHEL 9". */
const agree = (field: string, one: string, other: string): boolean =>
  one === other ||
  (field === 'os' &&
    (one.startsWith(other) || other.startsWith(one) || LOOSE.test(one) || LOOSE.test(other)));

const namesOf = ({ field, op, value }: Draft): ReadonlySet<string> | undefined => {
  const type = fieldNamed(field)?.type;
  if ((op !== 'is' && op !== 'in') || !NAMED.has(type ?? '')) return undefined;
  const names = (Array.isArray(value) ? value : [value]).map(String);
  // A pattern and a group stand for many.
  return names.some((name) => isGlob(name) || name === ERROR_GROUP) ? undefined : new Set(names);
};

/** What has one value at a time: a field, or one label. */
const subjectOf = (field: string, names: ReadonlySet<string>): string | undefined => {
  if (field !== 'label') return isSingleValued(field) ? field : undefined;
  const keys = new Set([...names].map((name) => name.split('=')[0]));
  return keys.size === 1 ? [...keys][0] : undefined;
};

const labelOf = (field: string): string =>
  english(fieldNamed(field)?.label ?? say('{{field}}', { field }));

/** Limits of a field that leave nothing. */
const excluded = (field: string): Question => ({
  outcome: 'ambiguous',
  message: say('No machine can have both: the limits of {{field}} exclude each other.', {
    field: labelOf(field),
  }),
  suggestions: [],
});

const noneHasBoth = (
  field: string,
  before: ReadonlySet<string>,
  names: ReadonlySet<string>,
): Question => {
  const [first = '', second = ''] = [before, names].map((each) => [...each].join(', '));
  const message = say(
    'No machine can have both: {{field}} {{first}} and {{second}}. Put “or” between them if either is meant.',
    { field: labelOf(field), first, second },
  );
  return { outcome: 'ambiguous', message, suggestions: [] };
};

/** "prod-web VMs in prod-db", "running but not ready": a machine has one of each. */
const twoNames = (parts: readonly Part[]): Question | undefined => {
  const known = new Map<string, ReadonlySet<string>>();
  // What is denied is seen after what is said.
  for (const { draft, negated } of [...parts].sort((a, b) => +a.negated - +b.negated)) {
    if (draft === undefined) continue;
    const names = namesOf(draft);
    const about = names && subjectOf(draft.field, names);
    if (names === undefined || about === undefined) continue;
    const before = known.get(about) ?? (negated ? undefined : names);
    if (before === undefined) continue;
    const alike = (name: string): boolean =>
      [...names].some((other) => agree(draft.field, name, other));
    const left = new Set([...before].filter((name) => (negated ? !names.has(name) : alike(name))));
    if (left.size === 0)
      return negated ? excluded(draft.field) : noneHasBoth(draft.field, before, names);
    known.set(about, left);
  }
  return undefined;
};

const twoLimits = (parts: readonly Part[]): Question | undefined => {
  const known = new Map<string, Bounds>();
  for (const { draft, negated } of parts) {
    if (negated || draft === undefined) continue;
    const { field } = draft;
    const bounds = fieldNamed(field)?.multiple === true ? undefined : boundsOf(draft);
    if (bounds === undefined) continue;
    const before = known.get(field) ?? { low: -Infinity, high: Infinity };
    const both = {
      low: Math.max(before.low, bounds.low),
      high: Math.min(before.high, bounds.high),
    };
    if (both.low > both.high) return excluded(field);
    known.set(field, both);
  }
  return undefined;
};

/** "older than 30 days and newer than 10 days": nothing can be both, so it was meant otherwise. */
export const contradiction = (parts: readonly (Part | Part[])[]): Question | undefined => {
  const single = parts.flatMap((part) => (Array.isArray(part) ? [] : [part]));
  return twoNames(single) ?? twoLimits(single);
};
