import { say } from '../../messages';
import { kindsOf, type Vocabulary } from '../vocabulary';
import { isPartOfAny, similar } from '../names';
import { draftOf, replaced, type Match, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { expandNamespaces } from './namespaces';
import { isSymbol, skipFillers } from './skip';

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
export const pairsOf = (vocabulary: Vocabulary, keys: readonly string[], word: string): string[] =>
  keys.flatMap((key) => {
    const value = liveValue(vocabulary, key, word);
    return value === undefined ? [] : [`${key}=${value}`];
  });

export const keysNamed = ({ labels }: Vocabulary, name: string | undefined): string[] =>
  name === undefined ? [] : [...labels.keys()].filter((key) => lastPart(key) === name);

const ownerKeys = ({ labels }: Vocabulary): string[] =>
  [...labels.keys()].filter((key) => OWNERS.has(lastPart(key)));

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

/** "alice or bob own it", "neither alice nor bob owns": what is said of the last is said of all. */
const ownsLater = ({ items }: Scene, from: number): boolean => {
  let at = from;
  while (has(items[at], 'and', 'or') || isSymbol(items[at], ',')) at += 2;
  return has(items[at], 'owns') || HAS.has(items[at]?.text ?? '');
};

const HAS: ReadonlySet<string> = new Set(['has', 'have']);

/** "alice owns", "alice has", "VMs of alice": an owner where only one can be meant. */
const owning: Rule = (scene, at) => {
  const { items } = scene;
  const of = has(items[at - 2], 'noun') && items[at - 1]?.text === 'of';
  const verb = has(items[at + 1], 'owns') || HAS.has(items[at + 1]?.text ?? '');
  const plain = items[at]?.senses.length === 0;
  const pairs = plain && (of || ownsLater(scene, at + 1)) ? ownerPairs(scene, at) : [];
  return pairs.length > 0 ? labelled(scene, at, verb ? at + 2 : at + 1, pairs) : undefined;
};

/** "dmitri as owner", "with alice as the owner". */
const asOwner: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const key = has(items[at + 1], 'as') ? skipFillers(items, at + 2) : at;
  if (key === at || !OWNERS.has(items[key]?.text ?? '')) return undefined;
  const pairs = pairsOf(vocabulary, keysNamed(vocabulary, items[key]?.text), items[at]?.text ?? '');
  return pairs.length > 0 ? labelled(scene, at, key + 1, pairs) : undefined;
};

const NO_OWNER: ReadonlySet<string> = new Set([
  'unknown',
  'missing',
  'empty',
  'unset',
  'not known',
]);
const OWNERLESS: ReadonlySet<string> = new Set(['orphaned', 'orphan', 'unowned', 'unclaimed']);

/** "nobody owns", "owned by nobody", "orphaned": no label says whose it is. */
const ownerless: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const [key] = [...keysNamed(vocabulary, 'owner'), ...ownerKeys(vocabulary)];
  const said = has(items[at], 'owned') ? skipFillers(items, at + 1) : at;
  const none = said > at && NO_OWNER.has(items[said]?.text ?? '');
  const nobody =
    none || (has(items[said], 'nobody') && (said > at || has(items[said + 1], 'owns')));
  if (key === undefined || !(nobody || OWNERLESS.has(items[at]?.text ?? ''))) return undefined;
  const next = nobody && said === at ? at + 2 : said + 1;
  const parts = { field: 'label', op: 'has', value: key, negated: true };
  return { next, drafts: [draftOf(scene, at, next, parts)] };
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
  ownerless(scene, at) ??
  owned(scene, at) ??
  possessive(scene, at) ??
  owning(scene, at) ??
  asOwner(scene, at) ??
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

/** Of machines that belong together: "the mongo cluster". */
const GROUPS: ReadonlySet<string> = new Set([
  ...['cluster', 'clusters', 'app', 'apps', 'application', 'applications', 'service', 'services'],
  ...['stack', 'fleet', 'farm', 'nodes', 'members', 'replicas'],
]);

/** "gateways", "caches", "proxies": what one of them may be called. */
const singularsOf = ({ text }: Item): string[] =>
  /[a-z]{3}s$/.test(text) ? [text.slice(0, -1), text.slice(0, -2), `${text.slice(0, -3)}y`] : [];

/** "iis and sql machines": the noun is of both. */
const isListedNoun = (items: readonly Item[], at: number): boolean =>
  has(items[at], 'and', 'or') && items[at + 1]?.senses.length === 0 && has(items[at + 2], 'noun');

/** "payments namespace": a word for a project, whatever labels say. */
const isProject = ({ items, vocabulary }: Scene, at: number): boolean =>
  senseOf(items[at + 1], 'field')?.field === 'namespace' &&
  expandNamespaces(vocabulary, [items[at]?.text ?? '']).patterns.length > 0;

/** "except the desktops": the noun tells which, where some are called so. */
const isExcepted = ({ items, negated }: Scene, at: number): boolean =>
  negated && items[at + 1] === undefined && /^[a-z]{5,}s$/.test(items[at]?.text ?? '');

const loosely = (match: Match): Match => ({
  ...match,
  drafts: match.drafts?.map((draft) => ({ ...draft, loose: true })),
});

/** "postgres VMs", "redis stopped": a label that says so, else machines that are named so. */
export const bareValueRule: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const item = items[at];
  if (!isWord(item) || !(isFree(scene, item) || isExcepted(scene, at))) return undefined;
  const singulars = singularsOf(item);
  const carried = GROUPS.has(items[at + 1]?.text ?? '');
  const described =
    has(items[at], 'noun') || has(items[at + 1], 'noun') || carried || isListedNoun(items, at + 1);
  if (item.ordinary === true && !described) return undefined;
  if (kindsOf(vocabulary, item.text).length > 0 || isProject(scene, at)) return undefined;
  const next = carried ? at + 2 : at + 1;
  const keys = [...vocabulary.labels.keys()];
  const pairs = [item.text, ...singulars]
    .map((word) => pairsOf(vocabulary, keys, word))
    .find((found) => found.length > 0);
  if (pairs !== undefined && pairs.length > 1)
    return { ...severalLabels(scene, item, pairs), next };
  if (pairs !== undefined) return loosely(labelled(scene, at, next, pairs));
  if (!described) return undefined;
  const word = /^\p{L}/u.test(item.text) && item.ordinary !== true;
  const part = [item.text, ...singulars].find((text) => isPartOfAny(vocabulary.machines, text));
  const named = word && part !== undefined;
  const parts = { field: 'name', op: 'contains', value: part, detail: BY_NAME };
  return named
    ? { next, drafts: [draftOf(scene, at, next, { ...parts, loose: true })] }
    : undefined;
};
