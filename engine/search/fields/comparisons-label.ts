import { say } from '../../messages';
import { wordTest, wordList, showList } from './comparisons-text';
import type { Comparisons, Prepared } from './field';

type Labels = Readonly<Record<string, string>>;

const pairTest = (pair: string): ((labels: Labels) => boolean) | undefined => {
  const split = pair.indexOf('=');
  if (split <= 0) return undefined;
  const key = pair.slice(0, split);
  const matches = wordTest(pair.slice(split + 1));
  return (labels) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    return value !== undefined && matches(value);
  };
};

const pairs = (value: unknown): Prepared<Labels> | undefined => {
  const words = wordList(value);
  const tests = words?.map(pairTest);
  if (words === undefined || !tests?.every((test) => test !== undefined)) return undefined;
  return {
    value: Array.isArray(value) ? words : words[0],
    shown: showList(words),
    test: (labels) => tests.some((test) => test(labels)),
  };
};

/** Labels by key, or by key=value where the value may have wildcards. */
export const labelComparisons: Comparisons<Labels> = {
  has: {
    label: say('has'),
    expects: 'a label key',
    prepare: (value) => {
      const words = wordList(value);
      const [key] = words ?? [];
      // No key has these: a whole label is compared with `is`.
      if (words?.length !== 1 || key === undefined || /[=\s]/.test(key)) return undefined;
      return { value: key, shown: key, test: (labels) => Object.hasOwn(labels, key) };
    },
  },
  is: { label: say('is'), expects: 'key=value', prepare: pairs },
  in: { label: say('is'), expects: 'a list of key=value', prepare: pairs },
};
