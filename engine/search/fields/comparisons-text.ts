import { say } from '../../messages';
import { isGlob, matchesGlob } from '../query/glob';
import type { Comparisons, Operator, Prepared } from './field';

const LONGEST = 253;
const MOST = 500;

const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST
    ? value.trim()
    : undefined;

/** A list of words; one word is a list of one. */
export const wordList = (value: unknown): string[] | undefined => {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const words = list.map(word);
  return list.length > 0 && list.length <= MOST && words.every((item) => item !== undefined)
    ? words
    : undefined;
};

/** Names of a list that are shown; a word for many projects would fill the page. */
const SHOWN = 5;

export const showList = (values: readonly string[]): string =>
  values.length > SHOWN
    ? `${values.slice(0, SHOWN - 1).join(' or ')} or ${values.length - SHOWN + 1} more`
    : values.join(' or ');

const fold = (text: string): string => text.toLowerCase();

/** Exact, or by wildcard where the word has one. */
export const wordTest = (wanted: string): ((found: string) => boolean) => {
  const folded = fold(wanted);
  return isGlob(folded)
    ? (found) => matchesGlob(folded, fold(found))
    : (found) => fold(found) === folded;
};

const one =
  (make: (wanted: string) => (found: string) => boolean): Operator<string>['prepare'] =>
  (value) => {
    const wanted = word(value);
    return wanted === undefined ? undefined : { value: wanted, shown: wanted, test: make(wanted) };
  };

const part = (test: (found: string, wanted: string) => boolean): Operator<string>['prepare'] =>
  one((wanted) => {
    const folded = fold(wanted);
    return (found) => test(fold(found), folded);
  });

/** Machines of one namespace or node stand together: what was said of the last holds for the next. */
const remembered = (test: (found: string) => boolean): ((found: string) => boolean) => {
  let last: string | undefined;
  let said = false;
  return (found) => {
    if (found !== last) [last, said] = [found, test(found)];
    return said;
  };
};

const oneOf = (value: unknown): Prepared<string> | undefined => {
  const words = wordList(value);
  if (words === undefined) return undefined;
  const exact = new Set(words.filter((item) => !isGlob(item)).map(fold));
  const globs = words.filter(isGlob).map(fold);
  return {
    value: words,
    shown: showList(words),
    test: remembered(
      (found) => exact.has(fold(found)) || globs.some((glob) => matchesGlob(glob, fold(found))),
    ),
  };
};

const TEXT = `text of at most ${LONGEST} characters`;

/** Names: exact or by wildcard, never by a regular expression; case does not count. */
export const textComparisons: Comparisons<string> = {
  is: { label: say('is'), expects: `${TEXT}, * for any run of characters`, prepare: one(wordTest) },
  in: { label: say('is'), expects: `a list of ${TEXT}`, prepare: oneOf },
  contains: {
    label: say('contains'),
    expects: TEXT,
    prepare: part((found, wanted) => found.includes(wanted)),
  },
  startsWith: {
    label: say('starts with'),
    expects: TEXT,
    prepare: part((found, wanted) => found.startsWith(wanted)),
  },
  endsWith: {
    label: say('ends with'),
    expects: TEXT,
    prepare: part((found, wanted) => found.endsWith(wanted)),
  },
};
