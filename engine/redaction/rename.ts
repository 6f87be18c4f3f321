import { isRecord } from '../kubernetes';

/**
 * A run of name characters that no letter or digit touches, unless it is the end of an escape in a
 * URL; it may be part of a longer word.
 */
const WORD = /(?:(?<![A-Za-z0-9])|(?<=%[0-9A-F]{2}))[a-z0-9]+(?:[-.]+[a-z0-9]+)*(?![A-Za-z0-9])/g;

/** Of a word; a longer one is no name (253 characters), or one of very many parts. */
const MOST_PARTS = 64;

/** The other name of a name; `undefined` for what is to stay. */
export type Rename = (name: string) => string | undefined;

/** The longest part of a word from one part on that has another name. */
const longestFrom = (
  word: string,
  starts: readonly number[],
  ends: readonly number[],
  from: number,
  rename: Rename,
): { to: number; name: string } | undefined => {
  for (let to = ends.length - 1; to >= from; to -= 1) {
    const name = rename(word.slice(starts[from], ends[to]));
    if (name !== undefined) return { to, name };
  }
  return undefined;
};

const renamedWord = (word: string, rename: Rename): string => {
  const parts = [...word.matchAll(/[a-z0-9]+/g)];
  if (parts.length > MOST_PARTS) return word;
  const starts = parts.map(({ index }) => index);
  const ends = parts.map(({ index, 0: part }) => index + part.length);
  let result = '';
  let copied = 0;
  for (let from = 0; from < parts.length; from += 1) {
    const found = longestFrom(word, starts, ends, from, rename);
    if (found === undefined) continue;
    result += word.slice(copied, starts[from]) + found.name;
    copied = ends[found.to] ?? word.length;
    from = found.to;
  }
  return result + word.slice(copied);
};

/**
 * Text in which every name that has another one stands under that: also where it is part of a longer
 * name, as in `virt-launcher-NAME-x7k2p`. Of names within names the longest counts.
 */
export const renamed = (text: string, rename: Rename): string =>
  text.replace(WORD, (word) => renamedWord(word, rename));

type MapString = (text: string, key: string) => string;

const mapList = (list: readonly unknown[], map: MapString, key: string): readonly unknown[] => {
  let changed: unknown[] | undefined;
  list.forEach((entry, index) => {
    const next = mapStrings(entry, map, key);
    if (next !== entry) (changed ??= [...list])[index] = next;
  });
  return changed ?? list;
};

const mapRecord = (
  record: Readonly<Record<string, unknown>>,
  map: MapString,
): Readonly<Record<string, unknown>> => {
  let changed: Record<string, unknown> | undefined;
  for (const key of Object.keys(record)) {
    const next = mapStrings(record[key], map, key);
    if (next !== record[key]) (changed ??= { ...record })[key] = next;
  }
  return changed ?? record;
};

/** What `map` makes of every string in a value, by the key it stands under. What stays is shared. */
export const mapStrings = (value: unknown, map: MapString, key = ''): unknown => {
  if (typeof value === 'string') return map(value, key);
  if (Array.isArray(value)) return mapList(value, map, key);
  return isRecord(value) ? mapRecord(value, map) : value;
};
