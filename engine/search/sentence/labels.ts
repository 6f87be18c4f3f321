import { say } from '../../messages';
import { similar, spellingsOf } from '../names';
import type { Vocabulary } from '../vocabulary';
import { draftOf, replaced, type Draft, type Match, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { isWord, keysNamed, labelled, pairsOf } from './label-pairs';
import { beyond } from './refusals';
import { isSymbol, skipFillers } from './skip';

/** The key as machines carry it: as given, else in another case, else without its prefix. */
const liveKey = (vocabulary: Vocabulary, given: string): string | undefined => {
  const { labels } = vocabulary;
  if (labels.has(given)) return given;
  const [only, ...more] = keysNamed(vocabulary, given.toLowerCase());
  return spellingsOf(labels).get(given.toLowerCase()) ?? (more.length === 0 ? only : undefined);
};

/** "status.phase" is a place in an object, 'app in (a, b)' in quotes a whole selector. */
const canBeKey = (key: string): boolean =>
  /^[\w./-]+$/.test(key) && !/^(?:status|spec|metadata)\./.test(key);

const NO_LABEL = say('No virtual machine you can see has this label');

/** A key nobody has: a question when one looks like it, because its absence would match everything. */
const unknownKey = (scene: Scene, key: Item, next: number): Match | undefined => {
  const found = similar(scene.vocabulary.labels, key.text);
  if (found.length === 0) return undefined;
  const message = say('No virtual machine has the label “{{key}}”. Did you mean {{keys}}?', {
    key: key.raw,
    keys: found.join(', '),
  });
  const suggestions = found.map((name) => replaced(scene, key.start, key.end, name));
  return { next, question: { outcome: 'ambiguous', message, suggestions, word: key } };
};

const labelMatch = (
  scene: Scene,
  from: number,
  next: number,
  key: Item,
  parts: { op: string; values?: readonly string[]; negated?: boolean },
): Match | undefined => {
  const known = liveKey(scene.vocabulary, key.raw);
  if (known === undefined && !canBeKey(key.raw)) return undefined;
  const unknown = known === undefined ? unknownKey(scene, key, next) : undefined;
  if (unknown !== undefined) return unknown;
  const name = known ?? key.raw;
  const pairs = (parts.values ?? []).map((value) => `${name}=${value}`);
  const extra: Partial<Draft> = {
    ...(known === undefined ? { detail: NO_LABEL, confidence: 'medium' } : {}),
    ...(parts.negated ? { negated: true } : {}),
  };
  const value = parts.op === 'has' ? name : parts.op === 'in' ? pairs : pairs[0];
  // "no change-window set"
  const set = skipFillers(scene.items, next);
  const there = senseOf(scene.items[set], 'there');
  const told = parts.op === 'has' && there !== undefined && there.not !== true;
  return {
    next: told ? set + 1 : next,
    drafts: [draftOf(scene, from, next, { field: 'label', op: parts.op, value, ...extra })],
  };
};

/** `in (a, b)` and `notin (a, b)` of a kubectl selector. */
const setAt = (
  items: readonly Item[],
  at: number,
): { values: string[]; next: number; negated: boolean } | undefined => {
  const negated = items[at]?.text === 'notin';
  if ((!negated && items[at]?.text !== 'in') || !isSymbol(items[at + 1], '(')) return undefined;
  const values: string[] = [];
  let next = at + 2;
  while (next < items.length && !isSymbol(items[next], ')')) {
    const item = items[next];
    if (isWord(item)) values.push(item.raw);
    else if (!isSymbol(item, ',')) return undefined;
    next += 1;
  }
  return values.length > 0 && next < items.length ? { values, next: next + 1, negated } : undefined;
};

/** What follows a key: `=value`, `!=value`, `: value`, `is value`, `in (…)`, or nothing. */
const afterKey = (
  scene: Scene,
  from: number,
  at: number,
  key: Item,
  loose: boolean,
): Match | undefined => {
  const { items, vocabulary } = scene;
  const set = setAt(items, at);
  if (set !== undefined) {
    const { values, next, negated } = set;
    return labelMatch(scene, from, next, key, { op: 'in', values, negated });
  }
  // "where team is empty"
  const empty = skipFillers(items, at);
  if (has(items[empty], 'blank', 'nobody'))
    return labelMatch(scene, from, empty + 1, key, { op: 'has', negated: true });
  const assigned = isSymbol(items[at], '=', '!=', ':');
  const equals = senseOf(items[at], 'compare')?.op === 'is';
  const verb = loose && (items[at]?.text === 'is' || equals);
  // "owner is alice", "所有者がaliceの"
  const place = assigned || verb ? at + 1 : skipFillers(items, at);
  const value = items[place];
  const values = vocabulary.labels.get(liveKey(vocabulary, key.raw) ?? key.raw);
  const follows = isWord(value) && values?.has(value.text) === true;
  // "whose app is not storefront"
  const other = has(items[at], 'not') ? items[at + 1] : undefined;
  if (isWord(other) && values?.has(other.raw) === true)
    return labelMatch(scene, from, at + 2, key, { op: 'is', values: [other.raw], negated: true });
  if (isWord(value) && (assigned || verb || follows)) {
    const negated = isSymbol(items[at], '!=');
    const said = place + 1;
    // "app=storefront label": the kind is said after the pair.
    const next = senseOf(items[said], 'field')?.field === 'label' ? said + 1 : said;
    const text = values?.has(value.raw) === true || !follows ? value.raw : value.text;
    return labelMatch(scene, from, next, key, { op: 'is', values: [text], negated });
  }
  return loose ? labelMatch(scene, from, at, key, { op: 'has' }) : undefined;
};

/** "labelled streaming": no label is called so, but some label says so. */
const labelledWith = (scene: Scene, at: number, next: number, key: Item): Match | undefined => {
  const { items, vocabulary } = scene;
  const assigned = isSymbol(items[next + 1], '=', '!=', ':') || setAt(items, next + 1);
  if (assigned || liveKey(vocabulary, key.raw) !== undefined) return undefined;
  const pairs = pairsOf(vocabulary, [...vocabulary.labels.keys()], key.text);
  return pairs.length > 0 ? labelled(scene, at, next + 1, pairs) : undefined;
};

/** "label team=web", "without label team", "labelled app=db", "label team in (a, b)". */
const afterField = (scene: Scene, at: number): Match | undefined => {
  const { items } = scene;
  if (senseOf(items[at], 'field')?.field !== 'label') return undefined;
  let next = skipFillers(items, at + 1);
  if (isSymbol(items[next], ':', '=')) next += 1;
  if (has(items[next], 'field') && senseOf(items[next], 'field')?.field === 'label') next += 1;
  const key = items[next];
  if (!isWord(key) || has(key, 'or', 'and', 'noun', 'relative', 'not', 'place')) return undefined;
  return labelledWith(scene, at, next, key) ?? afterKey(scene, at, next + 1, key, true);
};

/** `team=web` and `team in (a, b)` anywhere, `team:web` and "team web" for labels that exist. */
const bareKey = (scene: Scene, at: number): Match | undefined => {
  const { items, vocabulary } = scene;
  const key = items[at];
  if (!isWord(key) || key.kind !== 'word' || senseOf(key, 'field') !== undefined) return undefined;
  const known = liveKey(vocabulary, key.raw) !== undefined;
  const assigned = isSymbol(items[at + 1], '=', '!=');
  if (!known && !assigned) return undefined;
  return afterKey(scene, at, at + 1, key, false);
};

/** "with team label", and "without team": with a negation only a label can be meant. */
const keyFirst = (scene: Scene, at: number): Match | undefined => {
  const { items, vocabulary } = scene;
  const key = items[at];
  if (!isWord(key) || liveKey(vocabulary, key.raw) === undefined) return undefined;
  const named = senseOf(items[at + 1], 'field')?.field === 'label';
  if (!named && (!scene.negated || key.senses.length > 0)) return undefined;
  return labelMatch(scene, at, named ? at + 2 : at + 1, key, { op: 'has' });
};

/** The next key of "label team or owner". */
const nextKey = (scene: Scene, at: number): Match | undefined => {
  const { items, link, previous, vocabulary } = scene;
  const key = items[at];
  const listing = link !== 'none' && previous?.field === 'label' && previous.op === 'has';
  if (!listing || !isWord(key) || liveKey(vocabulary, key.raw) === undefined) return undefined;
  const noun = senseOf(items[at + 1], 'field')?.field === 'label';
  const match = labelMatch(scene, at, noun ? at + 2 : at + 1, key, { op: 'has' });
  return match && { ...match, drafts: match.drafts?.map((draft) => ({ ...draft, bare: true })) };
};

/** "label box-05 with owner=carol": what is to be done to a machine. */
const asOrder = ({ items, vocabulary }: Scene, at: number): Match | undefined => {
  const [item, name] = [items[at], items[has(items[at + 1], 'noun') ? at + 2 : at + 1]];
  const isOrder =
    /^(?:label|tag|annotate)$/.test(item?.text ?? '') &&
    items.slice(0, at).every((before) => has(before, 'filler')) &&
    vocabulary.machines.has(name?.text ?? '');
  return item && isOrder ? { next: at + 1, question: beyond('order', item) } : undefined;
};

export const labelRule: Rule = (scene, at) =>
  asOrder(scene, at) ??
  afterField(scene, at) ??
  bareKey(scene, at) ??
  nextKey(scene, at) ??
  keyFirst(scene, at);
