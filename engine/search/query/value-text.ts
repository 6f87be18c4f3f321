import type { Field } from '../fields';
import { exactBytes } from '../fields/comparisons-number';

/** A value as it is written in the text form: between quotes, or bare. */
export type Written = { text: string; quoted: boolean };

const BYTES = /^(\d+(?:\.\d+)?(?:e[+-]?\d+)?)B$/i;
/** Text that needs no quotes: nothing in it ends a value or joins two. */
const BARE = /^[\w*/+-](?:[\w:/+*-]|\.(?!\.))*$/;

/** Names are always quoted: a bare one is looked up among those that are there. */
const isNameLike = ({ type }: Field): boolean => type === 'text' || type === 'label';

/** One value in the text form; a quoted one is a JSON string, so that any text can be written. */
export const writeValue = (field: Field, value: unknown): string => {
  if (typeof value === 'number')
    return field.unit === 'bytes' ? exactBytes(value).replace(' ', '') : String(value);
  if (typeof value !== 'string') return String(value);
  return !isNameLike(field) && BARE.test(value) ? value : JSON.stringify(value);
};

/**
 * The value a text stands for, by the type of its field: `undefined` for a bare word that only the
 * names and the clock of a sentence's reader can make sense of.
 */
const bareValue = (field: Field, text: string): unknown => {
  switch (field.type) {
    case 'boolean':
      return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined;
    case 'number':
      return /^\d/.test(text) ? Number(text) : undefined;
    case 'bytes': {
      const bytes = BYTES.exec(text)?.[1];
      // Without a unit people mean GiB and programs bytes.
      return bytes === undefined ? (/[a-z]$/i.test(text) ? text : undefined) : Number(bytes);
    }
    case 'time':
      return text.includes('T') ? text : undefined;
    default:
      return isNameLike(field) ? undefined : text;
  }
};

/** What was written, and whether it means the same whatever is in the cluster. */
export const readValue = (
  field: Field,
  { text, quoted }: Written,
): { value: unknown; exact: boolean } => {
  const value = quoted ? text : bareValue(field, text);
  return { value: value ?? text, exact: value !== undefined };
};
