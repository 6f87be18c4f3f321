import { say } from '../../messages';
import type { Truth } from '../query/truth';
import { showList, wordList } from './comparisons-text';
import type { Comparisons, Operator } from './field';

type Membership<V> = (wanted: readonly string[]) => (found: V) => boolean | Truth;

const prepare =
  <V>(values: readonly string[], make: Membership<V>): Operator<V>['prepare'] =>
  (value) => {
    const canonical = wordList(value)?.map((given) =>
      values.find((known) => known.toLowerCase() === given.toLowerCase()),
    );
    if (!canonical?.every((item) => item !== undefined)) return undefined;
    return {
      value: Array.isArray(value) ? canonical : canonical[0],
      shown: showList(canonical),
      test: make(canonical),
    };
  };

/** A closed list of values, in any case. */
export const enumComparisons = <V>(
  values: readonly string[],
  make: Membership<V>,
): Comparisons<V> => ({
  is: { label: say('is'), expects: values.join(', '), prepare: prepare(values, make) },
  in: { label: say('is'), expects: values.join(', '), prepare: prepare(values, make) },
});

/** For a field whose value is the word itself. */
export const isAmong: Membership<string> = (wanted) => {
  const set = new Set(wanted);
  return (found) => set.has(found);
};

/** Yes or no. */
export const flagComparisons: Comparisons<boolean> = {
  is: {
    label: say('is'),
    expects: 'true, false',
    prepare: (value) =>
      typeof value === 'boolean'
        ? { value, shown: value ? 'yes' : 'no', test: (found) => found === value }
        : undefined,
  },
};
