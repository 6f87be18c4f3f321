import { spanishAttributes, spanishFields } from './es-attributes';
import { spanishGrammar } from './es-grammar';
import { spanishValues } from './es-values';
import type { Lexicon } from './senses';

export const spanish: Lexicon = {
  language: 'es',
  entries: [...spanishAttributes, ...spanishValues, ...spanishGrammar],
  ordinary: [],
  fields: spanishFields,
};
