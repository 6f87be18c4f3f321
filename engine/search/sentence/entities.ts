import { fieldNamed, type ResourceName } from '../fields';
import type { Sense } from '../lexicon/senses';
import { isGlob } from '../query/glob';
import { isMac } from '../query/address';
import { isNamed, kindsOf, NAMED_FIELDS, namesOf, type NamedField } from '../vocabulary';
import { matchesGlob } from '../query/glob';
import { blockOf, isBeginning } from './addresses';
import { meantName, similar } from '../names';
import { draftOf, misspeltDraft, type Draft, type Match, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { learnt } from './further';
import { labelled, pairsOf } from './label-pairs';
import { expandGlob, expandNamespaces, inNamespaces } from './namespaces';
import { bareOpenRule, valueBeforeField } from './open-values';
import { knownNames, severalKinds, unknownName, unknownValue } from './questions';
import { machinesNamed } from './same-references';
import { isSymbol, skipCarrier, skipFillers } from './skip';

type Place = Extract<Sense, { is: 'place' }>['prefers'];

const named = (field: string | undefined): NamedField | undefined =>
  NAMED_FIELDS.find((candidate) => candidate === field);

/** The kind of named thing a word says: "namespace", "node". */
export const namedFieldOf = (item: Item | undefined): NamedField | undefined =>
  named(senseOf(item, 'field')?.field);

/** A word that can be a name here: unknown to the language, quoted, or the name of something. */
const canBeName = (scene: Scene, item: Item | undefined): item is Item =>
  item !== undefined &&
  item.kind !== 'symbol' &&
  item.kind !== 'date' &&
  item.kind !== 'clock' &&
  (item.senses.length === 0 ||
    has(item, 'environment') ||
    kindsOf(scene.vocabulary, item.text).length > 0);

/** "prod namespaces": the kind is said after the name. */
const kindAfter = (
  scene: Scene,
  at: number,
): { field: NamedField; next: number; plural: boolean } | undefined => {
  const sense = senseOf(scene.items[at], 'field');
  const field = named(sense?.field);
  if (field === undefined || field === 'name') return undefined;
  // "web-01 ns=prod-web": the kind is of what follows.
  if (isSymbol(scene.items[at + 1], ':', '=', '!=')) return undefined;
  const value = scene.items[skipFillers(scene.items, at + 1)];
  const ownValue = value !== undefined && isNamed(scene.vocabulary, field, value.text);
  return ownValue ? undefined : { field, next: at + 1, plural: sense?.plural ?? false };
};

const exactMatch = (
  scene: Scene,
  at: number,
  next: number,
  field: string,
  value: string,
): Match => ({
  next,
  drafts: [draftOf(scene, at, next, { field, op: 'is', value })],
});

/** The namespaces a word stands for; words of an environment stand for their synonyms too. */
const namespaceMatch = (
  scene: Scene,
  from: number,
  item: Item,
  next: number,
  plural: boolean,
): Match | undefined => {
  const { vocabulary } = scene;
  // "3 namespaces" are so many.
  if (plural && /^\d+$/.test(item.text)) return undefined;
  if (isGlob(item.text)) {
    const found = expandGlob(vocabulary, item.text);
    return found.patterns.length === 0 ? undefined : inNamespaces(scene, from, next, found);
  }
  if (!plural && vocabulary.namespaces.has(item.text)) {
    return exactMatch(scene, from, next, 'namespace', item.text);
  }
  const words = senseOf(item, 'environment')?.names ?? [item.text];
  const found = expandNamespaces(vocabulary, words);
  return found.patterns.length === 0 ? undefined : inNamespaces(scene, from, next, found);
};

/** A name whose kind is known from what stands around it. */
const ofKind = (
  scene: Scene,
  from: number,
  item: Item,
  field: NamedField,
  next: number,
  plural: boolean,
): Match | undefined => {
  if (field === 'namespace') return namespaceMatch(scene, from, item, next, plural);
  const known = isNamed(scene.vocabulary, field, item.text);
  const matching =
    isGlob(item.text) &&
    [...namesOf(scene.vocabulary, field).keys()].some((name) => matchesGlob(item.text, name));
  return known || matching ? exactMatch(scene, from, next, field, item.text) : undefined;
};

/** A name with no hint: fine when it is the name of one kind of thing only. */
const unhinted = (scene: Scene, from: number, item: Item, next: number): Match | undefined => {
  const kinds = kindsOf(scene.vocabulary, item.text);
  const [only] = kinds;
  const purpose = only !== undefined && only !== 'namespace' && has(item, 'environment');
  if (purpose && namespaceMatch(scene, from, item, next, true) !== undefined) {
    return severalKinds(scene, ['namespace', ...kinds], item, next);
  }
  if (only !== undefined) {
    return kinds.length === 1
      ? exactMatch(scene, from, next, only, item.text)
      : severalKinds(scene, kinds, item, next);
  }
  if (!has(item, 'environment') && !isGlob(item.text)) return undefined;
  const namespaces = namespaceMatch(scene, from, item, next, true);
  const names = isGlob(item.text) ? ofKind(scene, from, item, 'name', next, false) : undefined;
  if (namespaces !== undefined && names !== undefined) {
    return severalKinds(scene, ['namespace', 'name'], item, next);
  }
  return namespaces ?? names;
};

/** "if worker-1 dies": what becomes of the node is not said of machines. */
const afterFate = ({ items }: Scene, from: number, next: number): number =>
  /\b(?:if|when|once|in case)\b/.test(items[from]?.text ?? '') && has(items[next], 'there')
    ? next + 1
    : next;

/** The kinds to try for a word after "in" or "on", first choice first. */
const CHOICES: Readonly<Record<Place, readonly NamedField[]>> = {
  namespace: ['namespace', 'node'],
  node: ['node', 'namespace'],
  network: [],
  storageClass: ['node'],
};

/** What else a machine can be "on": names these fields consist of. */
const ELSEWHERE: Readonly<Record<Place, readonly string[]>> = {
  namespace: ['zone', 'folder', 'storageClass', 'network'],
  node: ['storageClass', 'network', 'zone', 'folder'],
  network: ['network', 'storageClass'],
  storageClass: ['storageClass', 'network'],
};

/** "on nfs-slow", "connected to dmz-net": the one field that has such a name. */
const elsewhere = (
  scene: Scene,
  from: number,
  item: Item,
  { next, prefers }: { next: number; prefers: Place },
): Match | undefined => {
  const fields = ELSEWHERE[prefers].filter((field) =>
    knownNames(scene.vocabulary, field)?.has(item.text),
  );
  const [only] = prefers === 'network' ? fields.slice(0, 1) : fields;
  if (only === undefined) return undefined;
  return fields.length === 1 || prefers === 'network'
    ? exactMatch(scene, from, skipCarrier(scene.items, next, only), only, item.text)
    : severalKinds(scene, fields, item, next);
};

/** Names of kinds that are read only when asked for may be the one. */
const mayBeElsewhere = (prefers: Place): ResourceName[] =>
  ELSEWHERE[prefers].flatMap((field) => fieldNamed(field)?.needs ?? []);

/** "on ceph": no node, but a part of the names of something else one can be on. */
const partly = ({ vocabulary }: Scene, { text }: Item, prefers: Place): string | undefined =>
  text.length < 3 || similar(namesOf(vocabulary, 'node'), text).length > 0
    ? undefined
    : ELSEWHERE[prefers].find((field) =>
        [...(knownNames(vocabulary, field) ?? [])].some((name) =>
          name.toLowerCase().includes(text),
        ),
      );

/** "on netapp-glod": what the word is a misspelling of, among all that a machine can be on. */
const misspeltPlaces = ({ vocabulary }: Scene, prefers: Place, item: Item): Draft[] =>
  ['node', ...ELSEWHERE[prefers]].flatMap((field) => {
    const meant = meantName(
      field === 'node' ? vocabulary.nodes : (knownNames(vocabulary, field) ?? NONE),
      item.text,
    );
    return meant === undefined ? [] : [misspeltDraft(item, meant, field, meant)];
  });

const NONE: ReadonlySet<string> = new Set();

const FROM = /^(?:from|of|by)$/;

const afterPlace = (scene: Scene, from: number, at: number, prefers: Place): Match | undefined => {
  const item = scene.items[at];
  if (!canBeName(scene, item)) return undefined;
  const after = kindAfter(scene, at + 1);
  const next = after?.next ?? at + 1;
  if (after !== undefined) {
    return (
      ofKind(scene, from, item, after.field, next, after.plural) ??
      unknownName(scene, after.field, item, next)
    );
  }
  for (const field of CHOICES[prefers]) {
    const match = ofKind(scene, from, item, field, next, false);
    if (match !== undefined) return { ...match, next: afterFate(scene, from, match.next) };
  }
  if (item.senses.length > 0 && !has(item, 'environment')) return undefined;
  const found = elsewhere(scene, from, item, { next, prefers });
  if (found !== undefined || prefers === 'network') return found;
  // "VMs from tomas": whose they are, where one label says so.
  const [pair, ...more] = FROM.test(scene.items[from]?.text ?? '')
    ? pairsOf(scene.vocabulary, [...scene.vocabulary.labels.keys()], item.text)
    : [];
  if (pair !== undefined && more.length === 0) return labelled(scene, from, next, [pair]);
  const [near, ...others] = prefers === 'namespace' ? [] : misspeltPlaces(scene, prefers, item);
  if (near !== undefined && others.length === 0) return { next, drafts: [near] };
  const field = prefers === 'storageClass' ? prefers : partly(scene, item, prefers);
  const { question, ...unknown } =
    field === undefined
      ? unknownName(scene, prefers === 'namespace' ? prefers : 'node', item, next)
      : unknownValue(scene, field, item, next);
  return { ...unknown, question: question && { ...question, needs: mayBeElsewhere(prefers) } };
};

/** "the 10.1.0.0/16 range": what an address may be called. */
const RANGES: ReadonlySet<string> = new Set(['range', 'subnet', 'block', 'cidr', 'network']);

const addressMatch = (scene: Scene, from: number, at: number): Match | undefined => {
  const item = scene.items[at];
  const block = item !== undefined && isBeginning(item.text) ? blockOf(item.text) : undefined;
  if (block !== undefined) return exactMatch(scene, from, at + 1, 'ip', block);
  if (item?.kind !== 'address') return undefined;
  const next = RANGES.has(scene.items[at + 1]?.text ?? '') ? at + 2 : at + 1;
  return exactMatch(scene, from, next, isMac(item.text) ? 'mac' : 'ip', item.text);
};

/** "in prod-web", "on worker-1", "in the payments namespace", "from 10.0.0.0/8". */
export const placeRule: Rule = (scene, at) => {
  const place = senseOf(scene.items[at], 'place');
  if (place === undefined) return undefined;
  const start = skipFillers(scene.items, at + 1);
  const value = valueBeforeField(scene, start) ?? learnt().keyedValue?.(scene, start);
  return addressMatch(scene, at, start) ?? value ?? afterPlace(scene, at, start, place.prefers);
};

/** A value of a kind that was named: "namespace prod-web", or the next of a list of them. */
export const namedValue = (
  scene: Scene,
  from: number,
  at: number,
  field: NamedField,
): Match | undefined => {
  const item = scene.items[at];
  if (!canBeName(scene, item)) return undefined;
  const after = kindAfter(scene, at + 1);
  const next = after?.field === field ? after.next : at + 1;
  return (
    ofKind(scene, from, item, field, next, after?.plural ?? false) ??
    unknownName(scene, field, item, next)
  );
};

/** "prod-web/web-01": one machine. */
const slashed = (scene: Scene, at: number): Match | undefined => {
  const item = scene.items[at];
  const found = item?.text.includes('/') === true && machinesNamed(scene, item).length > 0;
  return found ? exactMatch(scene, at, at + 1, 'machine', item.text) : undefined;
};

/** "¿cuál es la más vieja?": a machine may be called "es", but the sentence says something else. */
const isSilent = ({ items }: Scene, item: Item): boolean =>
  has(item, 'filler') &&
  item.kind === 'word' &&
  items.some((other) => has(other, 'value', 'superlative', 'extreme', 'count', 'place'));

/** A name by itself, or with its kind after it. */
export const entityRule: Rule = (scene, at) => {
  const item = scene.items[at];
  const machine = slashed(scene, at);
  if (machine !== undefined) return machine;
  const address = addressMatch(scene, at, at);
  if (address !== undefined) return address;
  if (!canBeName(scene, item)) return undefined;
  const listed = scene.link === 'none' ? undefined : fieldOfDraft(scene);
  const after = kindAfter(scene, at + 1);
  if (after !== undefined) {
    const match = ofKind(scene, at, item, after.field, after.next, after.plural);
    return match ?? unknownName(scene, after.field, item, after.next);
  }
  const same =
    listed &&
    (ofKind(scene, at, item, listed, at + 1, false) ?? nextNumber(scene, at, item, listed));
  if (same !== undefined) return same;
  const found =
    has(item, 'value', 'field', 'noun') || isSilent(scene, item)
      ? undefined
      : unhinted(scene, at, item, at + 1);
  if (found !== undefined || listed === undefined || item.senses.length > 0) return found;
  return bareOpenRule(scene, at) ?? unknownName(scene, listed, item, at + 1);
};

/** "worker-01, 02 and 04": only the number of the next name is said. */
const nextNumber = (scene: Scene, at: number, item: Item, field: NamedField): Match | undefined => {
  const before = scene.previous?.value;
  if (!/^\d{1,4}$/.test(item.text) || typeof before !== 'string') return undefined;
  const name = before.replace(/\d+$/, item.text);
  return name !== item.text && isNamed(scene.vocabulary, field, name)
    ? exactMatch(scene, at, at + 1, field, name)
    : undefined;
};

const fieldOfDraft = ({ previous }: Scene): NamedField | undefined =>
  previous !== undefined && (previous.op === 'is' || previous.op === 'in')
    ? named(previous.field)
    : undefined;
