import { remembered } from '../../remembered';
import type { Vocabulary } from '../vocabulary';
import { has, senseOf, type Item } from './items';
import { keysNamed, lastPart, pairsOf } from './label-pairs';
import { isSymbol, skipFillers } from './skip';

const MOST_WORDS = 3;

/** Letters only: "Cost Centre" and `cost-center` are one. */
const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s._-]+/g, '')
    .replace(/centre/g, 'center');

/** The names of label keys that consist of several words, by their letters. */
const severalWords = (keys: Iterable<string>): ReadonlyMap<string, string> =>
  new Map(
    [...keys]
      .map(lastPart)
      .filter((name) => /[a-z][._-][a-z]/.test(name))
      .map((name) => [lettersOf(name), name]),
  );

const namesOfLabels = remembered((labels: Vocabulary['labels']) => severalWords(labels.keys()));

const namesOfProjects = remembered((namespaces: Vocabulary['namespaces']) =>
  severalWords([...namespaces.values()].flatMap((labels) => Object.keys(labels))),
);

/** The key that some items spell, and the place behind them. */
const keyAt = (
  items: readonly Item[],
  at: number,
  { labels, namespaces }: Vocabulary,
): { name: string; next: number } | undefined => {
  const known = [namesOfLabels(labels), namesOfProjects(namespaces)];
  if (known.every(({ size }) => size === 0)) return undefined;
  for (let next = Math.min(items.length, at + MOST_WORDS); next > at; next -= 1) {
    const taken = items.slice(at, next);
    if (!taken.every(({ kind }) => kind === 'word')) continue;
    const letters = lettersOf(taken.map(({ text }) => text).join(''));
    const name = known.map((names) => names.get(letters)).find((found) => found !== undefined);
    if (name !== undefined) return { name, next };
  }
  return undefined;
};

/** "managed by nobody": words that say something by themselves are a key only beside its value. */
const isKey = (
  items: readonly Item[],
  at: number,
  { name, next }: { name: string; next: number },
  vocabulary: Vocabulary,
): boolean => {
  const keys = keysNamed(vocabulary, name);
  const isValue = (item: Item | undefined): boolean =>
    item !== undefined && pairsOf(vocabulary, keys, item.text).length > 0;
  const value = isSymbol(items[next], ':', '=', '!=') ? next + 1 : skipFillers(items, next);
  const spoken = items.slice(at, next).some((item) => has(item, 'owned', 'owns'));
  return !spoken || isValue(items[value]) || senseOf(items[next], 'field')?.field === 'label';
};

/** "cost center 5200", "support group": the words of a label's key as the key. */
export const withKeys = (items: readonly Item[], vocabulary: Vocabulary): readonly Item[] => {
  const found: Item[] = [];
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    const key = item.kind === 'word' ? keyAt(items, at, vocabulary) : undefined;
    if (key === undefined || !isKey(items, at, key, vocabulary)) {
      found.push(item);
      at += 1;
      continue;
    }
    const [exact = key.name] = keysNamed(vocabulary, key.name);
    const end = items[key.next - 1]?.end ?? item.end;
    found.push({ ...item, text: key.name, raw: exact, end, senses: [], ordinary: undefined });
    at = key.next;
  }
  return found;
};
