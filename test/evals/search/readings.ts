import { objectReader } from '@cnv-ai/engine/kubernetes';
import { interpretRequest, readInventory } from '@cnv-ai/engine/search/core';
import { teachFurther } from '@cnv-ai/engine/search/further';
import { readCorpus, type Entry } from './corpus';
import { inventoryObjects, NOW } from './inventory';

/** How a sentence is read: its outcome, and what it was taken for. */
export type SentenceRead = readonly [sentence: string, outcome: string, readable: string];

/**
 * Reads the sentences of the corpora that `keeps` keeps, each time with all that was taught by
 * then; at first that is what a browser has for every sentence.
 */
export const reader = async (
  keeps: (entry: Entry) => boolean,
): Promise<() => readonly SentenceRead[]> => {
  const { vocabulary } = await readInventory(objectReader(inventoryObjects()), { now: NOW });
  teachFurther();
  const kept = readCorpus().filter(keeps);
  return () =>
    kept.map(({ sentence, locale }) => {
      const request = { query: sentence, locale };
      const { outcome, interpretation } = interpretRequest(request, vocabulary, NOW);
      return [sentence, outcome, interpretation.readable];
    });
};
