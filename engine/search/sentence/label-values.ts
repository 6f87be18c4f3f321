import { say } from '../../messages';
import { kindsOf, type Vocabulary } from '../vocabulary';
import { isPartOfAny, similar } from '../names';
import { draftOf, replaced, type Match, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { expandNamespaces } from './namespaces';
import { skipFillers } from './skip';

/** Labels that say whose a machine is; only the part after the prefix counts. */
const OWNERS: ReadonlySet<string> = new Set(['owner', 'team', 'squad', 'contact', 'maintainer']);

const isWord = (item: Item | undefined): item is Item =>
  item?.kind === 'word' || item?.kind === 'quoted';

const lastPart = (key: string): string => key.slice(key.lastIndexOf('/') + 1).toLowerCase();

/** Values in lower case, each with the first that is spelt so; a set of them never changes. */
const spellings = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>();

const spellingsOf = (values: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const known =
    spellings.get(values) ??
    new Map([...values].reverse().map((value) => [value.toLowerCase(), value]));
  spellings.set(values, known);
  return known;
};

/** The value as machines carry it, whatever its case. */
const liveValue = ({ labels }: Vocabulary, key: string, word: string): string | undefined => {
  const values = labels.get(key);
  return values && spellingsOf(values).get(word.toLowerCase());
};

/** `key=value` of every one of these labels that has the word as a value. */
const pairsOf = (vocabulary: Vocabulary, keys: readonly string[], word: string): string[] =>
  keys.flatMap((key) => {
    const value = liveValue(vocabulary, key, word);
    return value === undefined ? [] : [`${key}=${value}`];
  });

export const keysNamed = ({ labels }: Vocabulary, name: string | undefined): string[] =>
  name === undefined ? [] : [...labels.keys()].filter((key) => lastPart(key) === name);

const ownerKeys = ({ labels }: Vocabulary): string[] =>
  [...labels.keys()].filter((key) => OWNERS.has(lastPart(key)));

const labelled = (scene: Scene, from: number, next: number, pairs: readonly string[]): Match => {
  const [only] = pairs;
  const parts =
    pairs.length === 1
      ? { field: 'label', op: 'is', value: only }
      : { field: 'label', op: 'in', value: [...pairs] };
  return { next, drafts: [draftOf(scene, from, next, parts)] };
};

const unknownOwner = (scene: Scene, item: Item, next: number): Match => {
  const { vocabulary } = scene;
  const names = ownerKeys(vocabulary).flatMap((key) => [...(vocabulary.labels.get(key) ?? [])]);
  const found = similar(new Set(names), item.text);
  const params = { name: item.raw, names: found.join(', ') };
  const message =
    found.length > 0
      ? say('No owner or team label says “{{name}}”. Did you mean {{names}}?', params)
      : say('No owner or team label says “{{name}}”. Name a label, such as owner=NAME.', params);
  const suggestions = found.map((name) => replaced(scene, item.start, item.end, name));
  return { next, question: { outcome: 'ambiguous', message, suggestions, word: item } };
};

/** Words that say other things too count only before the name of an owner and nothing else. */
const isLoose = ({ items, vocabulary }: Scene, at: number, name: Item): boolean =>
  senseOf(items[at], 'owned')?.loose === true &&
  (name.senses.length > 0 || kindsOf(vocabulary, name.text).length > 0);

/** "owned by alice", "belonging to team shop", "belong to the payments team". */
const owned: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  if (!has(items[at], 'owned')) return undefined;
  const start = skipFillers(items, at + 1);
  const before = OWNERS.has(items[start]?.text ?? '') ? items[start]?.text : undefined;
  const place = before === undefined ? start : start + 1;
  const name = items[place];
  if (!isWord(name) || has(name, 'field') || isLoose(scene, at, name)) return undefined;
  const after = OWNERS.has(items[place + 1]?.text ?? '') ? items[place + 1]?.text : undefined;
  const keys = keysNamed(vocabulary, before ?? after);
  const pairs = pairsOf(vocabulary, keys.length > 0 ? keys : ownerKeys(vocabulary), name.text);
  const next = after === undefined ? place + 1 : place + 2;
  if (pairs.length > 0) return labelled(scene, at, next, pairs);
  return senseOf(items[at], 'owned')?.loose ? undefined : unknownOwner(scene, name, next);
};

const isPossessive = (item: Item | undefined): boolean => isWord(item) && /['’]s$/.test(item.raw);

const ownerPairs = ({ items, vocabulary }: Scene, at: number): string[] => {
  const item = items[at];
  return isWord(item) ? pairsOf(vocabulary, ownerKeys(vocabulary), item.text) : [];
};

/** "alice's VMs", "alice and bob's VMs". */
const possessive: Rule = (scene, at) => {
  const { items } = scene;
  const listed = has(items[at + 1], 'and', 'or') && isPossessive(items[at + 2]);
  if (!isPossessive(items[at]) && !listed) return undefined;
  const pairs = ownerPairs(scene, at);
  return pairs.length > 0 ? labelled(scene, at, at + 1, pairs) : undefined;
};

/** "alice owns", "VMs of alice": an owner where only one can be meant. */
const owning: Rule = (scene, at) => {
  const { items } = scene;
  const of = has(items[at - 2], 'noun') && items[at - 1]?.text === 'of';
  const verb = has(items[at + 1], 'owns');
  const plain = items[at]?.senses.length === 0;
  const pairs = plain && (of || verb) ? ownerPairs(scene, at) : [];
  return pairs.length > 0 ? labelled(scene, at, verb ? at + 2 : at + 1, pairs) : undefined;
};

/** "frontend tier", "the payments team": a value and the label it stands in. */
export const valueOfKey: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const [value, key] = [items[at], items[at + 1]];
  if (!isWord(value) || !isWord(key) || has(key, 'noun', 'field')) return undefined;
  const pairs = pairsOf(vocabulary, keysNamed(vocabulary, key.text), value.text);
  return pairs.length > 0 ? labelled(scene, at, at + 2, pairs) : undefined;
};

/** "tier is cache". */
const keyIsValue: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const keys = keysNamed(vocabulary, items[at]?.text);
  const value = items[at + 2];
  if (keys.length === 0 || items[at + 1]?.text !== 'is' || !isWord(value)) return undefined;
  const pairs = pairsOf(vocabulary, keys, value.text);
  return pairs.length > 0 ? labelled(scene, at, at + 3, pairs) : undefined;
};

/** The next value of "owned by alice or bob", "tier is cache or edge". */
const nextValue: Rule = (scene, at) => {
  const { link, previous, items, vocabulary } = scene;
  const item = items[at];
  const listing = link !== 'none' && previous?.field === 'label' && previous.op === 'is';
  if (!listing || !isWord(item) || item.senses.length > 0) return undefined;
  const key = typeof previous.value === 'string' ? (previous.value.split('=')[0] ?? '') : '';
  const pairs = pairsOf(vocabulary, [key], item.text);
  return pairs.length > 0 ? labelled(scene, at, at + 1, pairs) : undefined;
};

/** Values of labels that machines carry, said as people say them. */
export const labelValueRule: Rule = (scene, at) =>
  owned(scene, at) ??
  possessive(scene, at) ??
  owning(scene, at) ??
  keyIsValue(scene, at) ??
  nextValue(scene, at) ??
  valueOfKey(scene, at);

const BY_NAME = say('Machines with this in their name');

const severalLabels = (scene: Scene, item: Item, pairs: readonly string[]): Match => {
  const message = say(
    '“{{name}}” is the value of several labels: {{labels}}. Which one is meant?',
    {
      name: item.raw,
      labels: pairs.join(', '),
    },
  );
  const suggestions = pairs.map((pair) => replaced(scene, item.start, item.end, pair));
  return { next: 0, question: { outcome: 'ambiguous', message, suggestions, word: item } };
};

/** A word of no other meaning: "qa" is an environment only where some project is of it. */
const isFree = ({ vocabulary }: Scene, item: Item): boolean => {
  const names = senseOf(item, 'environment')?.names;
  if (names === undefined) return item.senses.length === 0;
  return item.senses.length === 1 && expandNamespaces(vocabulary, names).patterns.length === 0;
};

/** "postgres VMs", "redis stopped": a label that says so, else machines that are named so. */
export const bareValueRule: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const item = items[at];
  if (!isWord(item) || !isFree(scene, item)) return undefined;
  const described = has(items[at + 1], 'noun');
  if (item.ordinary === true && !described) return undefined;
  if (kindsOf(vocabulary, item.text).length > 0) return undefined;
  const pairs = pairsOf(vocabulary, [...vocabulary.labels.keys()], item.text);
  if (pairs.length > 1) return { ...severalLabels(scene, item, pairs), next: at + 1 };
  if (pairs.length === 1) return labelled(scene, at, at + 1, pairs);
  if (!described) return undefined;
  const word = /^\p{L}/u.test(item.text) && item.ordinary !== true;
  const named = word && isPartOfAny(vocabulary.machines, item.text);
  const parts = { field: 'name', op: 'contains', value: item.text, detail: BY_NAME };
  return named ? { next: at + 1, drafts: [draftOf(scene, at, at + 1, parts)] } : undefined;
};
