import { japaneseAttributes, japaneseFields } from './ja-attributes';
import { japaneseGrammar } from './ja-grammar';
import { japaneseValues } from './ja-values';
import type { Lexicon } from './senses';

export const japanese: Lexicon = {
  language: 'ja',
  entries: [...japaneseAttributes, ...japaneseValues, ...japaneseGrammar],
  ordinary: [],
  fields: japaneseFields,
};
