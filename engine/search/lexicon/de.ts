import { germanAttributes, germanFields } from './de-attributes';
import { germanGrammar } from './de-grammar';
import { germanValues } from './de-values';
import type { Lexicon } from './senses';

export const german: Lexicon = {
  language: 'de',
  entries: [...germanAttributes, ...germanValues, ...germanGrammar],
  // English has them too, as other words.
  ordinary: ['man', 'not', 'fast', 'bald', 'must', 'or', 'as'],
  fields: germanFields,
};
