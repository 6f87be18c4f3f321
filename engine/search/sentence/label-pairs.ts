import { remembered } from '../../remembered';
import { meantName, spellingsOf } from '../names';
import type { Vocabulary } from '../vocabulary';
import { draftOf, misspeltDraft, type Match, type Scene } from './draft';
import type { Item } from './items';

/** Labels that say whose a machine is; only the part after the prefix counts. */
export const OWNERS: ReadonlySet<string> = new Set([
  'owner',
  'team',
  'squad',
  'contact',
  'maintainer',
]);

export const isWord = (item: Item | undefined): item is Item =>
  item?.kind === 'word' || item?.kind === 'quoted';

/** `name` of `app.kubernetes.io/name`. */
export const lastPart = (key: string): string => key.slice(key.lastIndexOf('/') + 1).toLowerCase();

/** What people call a key whose name says little. */
const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  'app.kubernetes.io/name': ['app', 'application'],
  app: ['application'],
  'k8s-app': ['app', 'application'],
};

/** Said for each other where machines carry only one of the two. */
const ALIKE = [
  ['team', 'squad'],
  ['squad', 'team'],
] as const;

const namesOfKey = (key: string): readonly string[] => [lastPart(key), ...(SPOKEN[key] ?? [])];

const keysByName = remembered(
  (labels: Vocabulary['labels']): ReadonlyMap<string | undefined, readonly string[]> => {
    const named = new Map<string, string[]>();
    for (const key of labels.keys()) {
      for (const name of namesOfKey(key)) named.set(name, [...(named.get(name) ?? []), key]);
    }
    for (const [name, other] of ALIKE) {
      const keys = named.get(other);
      if (keys !== undefined && !named.has(name)) named.set(name, keys);
    }
    return named;
  },
);

/** The value as machines carry it, whatever its case. */
const liveValue = ({ labels }: Vocabulary, key: string, word: string): string | undefined => {
  const values = labels.get(key);
  return values && spellingsOf(values).get(word.toLowerCase());
};

/** `key=value` of every one of these labels that has the word as a value. */
export const pairsOf = (vocabulary: Vocabulary, keys: readonly string[], word: string): string[] =>
  keys.flatMap((key) => {
    const value = liveValue(vocabulary, key, word);
    return value === undefined ? [] : [`${key}=${value}`];
  });

export const keysNamed = (vocabulary: Vocabulary, name: string | undefined): readonly string[] =>
  keysByName(vocabulary.labels).get(name) ?? [];

/** Whether the word is the key of a label, with or without its prefix. */
export const isKeyName = (vocabulary: Vocabulary, word: string): boolean =>
  vocabulary.labels.has(word) || keysNamed(vocabulary, word.toLowerCase()).length > 0;

const ownersAmong = remembered((labels: Vocabulary['labels']): readonly string[] =>
  [...labels.keys()].filter((key) => OWNERS.has(lastPart(key))),
);

export const ownerKeys = ({ labels }: Vocabulary): readonly string[] => ownersAmong(labels);

export const labelled = (
  scene: Scene,
  from: number,
  next: number,
  pairs: readonly string[],
): Match => {
  const [only] = pairs;
  const parts =
    pairs.length === 1
      ? { field: 'label', op: 'is', value: only }
      : { field: 'label', op: 'in', value: [...pairs] };
  return { next, drafts: [draftOf(scene, from, next, parts)] };
};

/** "squad lowlatncy": the one value of these labels that the word is a misspelling of. */
export const misspeltValue = (
  { vocabulary }: Scene,
  keys: readonly string[],
  item: Item,
  next: number,
): Match | undefined => {
  if (item.senses.length > 0 || item.ordinary === true) return undefined;
  const pairs = keys.flatMap((key) => {
    const meant = meantName(vocabulary.labels.get(key) ?? NONE, item.text);
    return meant === undefined ? [] : [{ meant, pair: `${key}=${meant}` }];
  });
  const [only, ...more] = pairs;
  return only === undefined || more.length > 0
    ? undefined
    : { next, drafts: [misspeltDraft(item, only.meant, 'label', only.pair)] };
};

const NONE: ReadonlySet<string> = new Set();
