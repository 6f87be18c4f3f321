import { parseTime } from '../../kubernetes';
import { english, say } from '../../messages';
import { fieldNamed } from '../fields';
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

/** "older than 30 days and newer than 10 days": nothing can be both, so it was meant otherwise. */
export const contradiction = (parts: readonly (Part | Part[])[]): Question | undefined => {
  const known = new Map<string, Bounds>();
  for (const part of parts) {
    if (Array.isArray(part) || part.negated || part.draft === undefined) continue;
    const { field } = part.draft;
    const bounds = fieldNamed(field)?.multiple === true ? undefined : boundsOf(part.draft);
    if (bounds === undefined) continue;
    const before = known.get(field) ?? { low: -Infinity, high: Infinity };
    const both = {
      low: Math.max(before.low, bounds.low),
      high: Math.min(before.high, bounds.high),
    };
    if (both.low > both.high) {
      const label = english(fieldNamed(field)?.label ?? say('{{field}}', { field }));
      const message = say('No machine can have both: the limits of {{field}} exclude each other.', {
        field: label,
      });
      return { outcome: 'ambiguous', message, suggestions: [] };
    }
    known.set(field, both);
  }
  return undefined;
};
