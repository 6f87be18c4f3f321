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

/** Names of several words, by their letters, and the words they begin with. */
type Spellings = { byLetters: ReadonlyMap<string, string>; beginnings: ReadonlySet<string> };

const SEVERAL = /[a-z][._-][a-z]/;

const spellingsOf = (names: Iterable<string>): Spellings => {
  const several = [...names].filter((name) => SEVERAL.test(name));
  return {
    byLetters: new Map(several.map((name) => [lettersOf(name), name])),
    beginnings: new Set(
      several.flatMap((name) => [lettersOf(name), lettersOf(name.split(/[._-]/)[0] ?? '')]),
    ),
  };
};

const keysOfMachines = remembered((labels: Vocabulary['labels']) =>
  spellingsOf([...labels.keys()].map(lastPart)),
);

const keysOfProjects = remembered((namespaces: Vocabulary['namespaces']) =>
  spellingsOf([...namespaces.values()].flatMap((labels) => Object.keys(labels).map(lastPart))),
);

const valuesOfMachines = remembered((labels: Vocabulary['labels']) =>
  spellingsOf([...labels.values()].flatMap((values) => [...values])),
);

const projects = remembered((namespaces: Vocabulary['namespaces']) =>
  spellingsOf(namespaces.keys()),
);

type Spelt = { name: string; next: number };

/** The name that some items spell, as many of them as there can be, and the place behind them. */
const spelt = (
  { byLetters, beginnings }: Spellings,
  items: readonly Item[],
  at: number,
  fewest: number,
): Spelt | undefined => {
  const first = items[at]?.text.split(' ')[0] ?? '';
  if (!beginnings.has(lettersOf(first))) return undefined;
  for (let next = Math.min(items.length, at + MOST_WORDS); next >= at + fewest; next -= 1) {
    const taken = items.slice(at, next);
    if (!taken.every(({ kind }) => kind === 'word')) continue;
    const letters = lettersOf(taken.map(({ text }) => text).join(''));
    const name = byLetters.get(letters) ?? byLetters.get(letters.replace(/s$/, ''));
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

/** "cost center", "managed by": the key of a label. */
const keyAt = (items: readonly Item[], at: number, vocabulary: Vocabulary): Spelt | undefined => {
  const found =
    spelt(keysOfMachines(vocabulary.labels), items, at, 1) ??
    spelt(keysOfProjects(vocabulary.namespaces), items, at, 1);
  return found !== undefined && isKey(items, at, found, vocabulary)
    ? found
    : verbAt(items, at, vocabulary);
};

/** "domain controllers", "traffic signals": one of the words means nothing by itself. */
const nameAt = (known: Spellings, items: readonly Item[], at: number): Spelt | undefined => {
  const found = spelt(known, items, at, 2);
  const unknown = items.slice(at, found?.next).some(({ senses }) => senses.length === 0);
  return unknown ? found : undefined;
};

/** "cost center 5200", "domain controllers": what is called so in several words is one item. */
export const withKeys = (items: readonly Item[], vocabulary: Vocabulary): readonly Item[] => {
  const found: Item[] = [];
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    const key = item.kind === 'word' ? keyAt(items, at, vocabulary) : undefined;
    const value = key ?? nameAt(valuesOfMachines(vocabulary.labels), items, at);
    const named = value ?? nameAt(projects(vocabulary.namespaces), items, at);
    if (named === undefined) {
      found.push(item);
      at += 1;
      continue;
    }
    const { name, next } = named;
    const end = items[next - 1]?.end ?? item.end;
    const [raw = name] = key === undefined ? [] : keysNamed(vocabulary, name);
    found.push({ ...item, text: name, raw, end, senses: [], ordinary: undefined });
    // What machines are called in several words are machines: "sql servers".
    if (value !== undefined && key === undefined && !has(items[next], 'noun'))
      found.push({ ...item, text: '', raw: '', start: end, end, senses: [{ is: 'noun' }] });
    at = next;
  }
  return found;
};
