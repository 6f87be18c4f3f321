import type { Rule } from './draft';
import { has } from './items';
import { isWord, keysNamed, labelled, misspeltValue, pairsOf } from './label-pairs';
import { ownerRule } from './owners';
import { isSymbol } from './skip';

/** "frontend tier", "the payments team": a value and the label it stands in. */
const valueOfKey: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const [value, key] = [items[at], items[at + 1]];
  if (!isWord(value) || !isWord(key) || has(key, 'noun', 'field')) return undefined;
  const pairs = pairsOf(vocabulary, keysNamed(vocabulary, key.text), value.text);
  return pairs.length > 0 ? labelled(scene, at, at + 2, pairs) : undefined;
};

/** "in support group lab-it": the key stands before its value. */
const keyThenValue: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const keys = has(items[at], 'field') ? [] : keysNamed(vocabulary, items[at]?.text);
  const value = items[at + 1];
  const pairs = isWord(value) ? pairsOf(vocabulary, keys, value.text) : [];
  return pairs.length > 0 ? labelled(scene, at, at + 2, pairs) : undefined;
};

const PEOPLE: ReadonlySet<string> = new Set(['owner', 'contact', 'maintainer']);

/** "squad lowlatncy", "team platfrom": a value nothing else is called like; of people many are. */
const misspelt: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const [key, value] = [items[at], items[at + 1]];
  if (!isWord(key) || has(key, 'field') || PEOPLE.has(key.text)) return undefined;
  if (value?.kind !== 'word') return undefined;
  const keys = keysNamed(vocabulary, key.text);
  return keys.length === 0 || isSymbol(items[at + 2], '=', '!=', ':')
    ? undefined
    : misspeltValue(scene, keys, value, at + 2);
};

/** A key and its value, whichever stands first. */
export const keyedValue: Rule = (scene, at) => valueOfKey(scene, at) ?? keyThenValue(scene, at);

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
  // "frontend or cache tier"
  const next = keysNamed(vocabulary, items[at + 1]?.text).includes(key) ? at + 2 : at + 1;
  const match = pairs.length > 0 ? labelled(scene, at, next, pairs) : undefined;
  return match && { ...match, drafts: match.drafts?.map((draft) => ({ ...draft, bare: true })) };
};

/** Values of labels that machines carry, said as people say them. */
export const labelValueRule: Rule = (scene, at) =>
  ownerRule(scene, at) ??
  keyIsValue(scene, at) ??
  nextValue(scene, at) ??
  valueOfKey(scene, at) ??
  misspelt(scene, at);
