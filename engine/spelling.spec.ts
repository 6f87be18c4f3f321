import fc from 'fast-check';
import { distance, nearest } from './spelling';

/** Few letters, so that words are often near each other; `a` and the letter 32 behind it share a bit. */
const words = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'é', '-', '1'), maxLength: 8 });

describe('nearest', () => {
  it.each([
    ['worker-04', ['worker-4', 'worker-40', 'web-04'], ['worker-4', 'worker-40']],
    ['stoped', ['stopped', 'started', 'stop'], ['stopped', 'stop']],
    ['', ['a'], []],
  ])('to %j among %j: %j', (word, known, expected) => {
    expect(nearest(word, known, word === '' ? 0 : 2).map((found) => found.word)).toEqual(expected);
  });

  it('leaves out exactly what is farther away than allowed', () => {
    fc.assert(
      fc.property(
        words,
        fc.array(words, { maxLength: 30 }),
        fc.integer({ min: 1, max: 2 }),
        (word, known, limit) => {
          const allowed = (other: string): number =>
            other.startsWith(word.slice(0, 1)) ? limit : 1;
          const near = known.filter(
            (other) => distance(word, other, allowed(other)) <= allowed(other),
          );
          expect(
            nearest(word, known, limit)
              .map((found) => found.word)
              .sort(),
          ).toEqual(near.sort());
        },
      ),
    );
  });
});
