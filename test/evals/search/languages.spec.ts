import { wantsLanguages } from '@cnv-ai/engine/search/core';
import { teachLanguages } from '@cnv-ai/engine/search/languages';
import { reader } from './readings';

/** A browser fetches other languages only for sentences that want them; a server has them all. */
it('a sentence that wants no other languages means the same with all of them', async () => {
  const readAll = await reader(({ sentence, locale = 'en' }) => !wantsLanguages(sentence, locale));
  const before = readAll();
  teachLanguages();
  expect(before.length).toBeGreaterThan(200);
  expect(readAll()).toEqual(before);
});
