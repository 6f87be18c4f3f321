import { byCodeUnit, isRecord, recordAt, type KubeObject } from '@cnv-ai/engine/kubernetes';
import type { ServedResource } from './resources';

const AMOUNTS = new Set(['requests', 'limits', 'capacity', 'allocatable', 'hard', 'used']);
/** Fields of built-in kinds that are maps in Go, which are written sorted; structs have an order. */
const MAPS = new Set([...AMOUNTS, 'labels', 'annotations', 'matchLabels', 'nodeSelector']);

const SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'];

/** A quantity in powers of 1024 is written with the largest suffix that leaves it whole. */
const canonical = (text: string): string => {
  const [, digits = '', suffix = ''] = /^(\d{1,15})(Ki|Mi|Gi|Ti)$/.exec(text) ?? [];
  let amount = Number(digits);
  let power = SUFFIXES.indexOf(suffix);
  if (digits === '' || amount === 0) return text;
  while (amount % 1024 === 0 && power < SUFFIXES.length - 1) {
    amount /= 1024;
    power += 1;
  }
  return `${amount}${SUFFIXES[power] ?? ''}`;
};

const sortedEntries = (value: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(value).sort(([a], [b]) => byCodeUnit(a, b));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(sortedEntries(value).map(([key, entry]) => [key, sorted(entry)]));
};

const mapOf = (key: string, value: Readonly<Record<string, unknown>>): KubeObject =>
  Object.fromEntries(
    sortedEntries(value).map(([name, entry]) => [
      name,
      AMOUNTS.has(key) && typeof entry === 'string' ? canonical(entry) : entry,
    ]),
  );

const typed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(typed);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      MAPS.has(key) && isRecord(entry) ? mapOf(key, entry) : typed(entry),
    ]),
  );
};

/**
 * An object as the API server writes it, whatever order it came in: custom resources have no type
 * of their own there and all their fields are sorted, of built-in kinds the maps are.
 */
export const asWritten = ({ builtIn }: ServedResource, object: KubeObject): KubeObject => ({
  ...recordAt({ object: builtIn ? typed(object) : sorted(object) }, 'object'),
});
