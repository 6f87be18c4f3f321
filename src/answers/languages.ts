import { breathe, isLong } from './slices';

/** The words of English, which take some hundredths of a second to be made ready. */
let english: Promise<unknown> | undefined;
/** What few sentences need, while it is fetched, and once it is there. */
let more: Promise<void> | undefined;
let knowsMore = false;

/**
 * Fetches what a sentence needs to be read as everywhere else: the words and rules that the page
 * opens without, what reads a long one or has the words that few sentences have, and the other
 * languages where it may be in one. They are made ready between the browser's frames. Answers
 * whether anything was learnt.
 */
export const learnFor = async (sentence: string, locale: string): Promise<boolean> => {
  const [core, { teachFurther, learnMore }] = await Promise.all([
    import('@cnv-ai/engine/search/core'),
    import('@cnv-ai/engine/search/further'),
  ]);
  const prepare = (): Promise<unknown> =>
    core.finishInSlices(core.prepareEnglish(), breathe, isLong);
  const first = english === undefined;
  if (first) teachFurther();
  english ??= prepare();
  await english;
  const fetchMore = async (): Promise<void> => {
    await learnMore();
    await (english = prepare());
    knowsMore = true;
  };
  const lacksMore = !knowsMore && (core.isLong(sentence) || core.wantsLanguages(sentence, locale));
  // Who asks meanwhile waits for the same; what could not be fetched is tried again.
  if (lacksMore) await (more ??= fetchMore().finally(() => (more = undefined)));
  if (!core.wantsLanguages(sentence, locale)) return first || lacksMore;
  const { prepareLanguages, teachLanguages } = await import('@cnv-ai/engine/search/languages');
  // What is taught may be used at once.
  await core.finishInSlices(prepareLanguages(), breathe, isLong);
  teachLanguages();
  return true;
};
