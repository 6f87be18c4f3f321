import { objectReader } from '../../kubernetes';
import { readInventory } from '../inventory/inventory';
import { teachLanguages } from '../languages';
import { languages } from '../lexicon';
import { searchInventory } from '../search';
import { CLUSTER } from './cluster';
import { NOW } from './machines';

teachLanguages();

type Answer = { outcome: string; readable: string };

/** Asks the test cluster in a language: in a browser that says so, and in one that says nothing. */
export const asker = async (locale: string): Promise<(query: string) => Answer[]> => {
  const inventory = await readInventory(objectReader(CLUSTER), { now: NOW });
  return (query) =>
    [{ locale }, {}].map((options) => {
      const request = { query, limit: 500, ...options };
      const { outcome, interpretation, aggregate } = searchInventory(inventory, request, NOW);
      const asked = [aggregate?.function, aggregate?.of, aggregate?.by].filter(Boolean).join(' ');
      const readable = [interpretation.readable, asked].filter((text) => text !== '').join(' → ');
      return { outcome, readable: outcome === 'ok' ? readable : '' };
    });
};

type Table = readonly (readonly [sentence: string, meant: string])[];

/** What sentences of a language mean, and which get no list: the same whatever the browser says. */
export const describeLanguage = (
  locale: string,
  { reads, refuses }: { reads: Table; refuses: Table },
): void => {
  describe(`sentences in ${locale}`, () => {
    let ask: (query: string) => Answer[];
    beforeAll(async () => {
      ask = await asker(locale);
    });

    it.each(reads)('%s', (sentence, readable) => {
      const expected = { outcome: 'ok', readable };
      expect(ask(sentence)).toEqual([expected, expected]);
    });

    it.each(reads)('a word nobody knows leaves no list: %s', (sentence) => {
      for (const { outcome } of ask(`${sentence} zzyzx`)) expect(outcome).not.toBe('ok');
    });

    it.each(refuses)('no list for: %s', (sentence, outcome) => {
      const expected = { outcome, readable: '' };
      expect(ask(sentence)).toEqual([expected, expected]);
    });
  });
};

/** One request in every language, English first: all of them mean the same. */
export const describeParaphrases = (requests: readonly (readonly string[])[]): void => {
  describe('the same request in every language', () => {
    const asked: ((query: string) => Answer[])[] = [];
    beforeAll(async () => {
      for (const locale of languages()) asked.push(await asker(locale));
    });
    const readings = (sentences: readonly string[]): string[] =>
      sentences.map((sentence, index) => {
        const [own] = asked[index]?.(sentence) ?? [];
        return own?.outcome === 'ok' ? own.readable : `${own?.outcome}: ${sentence}`;
      });

    it.each(requests.map((sentences) => [sentences[0], sentences] as const))(
      'means the same: %s',
      (_, sentences) => {
        const [english = '', ...others] = readings(sentences);
        expect(english).not.toBe('');
        expect(others).toEqual(others.map(() => english));
      },
    );
  });
};
