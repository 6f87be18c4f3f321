import type { Chip, Predicate } from '@cnv-ai/engine/search';
import { whereOf, withoutChip } from './chips';

/** The fields to narrow a result down by. */
export const FACETS = ['status', 'namespace', 'os', 'node'] as const;

export type FacetField = (typeof FACETS)[number];

/** The chip that says just this; a negation or one of several alternatives does not. */
const chipOf = (chips: readonly Chip[], field: string, value: string): Chip | undefined =>
  chips.find(({ where, group }) => {
    if (group !== undefined || !('field' in where) || where.field !== field) return false;
    const values: unknown[] = Array.isArray(where.value) ? where.value : [where.value];
    return (where.op === 'in' || where.op === 'is') && values.length === 1 && values[0] === value;
  });

export const isChosen = (chips: readonly Chip[], field: string, value: string): boolean =>
  chipOf(chips, field, value) !== undefined;

/** The filter narrowed down to a value, or without that constraint when it is there already. */
export const toggled = (
  chips: readonly Chip[],
  field: string,
  value: string,
): Predicate | undefined => {
  const chosen = chipOf(chips, field, value);
  if (chosen !== undefined) return withoutChip(chips, chosen.id);
  const leaf = { field, op: 'in', value: [value] };
  return chips.length === 0 ? { all: [leaf] } : { all: [whereOf(chips), leaf] };
};
