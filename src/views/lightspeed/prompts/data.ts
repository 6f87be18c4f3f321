import { escapeUnsafe, redact } from '@cnv-ai/engine/redaction';
import { isRecord } from '@cnv-ai/engine/kubernetes';

/** Longest single text in a prompt, in UTF-16 units. */
const LONGEST_TEXT = 1_000;

/** Text that people, guests or programs wrote, without secrets and unsafe characters. */
const safeText = (text: string): string => {
  const safe = escapeUnsafe(redact(text));
  return safe.length > LONGEST_TEXT ? `${safe.slice(0, LONGEST_TEXT)}…` : safe;
};

const safe = (value: unknown): unknown => {
  if (typeof value === 'string') return safeText(value);
  if (Array.isArray(value)) return value.map(safe);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) =>
      entry === undefined || entry === '' ? [] : [[key, safe(entry)]],
    ),
  );
};

/** One fact on one line: JSON leaves no line break for text to escape by. */
export const factLine = (kind: string, fact: unknown): string =>
  `${kind}: ${JSON.stringify(safe(fact))}`;

/** As many lines, from the first on, as fit; the last one says how many were left out. */
export const fitting = (lines: readonly string[], room: number): string[] => {
  let left = room;
  const fits = lines.findIndex((line) => (left -= line.length + 1) < 0);
  return fits === -1
    ? [...lines]
    : [...lines.slice(0, fits), `omitted: ${lines.length - fits} more facts`];
};

/** A boundary that occurs nowhere in the lines, so that nothing in them can end the data. */
export const boundaryFor = (lines: readonly string[]): string => {
  const text = lines.join('\n');
  let number = 1;
  while (text.includes(`DATA-${number}`)) number += 1;
  return `DATA-${number}`;
};
