import { objectReader } from '@cnv-ai/engine/kubernetes';
import {
  interpretRequest,
  isLong,
  readInventory,
  wantsLanguages,
} from '@cnv-ai/engine/search/core';
import { learnMore, teachFurther } from '@cnv-ai/engine/search/further';
import { readCorpus } from './corpus';
import { inventoryObjects, NOW } from './inventory';

/** A browser fetches rare words only for sentences that may have some; a server has them all. */
it('a list for a sentence of everyday words is the same with the rare ones', async () => {
  const { vocabulary } = await readInventory(objectReader(inventoryObjects()), { now: NOW });
  teachFurther();
  const plain = readCorpus().filter(
    ({ sentence, locale = 'en' }) => !isLong(sentence) && !wantsLanguages(sentence, locale),
  );
  const readAll = () =>
    plain.map(({ sentence, locale }) => {
      const request = { query: sentence, locale };
      const { outcome, interpretation } = interpretRequest(request, vocabulary, NOW);
      return [sentence, outcome, interpretation.readable];
    });
  const before = readAll();
  await learnMore();
  const after = readAll();
  const listed = before.filter(([, outcome]) => outcome === 'ok');
  expect(listed.length).toBeGreaterThan(200);
  expect(after.filter((_, at) => before[at]?.[1] === 'ok')).toEqual(listed);
});
