import fc from 'fast-check';
import { isPartOfAny, meantName, similar } from './names';

const word = fc.string({ unit: fc.constantFrom('a', 'b', '-', '1'), maxLength: 5 });
const names = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom('a', 'b', '-', '1'), minLength: 1, maxLength: 9 }),
  { maxLength: 20 },
);

describe('names', () => {
  it.each([
    ['db', ['prod-db-01', 'adb'], true],
    ['db', ['adb', 'db1', 'a-dbx'], false],
    ['web', ['web'], true],
    ['web', ['web01', 'adb'], true],
    ['web', ['webx01', 'aweb01'], false],
    ['01', ['web01'], false],
    ['a\nb', ['a', 'b'], false],
  ])('%j is part of one of %j: %s', (part, all, expected) => {
    expect(isPartOfAny(new Set(all), part)).toBe(expected);
  });

  it('finds a part between dashes, or before a number, wherever it stands', () => {
    fc.assert(
      fc.property(word, names, (part, all) => {
        const ends = /[ab]{3}$/.test(part) ? ['-', '1'] : ['-'];
        const framed = all.some((name) =>
          ends.some((end) => `-${name}-`.includes(`-${part}${end}`)),
        );
        expect(isPartOfAny(new Set(all), part)).toBe(part !== '' && framed);
      }),
    );
  });

  it.each([
    ['wroker-08', ['worker-07', 'worker-08'], 'worker-08'],
    ['worker-2', ['worker-02'], undefined],
    ['blade-s3', ['blade-n3'], undefined],
    ['eu-west-1d', ['eu-west-1a'], undefined],
    ['hall-ost', ['hall-west'], undefined],
    ['dmz-nett', ['dmz-net'], undefined],
    ['premum-ssd', ['premium-ssd', 'nfs-slow'], 'premium-ssd'],
    ['dmitir', ['dmitri', 'alice'], 'dmitri'],
    ['mongo', ['mango', 'monga'], undefined],
    ['abc', ['abd'], undefined],
  ])('%j of %j is a misspelling of %j', (word, all, expected) => {
    expect(meantName(new Set(all), word)).toBe(expected);
  });

  it('offers at most three, the misspelt ones before those that hold the word', () => {
    expect(similar(new Set(['zweb', 'web-1', 'wob', 'a-web', 'b-web']), 'web')).toEqual([
      'wob',
      'zweb',
      'a-web',
    ]);
  });

  it('offers only names there are, each once, and one that holds the word where there is any', () => {
    fc.assert(
      fc.property(word, names, (part, all) => {
        const found = similar(new Set(all), part);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(new Set(found).size).toBe(found.length);
        expect(all).toEqual(expect.arrayContaining(found));
        const holds = part.length >= 3 && all.some((name) => name.includes(part));
        if (holds) expect(found).not.toEqual([]);
      }),
    );
  });
});
