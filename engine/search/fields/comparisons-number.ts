import { parseQuantity } from '../../kubernetes';
import { say, type Message } from '../../messages';
import type { Comparisons, Operator } from './field';

type Reading = {
  parse: (value: unknown) => number | undefined;
  show: (value: number) => string;
  expects: string;
};

const compare = (
  label: Message,
  { parse, show, expects }: Reading,
  test: (found: number, wanted: number) => boolean,
): Operator<number> => ({
  label,
  expects,
  prepare: (value) => {
    const wanted = parse(value);
    return wanted === undefined || wanted < 0
      ? undefined
      : { value: wanted, shown: show(wanted), test: (found) => test(found, wanted) };
  },
});

const between = ({ parse, show, expects }: Reading): Operator<number> => ({
  label: say('is between'),
  expects: `two of ${expects}, the smaller first`,
  prepare: (value) => {
    const pair: unknown[] = Array.isArray(value) ? value : [];
    const [low, high] = pair.map(parse);
    if (pair.length !== 2 || low === undefined || high === undefined || low > high)
      return undefined;
    return {
      value: [low, high],
      shown: `${show(low)} and ${show(high)}`,
      test: (found) => found >= low && found <= high,
    };
  },
});

const comparisons = (reading: Reading): Comparisons<number> => ({
  is: compare(say('is'), reading, (found, wanted) => found === wanted),
  gt: compare(say('is more than'), reading, (found, wanted) => found > wanted),
  gte: compare(say('is at least'), reading, (found, wanted) => found >= wanted),
  lt: compare(say('is less than'), reading, (found, wanted) => found < wanted),
  lte: compare(say('is at most'), reading, (found, wanted) => found <= wanted),
  between: between(reading),
});

export const numberComparisons = comparisons({
  parse: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  show: String,
  expects: 'a number',
});

/** Memory as people write it: GB means GiB here, as guests and consoles count. */
const parseBytes = (value: unknown): number | undefined => {
  if (typeof value !== 'string') return parseQuantity(value);
  const [, number, unit] = /^(\d+(?:\.\d+)?) ?(b|[kmgtp]i?b?)$/i.exec(value.trim()) ?? [];
  if (unit === undefined) return parseQuantity(value);
  const letter = unit.charAt(0).toUpperCase();
  return parseQuantity(letter === 'B' ? number : `${number}${letter}i`);
};

const UNITS = ['PiB', 'TiB', 'GiB', 'MiB', 'KiB'];

/** Bytes for people, without rounding: "2000 MiB", never "2 GiB" for them. */
export const exactBytes = (bytes: number): string => {
  const counts = UNITS.map((unit, step) => [bytes / 1024 ** (5 - step), unit] as const);
  const isShort = (count: number): boolean =>
    count >= 1 && count < 1e6 && count === Number(count.toFixed(2));
  return (counts.find(([count]) => isShort(count)) ?? [bytes, 'B']).join(' ');
};

export const byteComparisons = comparisons({
  parse: parseBytes,
  show: exactBytes,
  expects: 'bytes or a quantity such as 8GiB',
});
