import { remembered } from '../remembered';
import { distance, nearest, tolerance } from '../spelling';

/** Names that never change: the keys of a map or set of a vocabulary. */
export type Names = { readonly size: number; keys: () => Iterable<string> };

/** The names one after the other, so that a part of one is found without looking at each. */
type Index = { text: string; byLength: ReadonlyMap<number, readonly string[]> };

/** No name has it in it, nor has a word of a sentence. */
const END = '\n';

const indexOf = remembered((names: Names): Index => {
  const byLength = new Map<number, string[]>();
  const all = [...names.keys()];
  for (const name of all) {
    const known = byLength.get(name.length);
    if (known === undefined) byLength.set(name.length, [name]);
    else known.push(name);
  }
  return { text: `${END}${all.join(END)}${END}`, byLength };
});

/** Names in lower case, each with the first that is spelt so. */
export const spellingsOf = remembered(
  (names: Names): ReadonlyMap<string, string> =>
    new Map([...names.keys()].reverse().map((name) => [name.toLowerCase(), name])),
);

/** Every place of the word, as the name around it and where in this it begins. */
function* placesOf({ text }: Index, word: string): Generator<{ name: string; at: number }> {
  if (word === '' || word.includes(END)) return;
  for (let found = text.indexOf(word); found >= 0; found = text.indexOf(word, found + 1)) {
    const start = text.lastIndexOf(END, found) + 1;
    yield { name: text.slice(start, text.indexOf(END, found)), at: found - start };
  }
}

/** "teller" of "teller01"; of two letters too many names are found. */
const COUNTED = /[a-z]{3}$/i;

/** Whether the word stands between the dashes of a name, or before its number. */
export const isPartOfAny = (names: Names, word: string): boolean => {
  const counted = COUNTED.test(word);
  for (const { name, at } of placesOf(indexOf(names), word)) {
    const next = name[at + word.length];
    const starts = at === 0 || name[at - 1] === '-';
    const ends = next === undefined || next === '-' || (counted && /\d/.test(next));
    if (starts && ends) return true;
  }
  return false;
};

const SHORTEST = 5;

/** Only a word of a name can be misspelt: a number, or few letters, tell one from another. */
const differInWords = (name: string, word: string): boolean => {
  const [parts, given] = [name, word].map((text) => text.toLowerCase().split(/(\d+|[^a-z\d]+)/));
  const isClose = (part: string, at: number): boolean => {
    const said = given?.[at] ?? '';
    const limit = Math.min(tolerance(part.length), tolerance(said.length));
    return part === said || (/^[a-z]+$/.test(part) && distance(part, said, limit) <= limit);
  };
  return parts?.length === given?.length && parts?.every(isClose) === true;
};

/** The one name that a word is a misspelling of. */
export const meantName = (names: Names, word: string): string | undefined => {
  if (word.length < SHORTEST) return undefined;
  const limit = tolerance(word.length);
  const close = nearest(word, around(indexOf(names), word.length, limit), limit).filter((each) =>
    differInWords(each.word, word),
  );
  const [best, second] = close;
  return best !== undefined && best.distance !== second?.distance ? best.word : undefined;
};

const MOST = 3;

/** The first few in order that hold the word; thousands of names are not sorted for three of them. */
const firstWith = (names: Names, word: string, count: number, but: readonly string[]): string[] => {
  let first: string[] = [];
  for (const { name } of placesOf(indexOf(names), word)) {
    const last = first.at(-1);
    const late = first.length === count && last !== undefined && name >= last;
    if (late || first.includes(name) || but.includes(name)) continue;
    first = [...first, name].sort().slice(0, count);
  }
  return first;
};

const around = ({ byLength }: Index, length: number, limit: number): string[] => {
  const pool: string[] = [];
  for (let size = length - limit; size <= length + limit; size += 1)
    pool.push(...(byLength.get(size) ?? []));
  return pool;
};

/** Names that look like the word: misspelt, or the word is part of them. */
export const similar = (names: Names, word: string): string[] => {
  const limit = word.length < 4 ? 1 : 2;
  const close = nearest(word, around(indexOf(names), word.length, limit), limit);
  const found = [...new Set(close.map((each) => each.word))].slice(0, MOST);
  if (found.length === MOST || word.length < 3) return found;
  return [...found, ...firstWith(names, word, MOST - found.length, found)];
};
