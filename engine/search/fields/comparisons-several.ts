import { UNKNOWN, type Truth, type Unknown } from '../query/truth';
import type { Several } from '../records/several';
import type { Comparisons, Operator } from './field';

/** One of the values is enough; what could not be read might have been the one. */
const some = <V>({ values, complete }: Several<V>, test: (value: V) => boolean | Truth): Truth => {
  let unknown = !complete;
  for (const value of values) {
    const result = test(value);
    if (result === true || result === 'yes') return 'yes';
    unknown ||= result === 'unknown';
  }
  return unknown ? 'unknown' : 'no';
};

const lift = <V>(operator: Operator<V>): Operator<Several<V>> => ({
  ...operator,
  prepare: (value, context) => {
    const prepared = operator.prepare(value, context);
    return prepared && { ...prepared, test: (found) => some(found, prepared.test) };
  },
});

/** The comparisons of one value, for a field that has several. */
export const anyOf = <V>(comparisons: Comparisons<V>): Comparisons<Several<V>> =>
  Object.fromEntries(Object.entries(comparisons).map(([name, operator]) => [name, lift(operator)]));

/** What a field with several values answers: none at all, or not known whether there is one. */
export const readSeveral = <V>(found: Several<V> | undefined): Several<V> | Unknown | undefined => {
  if (found === undefined) return UNKNOWN;
  if (found.values.length > 0) return found;
  return found.complete ? undefined : UNKNOWN;
};

/** The latest of several times, where all of them are known. */
export const latestOf = ({ values, complete }: Several<number>): number | undefined =>
  complete ? Math.max(...values) : undefined;

export const joinValues = ({ values }: Several<string>): string => values.join(', ');

export const valuesOf = <V>({ values }: Several<V>): readonly V[] => values;
