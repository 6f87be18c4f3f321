import { createHash, randomInt } from 'node:crypto';

/** A stable uid for a text: the same objects get the same uids in every run. */
export const uidFrom = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};

/** The alphabet of generated names: no vowels, so that no word appears. */
const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

export const randomSuffix = (): string =>
  Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)] ?? 'x').join('');

/** A stable five-letter suffix for a text. */
export const suffixFrom = (text: string): string =>
  [...createHash('sha256').update(text).digest().subarray(0, 5)]
    .map((byte) => LETTERS[byte % LETTERS.length] ?? 'x')
    .join('');
