import { needsLanguages } from './lexicon/choose';
import { tokenize } from './sentence/tokens';

/** Whether `teachLanguages` should come before a sentence is read, `teachFurther` having come. */
export const wantsLanguages = (sentence: string, locale: string): boolean =>
  needsLanguages(tokenize(sentence), locale);
