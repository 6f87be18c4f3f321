import { koreanAttributes, koreanFields } from './ko-attributes';
import { koreanGrammar } from './ko-grammar';
import { koreanValues } from './ko-values';
import type { Lexicon } from './senses';

export const korean: Lexicon = {
  language: 'ko',
  entries: [...koreanAttributes, ...koreanValues, ...koreanGrammar],
  ordinary: [],
  fields: koreanFields,
};
