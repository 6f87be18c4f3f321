import { say } from '../../messages';
import { similar } from '../names';
import { kindsOf } from '../vocabulary';
import { draftOf, replaced, type Match, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { isWord, keysNamed, labelled, ownerKeys, OWNERS, pairsOf } from './label-pairs';
import { isSymbol, skipFillers } from './skip';

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

/** "alice", or "platform team", which is a word of talk as well. */
const ownerPairs = ({ items, vocabulary }: Scene, at: number): string[] => {
  const item = items[at];
  if (!isWord(item)) return [];
  const [value = '', key] = item.talk === undefined ? [item.text] : item.text.split(' ');
  return pairsOf(vocabulary, key ? keysNamed(vocabulary, key) : ownerKeys(vocabulary), value);
};

/** "owned by alice", "belonging to team shop", "belong to the payments team". */
const owned: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  if (!has(items[at], 'owned')) return undefined;
  const start = skipFillers(items, at + 1);
  // "belong to neither alice nor bob": the list of names, denied, follows.
  const listed = has(items[start], 'not') || isSymbol(items[start], '(');
  if (listed && ownerPairs(scene, start + 1).length > 0) return { next: start };
  // "charged to cost center 5200": the key and its value follow.
  const keys = keysNamed(vocabulary, items[start]?.text);
  if (keys.length > 0 && pairsOf(vocabulary, keys, items[start + 1]?.text ?? '').length > 0)
    return { next: start };
  const before = OWNERS.has(items[start]?.text ?? '') ? items[start]?.text : undefined;
  const place = before === undefined ? start : start + 1;
  const name = items[place];
  if (!isWord(name) || has(name, 'field') || isLoose(scene, at, name)) return undefined;
  const after = OWNERS.has(items[place + 1]?.text ?? '') ? items[place + 1]?.text : undefined;
  const owners = keysNamed(vocabulary, before ?? after);
  const pairs =
    owners.length > 0 ? pairsOf(vocabulary, owners, name.text) : ownerPairs(scene, place);
  const next = after === undefined ? place + 1 : place + 2;
  if (pairs.length > 0) return labelled(scene, at, next, pairs);
  // "managed by terraform", "belong to windows-desk": whatever label says so, where only one does.
  const said = pairsOf(vocabulary, [...vocabulary.labels.keys()], name.text);
  if (said.length === 1) return labelled(scene, at, next, said);
  // "belong to the prod-web namespace"
  if (kindsOf(vocabulary, name.text).length > 0) return { next: start };
  return senseOf(items[at], 'owned')?.loose ? undefined : unknownOwner(scene, name, next);
};

const isPossessive = (item: Item | undefined): boolean =>
  isWord(item) && /(?:['’]s|s['’])$/.test(item.raw);

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

const HAS: ReadonlySet<string> = new Set(['has', 'have', 'use', 'uses']);

/** "alice owns", "alice has", "VMs of alice": an owner where only one can be meant. */
const owning: Rule = (scene, at) => {
  const { items } = scene;
  const before = items[at - 1]?.text === 'the' ? at - 2 : at - 1;
  const of = has(items[before - 1], 'noun') && items[before]?.text === 'of';
  const verb = has(items[at + 1], 'owns') || HAS.has(items[at + 1]?.text ?? '');
  // "of the payments team": the label is said behind it.
  const plain = items[at]?.senses.length === 0 && !OWNERS.has(items[at + 1]?.text ?? '');
  const pairs = plain && (of || ownsLater(scene, at + 1)) ? ownerPairs(scene, at) : [];
  return pairs.length > 0 ? labelled(scene, at, verb ? at + 2 : at + 1, pairs) : undefined;
};

/** "built in october by carol": a maker is known as far as an owner is told. */
const madeBy: Rule = (scene, at) => {
  const { items, anchor } = scene;
  const isMaker = items[at]?.text === 'by' && items[at + 1]?.senses.length === 0;
  const pairs = isMaker && anchor === 'created' ? ownerPairs(scene, at + 1) : [];
  return pairs.length > 0 ? { ...labelled(scene, at, at + 2, pairs), usedAnchor: true } : undefined;
};

/** "dmitri as owner", "with alice as the owner", "alice is the owner". */
const asOwner: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const linked = has(items[at + 1], 'as', 'filler');
  const key = linked ? skipFillers(items, at + 2) : at;
  const named = OWNERS.has(items[key]?.text ?? '') || has(items[at + 1], 'as');
  if (key === at || !named) return undefined;
  const pairs = pairsOf(vocabulary, keysNamed(vocabulary, items[key]?.text), items[at]?.text ?? '');
  return pairs.length > 0 ? labelled(scene, at, key + 1, pairs) : undefined;
};

/** "belong to bob or …": the next of those whose machines are. */
const isNextOwner = ({ link, previous, vocabulary }: Scene): boolean =>
  link === 'or' &&
  previous?.field === 'label' &&
  ownerKeys(vocabulary).some((key) => String(previous.value).startsWith(`${key}=`));

/** "nobody as owner", "nobody named as the owner", "no one in the owner label": the place behind it. */
const nobodyIn = ({ items }: Scene, at: number): number | undefined => {
  if (!has(items[at], 'nobody')) return undefined;
  let next = at + 1;
  while (has(items[next], 'filler', 'as', 'place') || NAMED.has(items[next]?.text ?? '')) next += 1;
  if (next === at + 1 || items[next]?.text !== 'owner') return undefined;
  return senseOf(items[next + 1], 'field')?.field === 'label' ? next + 2 : next + 1;
};

const NAMED: ReadonlySet<string> = new Set(['named', 'listed', 'given', 'registered', 'entered']);

/** "nobody owns", "owned by nobody", "orphaned": no label says whose it is. */
const ownerless: Rule = (scene, at) => {
  const { items, vocabulary } = scene;
  const [key] = [...keysNamed(vocabulary, 'owner'), ...ownerKeys(vocabulary)];
  const listed = isNextOwner(scene);
  const to = listed && /^(?:to|by)$/.test(items[at]?.text ?? '') ? at + 1 : at;
  const said = has(items[at], 'owned') ? skipFillers(items, at + 1) : to;
  const none = (said > at || listed) && has(items[said], 'blank', 'nobody');
  const nobody = none || (has(items[said], 'nobody') && has(items[said + 1], 'owns'));
  const label = nobody ? undefined : nobodyIn(scene, at);
  const whole = senseOf(items[at], 'nobody')?.whole === true;
  if (key === undefined || !(nobody || whole || label)) return undefined;
  const next = label ?? (nobody && said === at ? at + 2 : said + 1);
  const parts = { field: 'label', op: 'has', value: key, negated: true };
  return { next, drafts: [draftOf(scene, at, next, parts)] };
};

const ASKER: ReadonlySet<string> = new Set(['me', 'us', 'myself']);

/** "my stopped VMs", but not "my VM web-01". */
const isMy = ({ items, vocabulary }: Scene, at: number): boolean => {
  if (items[at]?.text !== 'my') return false;
  let last = at + 1;
  while (has(items[last], 'value', 'environment') && !has(items[last], 'noun')) last += 1;
  const after = items[last + 1];
  const named = after !== undefined && kindsOf(vocabulary, after.text).length > 0;
  return has(items[last], 'noun') && !named;
};

/** "my VMs", "the ones owned by me": who asks is not known by a label. */
const mine: Rule = (scene, at) => {
  const { items, sentence, vocabulary } = scene;
  const item = items[at];
  const my = isMy(scene, at);
  const byMe = has(item, 'owned') && ASKER.has(items[at + 1]?.text ?? '');
  if (item === undefined || !(my || byMe || item.text === 'mine')) return undefined;
  const message = say('Whose virtual machines are meant? Name an owner, a label or a project.');
  const [key] = ownerKeys(vocabulary);
  const [owner] = [...(vocabulary.labels.get(key ?? '') ?? [])].sort();
  const rest = my ? replaced(scene, item.start, item.end, '').replace(/\s+/g, ' ') : sentence;
  const suggestions = my && owner !== undefined ? [`${rest} ${key}=${owner}`] : [];
  const next = byMe ? at + 2 : at + 1;
  return { next, question: { outcome: 'ambiguous', message, suggestions, word: item } };
};

/** Whose machines are, as people say it. */
export const ownerRule: Rule = (scene, at) =>
  mine(scene, at) ??
  ownerless(scene, at) ??
  owned(scene, at) ??
  possessive(scene, at) ??
  owning(scene, at) ??
  madeBy(scene, at) ??
  asOwner(scene, at);
