let taught = false;

/**
 * Fetches what a sentence needs to be read as everywhere else: the words and rules that the page
 * opens without, and the other languages where it may be in one. Answers whether anything was
 * learnt.
 */
export const learnFor = async (sentence: string, locale: string): Promise<boolean> => {
  const [{ wantsLanguages }, { teachFurther }] = await Promise.all([
    import('@cnv-ai/engine/search/core'),
    import('@cnv-ai/engine/search/further'),
  ]);
  const first = !taught;
  if (first) teachFurther();
  taught = true;
  if (!wantsLanguages(sentence, locale)) return first;
  const { teachLanguages } = await import('@cnv-ai/engine/search/languages');
  teachLanguages();
  return true;
};
