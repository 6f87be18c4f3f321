import fc from 'fast-check';
import { isPartOfAny, similar } from './names';

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
    ['a\nb', ['a', 'b'], false],
  ])('%j is part of one of %j: %s', (part, all, expected) => {
    expect(isPartOfAny(new Set(all), part)).toBe(expected);
  });

  it('finds a part between dashes wherever it stands', () => {
    fc.assert(
      fc.property(word, names, (part, all) => {
        const framed = all.some((name) => `-${name}-`.includes(`-${part}-`));
        expect(isPartOfAny(new Set(all), part)).toBe(part !== '' && framed);
      }),
    );
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
