import { say } from '../../messages';
import { isMac } from '../query/address';
import { matchesGlob } from '../query/glob';
import { showList, wordList } from './comparisons-text';
import type { Comparisons, Prepared } from './field';

const prepare = (value: unknown): Prepared<string> | undefined => {
  const given = wordList(value)?.map((word) => word.toLowerCase());
  if (!given?.every(isMac)) return undefined;
  const words = given.map((word) => word.replaceAll('-', ':'));
  return {
    value: Array.isArray(value) ? words : words[0],
    shown: showList(words),
    test: (found) => words.some((word) => matchesGlob(word, found)),
  };
};

const EXPECTS = 'a MAC address, or how it begins: 02:00:00:*';

/** MAC addresses, in any case and with colons or hyphens. */
export const macComparisons: Comparisons<string> = {
  is: { label: say('is'), expects: EXPECTS, prepare },
  in: { label: say('is'), expects: EXPECTS, prepare },
};
