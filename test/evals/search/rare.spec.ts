import { isLong, wantsLanguages } from '@cnv-ai/engine/search/core';
import { learnMore } from '@cnv-ai/engine/search/further';
import { reader } from './readings';

/** A browser fetches rare words only for sentences that may have some; a server has them all. */
it('a list for a sentence of everyday words is the same with the rare ones', async () => {
  const readAll = await reader(
    ({ sentence, locale = 'en' }) => !isLong(sentence) && !wantsLanguages(sentence, locale),
  );
  const before = readAll();
  await learnMore();
  const after = readAll();
  const listed = before.filter(([, outcome]) => outcome === 'ok');
  expect(listed.length).toBeGreaterThan(200);
  expect(after.filter((_, at) => before[at]?.[1] === 'ok')).toEqual(listed);
});
