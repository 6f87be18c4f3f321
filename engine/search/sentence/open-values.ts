import { fieldNamed } from '../fields';
import { isGlob, matchesGlob } from '../query/glob';
import { isLabelValue, kindsOf, type Vocabulary } from '../vocabulary';
import { literalDraft, literalOf, type Match, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { isText, patternValue, type Start } from './pattern-value';
import { knownNames, unknownValue } from './questions';
import { isSymbol, skipCarrier } from './skip';
import { isUnspaced } from './tokens';

type Reading = { op: string; value: unknown };

/** "zone a" of us-east-1a and eu-west-1a: people leave out the region. */
const ZONE_LETTERS = 2;

/**
 * The value a word stands for: a name that is there, or any word where the names were not read.
 * `undefined` when the names are known and it is none of them.
 */
const readingOf = (vocabulary: Vocabulary, field: string, text: string): Reading | undefined => {
  const known = knownNames(vocabulary, field);
  const partial = fieldNamed(field)?.partial === true;
  if (known === undefined) return { op: partial ? 'contains' : 'is', value: text };
  const names = [...known];
  const exact = names.find((name) => name.toLowerCase() === text);
  if (exact !== undefined) return { op: 'is', value: exact };
  if (isGlob(text) && names.some((name) => matchesGlob(text, name.toLowerCase())))
    return { op: 'is', value: text };
  const zones =
    field === 'zone' && text.length <= ZONE_LETTERS
      ? names.filter((name) => name.toLowerCase().endsWith(text))
      : [];
  if (zones.length > 0) return { op: 'in', value: zones };
  return partial && names.some((name) => name.toLowerCase().includes(text))
    ? { op: 'contains', value: text }
    : undefined;
};

const match = (scene: Scene, at: number, next: number, field: string, reading: Reading): Match => ({
  next,
  drafts: [literalDraft(scene, at, next, { field, ...reading })],
});

/** Items without a space between them are one name: "rhel9" is cut into a system and its version. */
const wholeAt = (
  items: readonly Item[],
  at: number,
): { text: string; next: number } | undefined => {
  const first = items[at];
  if (!isText(first)) return undefined;
  let [text, next] = [literalOf(first), at + 1];
  for (
    let item = items[next];
    isText(item) && item.start === items[next - 1]?.end;
    item = items[next]
  ) {
    text += item.text;
    next += 1;
  }
  return { text, next };
};

/** A word of the language is a value too, when something is named so: "zone a". */
const liveValue = (scene: Scene, at: number, from: number, field: string): Match | undefined => {
  const whole = wholeAt(scene.items, from);
  const known = knownNames(scene.vocabulary, field);
  if (whole === undefined || known === undefined) return undefined;
  const reading = readingOf(scene.vocabulary, field, whole.text);
  return reading && match(scene, at, whole.next, field, reading);
};

/** "migrated from node worker-1": what the name is of is said too. */
const pastNode = ({ items }: Scene, field: string, start: Start): Start =>
  fieldNamed(field)?.namesNodes === true && senseOf(items[start.next], 'field')?.field === 'node'
    ? { ...start, next: start.next + 1 }
    : start;

/** "storage class fast", "network vlan10", "zone a": a name of what the field consists of. */
export const openValue = (
  scene: Scene,
  at: number,
  field: string,
  given: Start,
): Match | undefined => {
  if (fieldNamed(field)?.open !== true) return undefined;
  const start = pastNode(scene, field, given);
  const found =
    patternValue(scene, at, field, start) ??
    liveValue(scene, at, at + 1, field) ??
    liveValue(scene, at, start.next, field);
  if (found !== undefined) return found;
  const item = scene.items[start.next];
  const whole = wholeAt(scene.items, start.next);
  const assigned = isSymbol(scene.items[start.next - 1], ':', '=', '!=');
  if (item === undefined || whole === undefined) return undefined;
  const { text, next } = whole;
  // "GPU付きのVM" is no name.
  const joined = next > start.next + 1 && !isUnspaced(text);
  const plain = item.senses.length === 0 || item.readAs !== undefined || joined;
  if (!plain && !assigned) return undefined;
  const reading = readingOf(scene.vocabulary, field, text);
  // "no gpu web-01": the name of something else.
  const other = kindsOf(scene.vocabulary, text).length > 0 || isLabelValue(scene.vocabulary, text);
  if (reading === undefined && other && !assigned) return undefined;
  // "warnings for team shop": what follows says whose they are.
  if (reading === undefined && has(scene.items[start.next - 1], 'for')) return undefined;
  return reading === undefined
    ? unknownValue(scene, field, item, next)
    : match(scene, at, next, field, reading);
};

export const isBareName = (scene: Scene, item: Item | undefined): item is Item =>
  isText(item) && item.senses.length === 0 && kindsOf(scene.vocabulary, item.text).length === 0;

/** "migrated from a to b": the other end. */
const otherEnd = ({ items, previous, vocabulary }: Scene, at: number): boolean =>
  previous?.field === 'migrationFrom' &&
  has(items[at], 'to') &&
  !has(items[at], 'and') &&
  vocabulary.nodes.has(items[at + 1]?.text ?? '');

/** "migrated from a or b": a node is of the same end as the one before. */
const sameEnd = ({ items, link, previous, vocabulary }: Scene, at: number): string | undefined =>
  link !== 'none' && vocabulary.nodes.has(items[at]?.text ?? '')
    ? ENDS.find((end) => end === previous?.field)
    : undefined;

const ENDS = ['migrationFrom', 'migrationTo'] as const;

/** The next of "storage class fast or standard". */
export const nextOpenValue: Rule = (scene, at) => {
  const { link, previous, items } = scene;
  const item = items[at];
  if (otherEnd(scene, at))
    return match(scene, at, at + 2, 'migrationTo', { op: 'is', value: items[at + 1]?.text });
  const end = sameEnd(scene, at);
  if (end !== undefined) return match(scene, at, at + 1, end, { op: 'is', value: item?.text });
  const listing = previous !== undefined && (previous.op === 'is' || previous.op === 'in');
  if (link === 'none' || !listing || fieldNamed(previous.field)?.open !== true) return undefined;
  if (!isBareName(scene, item)) return undefined;
  const reading = readingOf(scene.vocabulary, previous.field, item.text);
  const next = skipCarrier(items, at + 1, previous.field);
  return reading && match(scene, at, next, previous.field, reading);
};

/** Fields whose names are said without the field: "nvidia VMs", "that use nfs-slow". */
const BARE = [
  ...(['gpu', 'hostDevice', 'storageClass', 'network', 'zone', 'folder'] as const),
  'warning',
] as const;

const parts = (name: string): string[] => name.toLowerCase().split(/[^a-z0-9]+/);

/** A name, or a whole part of one, that only one of these fields has. */
export const bareOpenRule: Rule = (scene, at) => {
  const item = scene.items[at];
  if (!isBareName(scene, item) || item.ordinary === true || item.text.length < 2) return undefined;
  const fields = BARE.flatMap((field) => {
    const names = [...(knownNames(scene.vocabulary, field) ?? [])];
    if (names.some((name) => name.toLowerCase() === item.text)) return [{ field, op: 'is' }];
    const part =
      fieldNamed(field)?.partial === true && names.some((name) => parts(name).includes(item.text));
    return part ? [{ field, op: 'contains' }] : [];
  });
  const [only] = fields;
  if (only === undefined || fields.length > 1) return undefined;
  const next = skipCarrier(scene.items, at + 1, only.field);
  return match(scene, at, next, only.field, { op: only.op, value: item.text });
};

/** "the fast storage class", "vlan10 network", "FailedScheduling events". */
export const valueBeforeField: Rule = (scene, at) => {
  const item = scene.items[at];
  const field = senseOf(scene.items[at + 1], 'field')?.field;
  if (field === undefined || fieldNamed(field)?.open !== true || !isBareName(scene, item))
    return undefined;
  const follows = isBareName(scene, scene.items[at + 2]) || isSymbol(scene.items[at + 2], ':', '=');
  if (follows || has(item, 'filler')) return undefined;
  const reading = readingOf(scene.vocabulary, field, item.text);
  return reading && match(scene, at, at + 2, field, reading);
};
