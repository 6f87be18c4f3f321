/**
 * Fetches the other languages where a sentence may be in one; most sentences of an English reader
 * never need them. Answers whether anything was learnt.
 */
export const learnFor = async (sentence: string, locale: string): Promise<boolean> => {
  const { wantsLanguages } = await import('@cnv-ai/engine/search/core');
  if (!wantsLanguages(sentence, locale)) return false;
  const { teachLanguages } = await import('@cnv-ai/engine/search/languages');
  teachLanguages();
  return true;
};
