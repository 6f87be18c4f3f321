import fc from 'fast-check';
import { objectReader } from '../../kubernetes';
import { readInventory, type Inventory } from '../inventory/inventory';
import { interpret } from '../interpret';
import { CLUSTER } from '../testing/cluster';
import { NOW } from '../testing/machines';
import { teachLanguages } from '../languages';
import { languages, lexiconFor } from '.';

teachLanguages();
const LANGUAGES = languages();

let inventory: Inventory;
beforeAll(async () => {
  inventory = await readInventory(objectReader(CLUSTER), { now: NOW });
});

const NAMES = ['prod-web', 'web-01', 'worker-1', 'team', '8GB', '4', '24h', '2026-11-03', '(', ')'];

describe.each(LANGUAGES)('any words of %s', (locale) => {
  const words = fc.constantFrom(...lexiconFor(locale).whole.keys(), ...NAMES);

  it('are read without a mishap, each within the sentence, and never half', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        const sentence = list.join(' ').slice(0, 500);
        const { outcome, interpretation } = interpret(sentence, inventory.vocabulary, {
          now: NOW,
          locale,
        });
        for (const { span } of interpretation.chips) {
          const [start, end] = span;
          expect(0 <= start && start < end && end <= sentence.length).toBe(true);
        }
        if (outcome === 'ok') expect(interpretation.notUnderstood).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

it.each(LANGUAGES.filter((language) => language !== 'en'))(
  '%s knows the fields people ask for in its own words',
  (language) => {
    const english = new Set(lexiconFor('en').whole.keys());
    const own = [...lexiconFor(language).whole.entries()].filter(([text]) => !english.has(text));
    const fields = new Set(
      own.flatMap(([, { senses }]) =>
        senses.flatMap((sense) => (sense.is === 'field' ? [sense.field] : [])),
      ),
    );
    expect([...fields]).toEqual(
      expect.arrayContaining(['namespace', 'status', 'label', 'node', 'vcpu', 'memory', 'ip']),
    );
  },
);
