let taught = false;
let taughtLong = false;

/**
 * Fetches what a sentence needs to be read as everywhere else: the words and rules that the page
 * opens without, what reads a long one, and the other languages where it may be in one. Answers
 * whether anything was learnt.
 */
export const learnFor = async (sentence: string, locale: string): Promise<boolean> => {
  const [{ wantsLanguages, isLong }, { teachFurther, loadLong }] = await Promise.all([
    import('@cnv-ai/engine/search/core'),
    import('@cnv-ai/engine/search/further'),
  ]);
  const long = !taughtLong && isLong(sentence);
  const first = !taught || long;
  if (!taught) teachFurther();
  taught = true;
  if (long) {
    (await loadLong()).teachLong();
    taughtLong = true;
  }
  if (!wantsLanguages(sentence, locale)) return first;
  const { teachLanguages } = await import('@cnv-ai/engine/search/languages');
  teachLanguages();
  return true;
};
