import type { Lexicon } from './senses';
import { chineseAttributes, chineseFields } from './zh-attributes';
import { chineseGrammar } from './zh-grammar';
import { chineseValues } from './zh-values';

export const chinese: Lexicon = {
  language: 'zh',
  entries: [...chineseAttributes, ...chineseValues, ...chineseGrammar],
  ordinary: [],
  fields: chineseFields,
};
