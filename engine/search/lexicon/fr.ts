import { frenchAttributes, frenchFields } from './fr-attributes';
import { frenchGrammar } from './fr-grammar';
import { frenchValues } from './fr-values';
import type { Lexicon } from './senses';

export const french: Lexicon = {
  language: 'fr',
  entries: [...frenchAttributes, ...frenchValues, ...frenchGrammar],
  // English has them too, as other words.
  ordinary: ['or', 'as', 'mon', 'ton'],
  elisions: ["l'", "d'", "n'", "s'", "qu'", "j'", "c'", "m'"],
  fields: frenchFields,
};
