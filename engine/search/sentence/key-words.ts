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

const wordsOfValues = remembered((labels: Vocabulary['labels']) =>
  severalWords([...labels.values()].flatMap((values) => [...values])),
);

const wordsOfProjects = remembered((namespaces: Vocabulary['namespaces']) =>
  severalWords(namespaces.keys()),
);

type Spelt = { name: string; next: number };

/** The key that some items spell, and the place behind them. */
const keyAt = (
  items: readonly Item[],
  at: number,
  { labels, namespaces }: Vocabulary,
): Spelt | undefined => {
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
  { name, next }: Spelt,
  vocabulary: Vocabulary,
): boolean => {
  const keys = keysNamed(vocabulary, name);
  const isValue = (item: Item | undefined): boolean =>
    item !== undefined && pairsOf(vocabulary, keys, item.text).length > 0;
  const value = isSymbol(items[next], ':', '=', '!=') ? next + 1 : skipFillers(items, next);
  const spoken = items.slice(at, next).some((item) => has(item, 'owned', 'owns'));
  return !spoken || isValue(items[value]) || senseOf(items[next], 'field')?.field === 'label';
};

/** "terraform managed": the value of `managed-by` and its verb. */
const verbAt = (items: readonly Item[], at: number, vocabulary: Vocabulary): Spelt | undefined => {
  const name = `${items[at]?.text ?? ''}-by`;
  const value = items[at - 1]?.text ?? '';
  return pairsOf(vocabulary, keysNamed(vocabulary, name), value).length > 0
    ? { name, next: at + 1 }
    : undefined;
};

/** "domain controllers", "traffic signals": a value or a project, one word of which means nothing by itself. */
const valueAt = (
  items: readonly Item[],
  at: number,
  { labels, namespaces }: Vocabulary,
): (Spelt & { project?: true }) | undefined => {
  const [known, projects] = [wordsOfValues(labels), wordsOfProjects(namespaces)];
  for (let next = Math.min(items.length, at + MOST_WORDS); next > at + 1; next -= 1) {
    const taken = items.slice(at, next);
    if (!taken.every(({ kind }) => kind === 'word')) continue;
    if (taken.every(({ senses }) => senses.length > 0)) continue;
    const letters = lettersOf(taken.map(({ text }) => text).join(''));
    const name = known.get(letters) ?? known.get(letters.replace(/s$/, ''));
    if (name !== undefined) return { name, next };
    const project = projects.get(letters);
    if (project !== undefined) return { name: project, next, project: true };
  }
  return undefined;
};

/** "cost center 5200", "domain controllers": what a label says in several words is one item. */
export const withKeys = (items: readonly Item[], vocabulary: Vocabulary): readonly Item[] => {
  const found: Item[] = [];
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    const spelt = item.kind === 'word' ? keyAt(items, at, vocabulary) : undefined;
    const key =
      spelt !== undefined && isKey(items, at, spelt, vocabulary)
        ? spelt
        : verbAt(items, at, vocabulary);
    const value =
      key === undefined && item.kind === 'word' ? valueAt(items, at, vocabulary) : undefined;
    const { name, next } = key ?? value ?? { name: '', next: at + 1 };
    const end = items[next - 1]?.end ?? item.end;
    const [exact = name] = key === undefined ? [] : keysNamed(vocabulary, name);
    found.push(
      name === ''
        ? item
        : { ...item, text: name, raw: exact, end, senses: [], ordinary: undefined },
    );
    // What is called so in several words are machines: "sql servers".
    if (value !== undefined && value.project !== true && !has(items[next], 'noun'))
      found.push({ ...item, text: '', raw: '', start: end, end, senses: [{ is: 'noun' }] });
    at = next;
  }
  return found;
};
