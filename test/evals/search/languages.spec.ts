import { objectReader } from '@cnv-ai/engine/kubernetes';
import { interpretRequest, readInventory, wantsLanguages } from '@cnv-ai/engine/search/core';
import { teachFurther } from '@cnv-ai/engine/search/further';
import { teachLanguages } from '@cnv-ai/engine/search/languages';
import { readCorpus } from './corpus';
import { inventoryObjects, NOW } from './inventory';

/** A browser fetches other languages only for sentences that want them; a server has them all. */
it('a sentence that wants no other languages means the same with all of them', async () => {
  const { vocabulary } = await readInventory(objectReader(inventoryObjects()), { now: NOW });
  teachFurther();
  const plain = readCorpus().filter(
    ({ sentence, locale = 'en' }) => !wantsLanguages(sentence, locale),
  );
  const readAll = () =>
    plain.map(({ sentence, locale }) => {
      const request = { query: sentence, locale };
      const { outcome, interpretation } = interpretRequest(request, vocabulary, NOW);
      return [sentence, outcome, interpretation.readable];
    });
  const before = readAll();
  teachLanguages();
  expect(plain.length).toBeGreaterThan(200);
  expect(readAll()).toEqual(before);
});
