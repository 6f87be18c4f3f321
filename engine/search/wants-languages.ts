import { needsFurther, needsLanguages } from './lexicon/choose';
import { isLearnt } from './sentence/further';
import { tokenize } from './sentence/tokens';

/** Whether `teachLanguages` should come before a sentence is read. */
export const wantsLanguages = (sentence: string, locale: string): boolean =>
  needsLanguages(tokenize(sentence), locale);

/** Whether `teachFurther` should come before a sentence is read. */
export const wantsFurther = (sentence: string, locale: string): boolean =>
  !isLearnt() && needsFurther(tokenize(sentence), locale);
