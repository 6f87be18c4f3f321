const commonPrefix = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
};

/** What the two have in common at their start and end costs nothing. */
const withoutCommonEnds = (a: string, b: string): readonly [string, string] => {
  const start = commonPrefix(a, b);
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1])
    [endA, endB] = [endA - 1, endB - 1];
  return [a.slice(start, endA), b.slice(start, endB)];
};

/**
 * Optimal string alignment: insertions, deletions, substitutions and exchanges of neighbours each
 * count one. Gives `limit + 1` for anything farther than `limit`.
 */
export const distance = (one: string, other: string, limit: number): number => {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  const [a, b] = withoutCommonEnds(one, other);
  // One mistake is all of what is left: a letter, or two exchanged.
  if (limit === 1 && Math.max(a.length, b.length) > 2) return 2;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_all, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + same,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    older = previous;
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
};

/** How far a word of this length may be from what was meant. */
export const tolerance = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2);

/** Which letters a word has, a bit each; some share one. */
const lettersOf = (word: string): number => {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
};

/** A mistake puts one letter in the place of another: at most two bits differ. */
const mayBeWithin = (limit: number, one: number, other: number): boolean => {
  let left = one ^ other;
  for (let mistakes = 2 * limit; mistakes > 0 && left !== 0; mistakes -= 1) left &= left - 1;
  return left === 0;
};

const ENOUGH = 50;

type Ranked = { word: string; distance: number; last: boolean; prefix: number };

const closer = (a: Ranked, b: Ranked): number =>
  a.distance - b.distance ||
  Number(b.prefix > 0) - Number(a.prefix > 0) ||
  Number(b.last) - Number(a.last) ||
  b.prefix - a.prefix;

/** The known words nearest to a misspelt one, best first. Two mistakes need the same first letter. */
export const nearest = (
  word: string,
  known: Iterable<string>,
  limit = tolerance(word.length),
): Ranked[] => {
  const found: Ranked[] = [];
  if (limit === 0) return found;
  const first = word.slice(0, 1);
  const letters = lettersOf(word);
  for (const candidate of known) {
    const allowed = candidate.startsWith(first) ? limit : Math.min(limit, 1);
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    // Most are told apart without counting.
    if (!mayBeWithin(allowed, letters, lettersOf(candidate))) continue;
    const apart = distance(word, candidate, allowed);
    if (apart > allowed) continue;
    // Names that differ in a digit are near by the thousand: a few of them are enough.
    if (found.length === ENOUGH) break;
    const last = candidate.at(-1) === word.at(-1);
    found.push({ word: candidate, distance: apart, last, prefix: commonPrefix(word, candidate) });
  }
  return found.sort(closer);
};

/** The one word meant, when exactly one is nearest. */
export const correction = (
  word: string,
  byLength: ReadonlyMap<number, readonly string[]>,
): string | undefined => {
  const limit = tolerance(word.length);
  const pool: string[] = [];
  for (let size = word.length - limit; size <= word.length + limit; size += 1) {
    pool.push(...(byLength.get(size) ?? []));
  }
  const [best, second] = nearest(word, pool, limit);
  const tied = best !== undefined && second !== undefined && closer(best, second) === 0;
  return tied ? undefined : best?.word;
};
