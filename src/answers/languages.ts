import { breathe, isLong } from './slices';

/** The words of English, which take some hundredths of a second to be made ready. */
let english: Promise<unknown> | undefined;
let taughtLong = false;

/**
 * Fetches what a sentence needs to be read as everywhere else: the words and rules that the page
 * opens without, what reads a long one, and the other languages where it may be in one. They are
 * made ready between the browser's frames. Answers whether anything was learnt.
 */
export const learnFor = async (sentence: string, locale: string): Promise<boolean> => {
  const [core, { teachFurther, loadLong }] = await Promise.all([
    import('@cnv-ai/engine/search/core'),
    import('@cnv-ai/engine/search/further'),
  ]);
  const long = !taughtLong && core.isLong(sentence);
  const first = english === undefined || long;
  if (english === undefined) {
    teachFurther();
    english = core.finishInSlices(core.prepareEnglish(), breathe, isLong);
  }
  await english;
  if (long) {
    (await loadLong()).teachLong();
    taughtLong = true;
  }
  if (!core.wantsLanguages(sentence, locale)) return first;
  const { prepareLanguages, teachLanguages } = await import('@cnv-ai/engine/search/languages');
  // What is taught may be used at once.
  await core.finishInSlices(prepareLanguages(), breathe, isLong);
  teachLanguages();
  return true;
};
