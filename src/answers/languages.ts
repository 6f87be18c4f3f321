/**
 * Fetches further words, and the other languages where a sentence may be in one; the plainest
 * sentences of an English reader never need them. Answers whether anything was learnt.
 */
export const learnFor = async (sentence: string, locale: string): Promise<boolean> => {
  const { wantsFurther, wantsLanguages } = await import('@cnv-ai/engine/search/core');
  const more = wantsFurther(sentence, locale);
  if (more) {
    const { teachFurther } = await import('@cnv-ai/engine/search/further');
    teachFurther();
  }
  // With all words of English, few sentences look as if they were in another language.
  if (!wantsLanguages(sentence, locale)) return more;
  const { teachLanguages } = await import('@cnv-ai/engine/search/languages');
  teachLanguages();
  return true;
};
