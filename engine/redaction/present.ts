import { redact } from './redact';
import { withoutSecrets } from './sensitive';

/** How much of one value is shown, in UTF-16 units, before the ellipsis. */
export const LONGEST_VALUE = 512;

/** Other, Format and separator characters: controls, bidirectional and zero-width marks. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Code units of a character as `\\u` escapes. */
const escape = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('');

/** Shows characters that could move, hide or reorder text as their `\u` escape. */
export const escapeUnsafe = (text: string): string => text.replace(UNSAFE, escape);

/** Cuts after `limit` units, never inside a surrogate pair. */
export const cut = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
  return `${text.slice(0, end)}…`;
};

/**
 * How a value out of the cluster appears in an answer: the string itself or compact JSON, secrets
 * removed, unsafe characters escaped, cut at 512 characters. The same input gives the same bytes.
 */
export const present = (value: unknown): string => {
  const text =
    typeof value === 'string'
      ? value
      : value === undefined
        ? ''
        : JSON.stringify(withoutSecrets(value));
  return cut(escapeUnsafe(redact(text)), LONGEST_VALUE);
};
