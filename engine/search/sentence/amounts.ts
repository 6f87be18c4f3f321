import { parseQuantity } from '../../kubernetes';
import { has, senseOf, type Item } from './items';
import { skipFillers } from './skip';

export type Amount = { value: number; bytes: boolean; next: number };

/** GB means GiB here, as guests count. "m" is left to minutes. */
const UNITS: Readonly<Record<string, string>> = {
  g: 'Gi',
  gb: 'Gi',
  go: 'Gi',
  to: 'Ti',
  mo: 'Mi',
  gi: 'Gi',
  gib: 'Gi',
  gig: 'Gi',
  giga: 'Gi',
  gigas: 'Gi',
  gigs: 'Gi',
  gigabyte: 'Gi',
  gigabytes: 'Gi',
  gibibytes: 'Gi',
  mb: 'Mi',
  mi: 'Mi',
  mib: 'Mi',
  megabytes: 'Mi',
  megs: 'Mi',
  t: 'Ti',
  tb: 'Ti',
  ti: 'Ti',
  tib: 'Ti',
  terabytes: 'Ti',
  terabyte: 'Ti',
  tera: 'Ti',
  teras: 'Ti',
};

const unitOf = (text: string): string | undefined =>
  Object.hasOwn(UNITS, text) ? UNITS[text] : undefined;

/** "1 To" is French; where "to" is a word it joins a range. */
const unitAt = (items: readonly Item[], at: number): string | undefined =>
  has(items[at], 'to') ? undefined : unitOf(items[at]?.text ?? '');

/** "65,536"; "2.000 MB" is written so in other languages, where "1.024 TB" could be either. */
const withoutThousands = (number: string, factor: string): string | undefined =>
  /\.\d{3}$/.test(number)
    ? factor === 'Mi'
      ? number.replaceAll('.', '')
      : undefined
    : number.replaceAll(',', '');

export const amountOf = (number: string, unit: string, next: number): Amount | undefined => {
  const factor = unit === '' ? '' : unitOf(unit);
  const plain = factor === undefined ? undefined : withoutThousands(number, factor);
  const value = plain === undefined ? undefined : parseQuantity(`${plain}${factor}`);
  return value === undefined ? undefined : { value, bytes: unit !== '', next };
};

/** "four", "half a terabyte". */
const spokenAmount = (items: readonly Item[], at: number, value: number): Amount | undefined => {
  const unit = items[at + 1]?.text ?? '';
  return unitAt(items, at + 1) === undefined
    ? amountOf(String(value), '', at + 1)
    : amountOf(String(value), unit, at + 2);
};

/** "8", "8GB", "8 GB", "1.5 TiB", "four". */
export const amountAt = (items: readonly Item[], at: number): Amount | undefined => {
  const item = items[at];
  if (item?.kind !== 'word') return undefined;
  const match = /^(\d{1,12}(?:[.,]\d{3})*(?:\.\d{1,6})?)-?([a-z]*)$/.exec(item.text);
  const spoken = senseOf(item, 'number')?.value;
  if (match === null) return spoken === undefined ? undefined : spokenAmount(items, at, spoken);
  const [, number = '', suffix = ''] = match;
  const unit = unitAt(items, at + 1);
  if (suffix === '' && unit !== undefined)
    return amountOf(number, items[at + 1]?.text ?? '', at + 2);
  return amountOf(number, suffix, at + 1);
};

export type Range = { low: Amount; high: Amount; next: number };

/** The unit is often said once: "4 to 8 GB". */
const sharedUnit = (low: Amount, high: Amount): Range => ({
  low:
    high.bytes && !low.bytes
      ? { ...low, value: low.value * (parseQuantity('1Gi') ?? 1), bytes: true }
      : low,
  high,
  next: high.next,
});

/** "4-8", "4-8 GB". */
const dashedRange = (items: readonly Item[], at: number): Range | undefined => {
  const item = items[at];
  const match = /^(\d{1,6})-(\d{1,6})([a-z]*)$/.exec(item?.kind === 'word' ? item.text : '');
  if (match === null || item === undefined) return undefined;
  const high = amountAt(
    [{ ...item, text: `${match[2] ?? ''}${match[3] ?? ''}` }, ...items.slice(at + 1, at + 2)],
    0,
  );
  const low = amountOf(match[1] ?? '', '', at);
  return high && low && sharedUnit(low, { ...high, next: at + high.next });
};

export const rangeAt = (items: readonly Item[], at: number): Range | undefined => {
  const start = has(items[at], 'between') || items[at]?.text === 'from' ? at + 1 : at;
  const dashed = dashedRange(items, start);
  if (dashed !== undefined) return dashed;
  const low = amountAt(items, start);
  if (low === undefined || !has(items[low.next], 'to')) return undefined;
  if (start === at && has(items[low.next], 'and')) return undefined;
  const high = amountAt(items, skipFillers(items, low.next + 1));
  return high && sharedUnit(low, high);
};
