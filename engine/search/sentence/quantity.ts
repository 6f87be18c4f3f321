import { parseQuantity } from '../../kubernetes';
import { say } from '../../messages';
import { fieldNamed } from '../fields';
import type { Comparator } from '../lexicon/senses';
import { amountAt, amountOf, rangeAt, type Amount, type Range } from './amounts';
import { draftOf, type Draft, type Match, type Rule, type Scene } from './draft';
import { has, senseOf, type Item } from './items';
import { isSymbol, skipFillers } from './skip';
import { saysTime } from './says-time';
import { besideStorage } from './storage-amounts';
import { countAt } from './time-points';

/** A field measured in numbers: the one a word names, for an amount with a unit of bytes or without. */
const numericField = (item: Item | undefined, bytes?: boolean): string | undefined => {
  const names = (item?.senses ?? []).flatMap((sense) =>
    sense.is === 'field' ? [sense.field] : [],
  );
  const fits = (type: string): string | undefined =>
    names.find((name) => fieldNamed(name)?.type === type);
  if (bytes === true) return fits('bytes');
  return fits('number') ?? fits('bytes');
};

const ASSUMED_GIB = say('The unit is not said; GiB is used');

const isBytes = (field: string): boolean => fieldNamed(field)?.type === 'bytes';

/** The number in the field's unit; a bare number of bytes is taken as GiB. */
const inUnit = (field: string, { value, bytes }: Amount): number | undefined => {
  if (!isBytes(field)) return bytes ? undefined : value;
  return bytes ? value : value * (parseQuantity('1Gi') ?? 1);
};

const numberDraft = (
  scene: Scene,
  at: number,
  next: number,
  field: string,
  op: Comparator,
  amount: Amount,
): Match | undefined => {
  const value = inUnit(field, amount);
  if (value === undefined) return undefined;
  const assumed = isBytes(field) && !amount.bytes;
  const extra: Partial<Draft> = assumed ? { detail: ASSUMED_GIB, confidence: 'medium' } : {};
  return { next, drafts: [draftOf(scene, at, next, { field, op, value, ...extra })] };
};

const rangeDraft = (
  scene: Scene,
  at: number,
  next: number,
  field: string,
  range: Range,
): Match | undefined => {
  const [low, high] = [inUnit(field, range.low), inUnit(field, range.high)];
  if (low === undefined || high === undefined || low > high) return undefined;
  return { next, drafts: [draftOf(scene, at, next, { field, op: 'between', value: [low, high] })] };
};

/** "500 GB of disk" is all of it, "a 500 GB disk" is one. */
const amountOfDisk = (field: string, between: readonly Item[]): string =>
  field === 'disk' && between.some(({ text }) => text === 'of') ? 'diskSize' : field;

/** Nothing that a number could be of. */
const isOfNothing = (item: Item | undefined): boolean =>
  item === undefined || (item.senses.length > 0 && !has(item, 'noun', 'unit', 'field', 'value'));

/**
 * The field after the number: "8 GB of memory", "4 vcpus"; without one it is that which was
 * compared before, and bytes are memory.
 */
const fieldAfter = (
  items: readonly Item[],
  next: number,
  bytes: boolean,
  again?: string,
): { field: string; next: number; assumed?: boolean } | undefined => {
  const at = skipFillers(items, next);
  const field = numericField(items[at], bytes);
  if (field !== undefined)
    return { field: amountOfDisk(field, items.slice(next, at)), next: at + 1 };
  if (bytes && again !== undefined && isBytes(again)) return { field: again, next };
  if (bytes) return { field: 'memory', next, assumed: true };
  return again !== undefined && isOfNothing(items[next]) ? { field: again, next } : undefined;
};

const isSize = (field: string): boolean => field === 'vcpu' || field === 'memory';

/** "a disk" and "two disks larger than …" count nothing by themselves. */
const isCounted = (
  items: readonly Item[],
  at: number,
  { field, next }: { field: string; next: number },
): boolean => {
  const article = has(items[at], 'filler');
  return (
    isSize(field) ||
    (!article && !has(items[skipFillers(items, next)], 'compare', 'older', 'newer'))
  );
};

const suffixAt = (
  items: readonly Item[],
  at: number,
): { op: Comparator; next: number } | undefined => {
  const suffix = senseOf(items[at], 'suffix');
  return suffix === undefined ? undefined : { op: suffix.op, next: at + 1 };
};

/** "memory over 8 GB", "vcpu>4", "memory: 8GB", "cpus between 4 and 8". */
const fieldFirst = (scene: Scene, at: number): Match | undefined => {
  const { items } = scene;
  if (numericField(items[at]) === undefined) return undefined;
  let next = skipFillers(items, at + 1);
  const colon = isSymbol(items[next], ':');
  if (colon) next += 1;
  const range = rangeAt(items, next);
  const ranged = range && numericField(items[at], range.high.bytes);
  if (range !== undefined && ranged !== undefined)
    return rangeDraft(scene, at, range.next, ranged, range);
  const unequal = isSymbol(items[next], '!=');
  const compare = senseOf(items[next], 'compare')?.op;
  if (compare !== undefined || unequal) next = skipFillers(items, next + 1);
  const amount = amountAt(items, next);
  const field = amount && numericField(items[at], amount.bytes);
  if (amount === undefined || field === undefined) return undefined;
  const stated = colon || unequal || compare !== undefined || has(items[amount.next], 'suffix');
  if (!isSize(field) && !amount.bytes && !stated) return undefined;
  // "memory 8 GB" compares; "2 cpus 8 GB" is a list, in which the number belongs to what follows.
  if (compare === undefined && fieldAfter(items, amount.next, false) !== undefined)
    return undefined;
  const said = suffixAt(items, amount.next);
  const suffix = compare === undefined || said?.op === 'is' ? said : undefined;
  const op = compare ?? suffix?.op ?? 'is';
  const sized = op === 'is' && items[at]?.text === 'disk size' ? 'disk' : field;
  const match = numberDraft(scene, at, suffix?.next ?? amount.next, sized, op, amount);
  const [draft] = match?.drafts ?? [];
  return unequal && match && draft ? { ...match, drafts: [{ ...draft, negated: true }] } : match;
};

/** "a disk over 1 TB and under 3 TB", "more than one disk but fewer than five": of what was named. */
const againOf = ({ link, previous }: Scene, compare: Comparator | undefined): string | undefined =>
  link !== 'none' &&
  compare !== undefined &&
  ['bytes', 'number'].includes(fieldNamed(previous?.field ?? '')?.type ?? '')
    ? previous?.field
    : undefined;

const SHARED = say('The comparison said before is taken to hold here too');
const isComparator = (op: string): op is Comparator => ['gt', 'gte', 'lt', 'lte'].includes(op);

const EXACTLY = /^(?:just|only|single)\b/;

/** "or just one vCPU", "but only 2 GiB", "and a single disk": exactly so many. */
const isExact = (items: readonly Item[], at: number): boolean =>
  items.slice(Math.max(0, at - 1), at + 1).some(({ text }) => EXACTLY.test(text));

/** "at least 4 cpus and 8 GB": the comparison is said once for both. Nothing is less than one. */
const sharedComparator = (
  { items, link, previous }: Scene,
  at: number,
  { value, bytes }: Amount,
): Comparator | undefined => {
  const sized = previous?.field === 'vcpu' || previous?.field === 'memory';
  if (link === 'none' || !sized || !isComparator(previous.op) || isExact(items, at))
    return undefined;
  return previous.op === 'lt' && !bytes && value <= 1 ? undefined : previous.op;
};

/** "more than 8 GB", "4 vcpus or more", "between 4 and 8 cores", "4+ cpus". */
const numberFirst = (scene: Scene, at: number): Match | undefined => {
  const { items } = scene;
  const range = rangeAt(items, at);
  const ranged = range && fieldAfter(items, range.next, range.high.bytes);
  if (range !== undefined && ranged !== undefined) {
    const of = ranged.assumed ? besideStorage(scene, at, ranged.next) : undefined;
    if (of?.question !== undefined) return of;
    return rangeDraft(scene, at, of?.next ?? ranged.next, of?.field ?? ranged.field, range);
  }
  const compare = senseOf(items[at], 'compare')?.op;
  const amount = amountAt(items, compare === undefined ? at : skipFillers(items, at + 1));
  if (amount === undefined) return undefined;
  const early = suffixAt(items, amount.next);
  const field = fieldAfter(
    items,
    early?.next ?? amount.next,
    amount.bytes,
    againOf(scene, compare),
  );
  if (field === undefined || (compare === undefined && !isCounted(items, at, field)))
    return undefined;
  const late = early ?? suffixAt(items, field.next);
  const end = Math.max(field.next, late?.next ?? 0);
  const of = field.assumed ? besideStorage(scene, at, end) : undefined;
  if (of?.question !== undefined) return of;
  const next = of?.next ?? end;
  const measured = of?.field ?? field.field;
  const stated = compare ?? late?.op;
  if (stated !== undefined) return numberDraft(scene, at, next, measured, stated, amount);
  const shared = sharedComparator(scene, at, amount);
  const match = numberDraft(scene, at, next, measured, shared ?? 'is', amount);
  const [draft] = match?.drafts ?? [];
  if (shared === undefined || match === undefined || draft === undefined) return match;
  return { ...match, drafts: [{ ...draft, confidence: 'medium', detail: SHARED }] };
};

/** "4c/8g": CPUs and memory in one word. */
const shorthand = (scene: Scene, at: number): Match | undefined => {
  const match = /^(\d{1,4})v?c(?:pu)?s?\/?(\d{1,5})(g|gb|gi|gib)$/.exec(
    scene.items[at]?.text ?? '',
  );
  const memory = match && amountOf(match[2] ?? '', match[3] ?? '', at + 1);
  if (!match || !memory) return undefined;
  const draft = (field: string, value: number): Draft =>
    draftOf(scene, at, at + 1, { field, op: 'is', value });
  return { next: at + 1, drafts: [draft('vcpu', Number(match[1])), draft('memory', memory.value)] };
};

/** "8cpu", "16-core", "at least 4vcpu": number and field in one word. */
const joined = (scene: Scene, at: number): Match | undefined => {
  const { items } = scene;
  const compare = senseOf(items[at], 'compare')?.op;
  const from = compare === undefined ? at : skipFillers(items, at + 1);
  const match = /^(\d{1,4})-?v?(?:c|cpus?|cores?)$/.exec(items[from]?.text ?? '');
  if (match === null) return undefined;
  const suffix = compare === undefined ? suffixAt(items, from + 1) : undefined;
  const next = suffix?.next ?? from + 1;
  const amount = { value: Number(match[1]), bytes: false, next };
  return numberDraft(scene, at, next, 'vcpu', compare ?? suffix?.op ?? 'is', amount);
};

/** "multiple disks". */
const plenty = (scene: Scene, at: number): Match | undefined => {
  const field = has(scene.items[at], 'plenty')
    ? numericField(scene.items[at + 1], false)
    : undefined;
  const counts = field !== undefined && !isBytes(field);
  return counts
    ? { next: at + 2, drafts: [draftOf(scene, at, at + 2, { field, op: 'gt', value: 1 })] }
    : undefined;
};

/** "at least one disk of 1 TB or more": one is enough anyway. "2 disks, one of 2 TB". */
const oneOfSize = (scene: Scene, at: number): Match | undefined => {
  const { items, previous } = scene;
  const least = senseOf(items[at], 'compare')?.op === 'gte';
  const one = least ? skipFillers(items, at + 1) : at;
  const counted = previous?.field === 'diskCount' && items[one + 1]?.text === 'of';
  const size = counted && countAt(items, one) === 1 ? amountAt(items, one + 2) : undefined;
  if (size?.bytes === true) return numberDraft(scene, at, size.next, 'disk', 'is', size);
  if (amountAt(items, one)?.value !== 1 || items[one + 2]?.text !== 'of') return undefined;
  const match =
    numericField(items[one + 1], true) === 'disk' ? fieldFirst(scene, one + 1) : undefined;
  const [draft] = match?.drafts ?? [];
  return match && draft?.field === 'disk' ? match : undefined;
};

const MORE: Readonly<Record<string, Comparator>> = { more: 'gt', less: 'lt', fewer: 'lt' };

/** "more disks than 5": what is compared stands inside the comparison. */
const comparedInside = (scene: Scene, at: number): Match | undefined => {
  const { items } = scene;
  const op = MORE[items[at]?.text ?? ''];
  const amount = items[at + 2]?.text === 'than' ? amountAt(items, at + 3) : undefined;
  const field = amount && numericField(items[at + 1], amount.bytes);
  return op && amount && field ? numberDraft(scene, at, amount.next, field, op, amount) : undefined;
};

/** "2 disks attached" says no more than "2 disks"; "2 snapshots taken today" tells when. */
const withThere = ({ items }: Scene, match: Match | undefined): Match | undefined => {
  const there = match && senseOf(items[match.next], 'there');
  const said = there?.not !== true && !has(items[match?.next ?? 0], 'value', 'anchor');
  return match && there && said && !items.slice(match.next + 1, match.next + 4).some(saysTime)
    ? { ...match, next: match.next + 1 }
    : match;
};

/** Numbers of vCPUs and amounts of memory. */
export const quantityRule: Rule = (scene, at) => withThere(scene, quantityOf(scene, at));

const quantityOf: Rule = (scene, at) =>
  comparedInside(scene, at) ??
  plenty(scene, at) ??
  oneOfSize(scene, at) ??
  shorthand(scene, at) ??
  joined(scene, at) ??
  fieldFirst(scene, at) ??
  numberFirst(scene, at);
