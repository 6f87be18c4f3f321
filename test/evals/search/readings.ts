import { objectReader, type KubeObject } from '@cnv-ai/engine/kubernetes';
import type { Vocabulary } from '@cnv-ai/engine/search';
import { interpretRequest, readInventory } from '@cnv-ai/engine/search/core';
import { teachFurther } from '@cnv-ai/engine/search/further';
import { clusterFor } from './clusters';
import { readCorpus, type Entry } from './corpus';
import { NOW } from './inventory';

/** How a sentence is read: its outcome, and what it was taken for. */
export type SentenceRead = readonly [sentence: string, outcome: string, readable: string];

type Heard = { readonly entry: Entry; readonly vocabulary: Vocabulary };

/** Each entry with the words of its own cluster. */
const heard = async (entries: readonly Entry[]): Promise<Heard[]> => {
  const known = new Map<readonly KubeObject[], Vocabulary>();
  const all: Heard[] = [];
  for (const entry of entries) {
    const { objects } = clusterFor(entry);
    const vocabulary =
      known.get(objects) ?? (await readInventory(objectReader(objects), { now: NOW })).vocabulary;
    known.set(objects, vocabulary);
    all.push({ entry, vocabulary });
  }
  return all;
};

/**
 * Reads the sentences of the corpora that `keeps` keeps, each time with all that was taught by
 * then; at first that is what a browser has for every sentence.
 */
export const reader = async (
  keeps: (entry: Entry) => boolean,
): Promise<() => readonly SentenceRead[]> => {
  const kept = await heard(readCorpus().filter(keeps));
  teachFurther();
  return () =>
    kept.map(({ entry: { sentence, locale }, vocabulary }) => {
      const request = { query: sentence, locale };
      const { outcome, interpretation } = interpretRequest(request, vocabulary, NOW);
      return [sentence, outcome, interpretation.readable];
    });
};
