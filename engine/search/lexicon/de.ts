import { germanAttributes, germanFields } from './de-attributes';
import { germanGrammar } from './de-grammar';
import { germanValues } from './de-values';
import type { Lexicon } from './senses';

export const german: Lexicon = {
  language: 'de',
  entries: [...germanAttributes, ...germanValues, ...germanGrammar],
  ordinary: [],
  fields: germanFields,
};
