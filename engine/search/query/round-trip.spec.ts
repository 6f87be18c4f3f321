import fc from 'fast-check';
import { english } from '../../messages';
import { objectReader } from '../../kubernetes';
import { FIELDS, type Field } from '../fields';
import { interpret } from '../interpret';
import { readInventory } from '../inventory/inventory';
import { MAX_SENTENCE } from '../sentence/tokens';
import { CLUSTER } from '../testing/cluster';
import { NOW } from '../testing/machines';
import type { Predicate } from '../types';
import { compile } from './compile';
import { fromText } from './from-text';
import { toText } from './to-text';

const context = { now: NOW, timeZone: 'UTC' };

const canonical = (where: Predicate): Predicate | undefined => {
  const compiled = compile(where, context);
  return 'problem' in compiled ? undefined : compiled.where;
};

const read = (text: string): Predicate | string => {
  const found = fromText(text, context);
  return 'problem' in found ? english(found.problem) : found.where;
};

const texts = fc
  .oneof(
    fc.constantFrom(
      'web-*',
      'prod-web',
      'a"b\\c',
      'NOT x',
      '(or)',
      '2026',
      'true',
      'a..b',
      'é\n\u202e',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  )
  .filter((text) => text.trim() !== '');

const keys = fc.constantFrom('team', 'app.kubernetes.io/name', 'a');
const times = fc
  .integer({ min: 0, max: 4_000_000_000 })
  .map((seconds) => new Date(seconds * 1000).toISOString());
const numbers = fc.oneof(
  fc.nat(),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  fc.nat(4096).map((count) => count * 2 ** 30),
);

/** One value that a field of this type could be compared with. */
const scalar = (field: Field): fc.Arbitrary<unknown> => {
  switch (field.type) {
    case 'boolean':
      return fc.boolean();
    case 'number':
    case 'bytes':
      return numbers;
    case 'time':
      return times;
    case 'os':
      return fc.constantFrom('RHEL', 'rhel 9', 'Windows Server 2022', 'Linux', 'Ubuntu 22.04');
    case 'address':
      return fc.constantFrom('10.0.0.1', '10.0.0.0/8', 'fd00::/8', '02:00:00:aa:bb:cc', '02:00:*');
    case 'label':
      return fc.tuple(keys, texts).map(([key, value]) => `${key}=${value}`);
    case 'enum':
      return fc.constantFrom(...(field.operators.is?.expects ?? '').split(', '));
    default:
      return fc.oneof(texts, fc.constantFrom('02:00:00:aa:bb:cc', '02:00:*'));
  }
};

const pair = (field: Field): fc.Arbitrary<unknown> =>
  fc
    .tuple(scalar(field), scalar(field))
    .map(([a, b]) => (String(a) <= String(b) && !(Number(a) > Number(b)) ? [a, b] : [b, a]));

const valueFor = (field: Field, op: string): fc.Arbitrary<unknown> => {
  if (op === 'exists') return fc.boolean();
  if (op === 'has') return keys;
  if (op === 'between') return pair(field);
  return op === 'in' ? fc.array(scalar(field), { minLength: 1, maxLength: 4 }) : scalar(field);
};

const comparison = (field: Field, op: string): fc.Arbitrary<Predicate> =>
  valueFor(field, op).map((value) => ({ field: field.name, op, value }));

/** Comparisons of every field with every operator it has. */
const comparisons: readonly fc.Arbitrary<Predicate>[] = FIELDS.flatMap((field) =>
  [...Object.keys(field.operators), 'exists'].map((op) => comparison(field, op)),
);

/** Queries of all of them, nested in every way. */
const predicates: fc.Arbitrary<Predicate> = fc.letrec<{ tree: Predicate }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(...comparisons),
    tie('tree').map((not): Predicate => ({ not })),
    fc.array(tie('tree'), { maxLength: 4 }).map((all): Predicate => ({ all })),
    fc.array(tie('tree'), { maxLength: 4 }).map((any): Predicate => ({ any })),
  ),
})).tree;

describe('a query as text', () => {
  it('is read back as it was, for every comparison of every field', () => {
    for (const comparison of comparisons) {
      let valid = 0;
      fc.assert(
        fc.property(comparison, (where) => {
          const query = canonical(where);
          if (query === undefined) return;
          valid += 1;
          expect(read(toText(query))).toEqual(query);
        }),
        { numRuns: 20 },
      );
      expect(valid).toBeGreaterThan(0);
    }
  });

  it('is read back as it was however it is nested, by the query’s reader and by the sentence’s', async () => {
    const { vocabulary } = await readInventory(objectReader(CLUSTER), { now: NOW });
    let spoken = 0;
    fc.assert(
      fc.property(predicates, (where) => {
        const query = canonical(where);
        if (query === undefined) return;
        const text = toText(query);
        expect(read(text)).toEqual(query);
        if (text.length > MAX_SENTENCE) return;
        spoken += 1;
        const { outcome, interpretation } = interpret(text, vocabulary, { now: NOW });
        expect([outcome, interpretation.where]).toEqual(['ok', query]);
      }),
      { numRuns: 500 },
    );
    expect(spoken).toBeGreaterThan(100);
  });
});
