import { namedFieldOf } from './entities';
import { has, senseOf, type Item } from './items';

/**
 * Words of a question that stand for what was told before it, the items `from` up to `to`: for the
 * place or thing (`it`, "there"), for a person ("she"), or for machines ("which of them").
 */
export type Pointer = { from: number; to: number; at: 'thing' | 'person' | 'machines' };

const THING =
  /^(?:(?:(?:what is|what's|what|still|left|from|that|this)(?: still| left)? )?(?:on|in|at|to|of|from) (?:it|them|there|that)|(?:what's|what is)(?: still| left)? (?:there|on it|in it)|whose [\w ]+ is (?:it|that|this)|there|it|that)$/;

const PERSON = /^(?:she|he|her|him|his|hers)$/;

/** "which of their VMs": of people. */
const OF = /(?:^| )of$/;

const MACHINES =
  /^(?:them|they|(?:which|any|all|some|none|how many) of (?:them|these|those)|of (?:them|these|those)|these|which ones?(?: is (?:it|that|this))?)$/;

const AFFECTED: ReadonlySet<string> = new Set(['affected', 'impacted', 'hit', 'involved']);

const WOULD_BE = /^(?:(?:is|are|will|would|could|may|might|be|get|gets|being)(?: be)?)$/;

const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'is there', 'are there']);

const PLACES = ['place', 'within'] as const;

/** "is it possible", "there are": these point at nothing. */
const isExpletive = (items: readonly Item[], at: number): boolean => {
  const { text = '' } = items[at] ?? {};
  const before = items[at - 1];
  if (text === 'it' && has(items[at + 1], ...PLACES) && items[at + 2] === undefined) return false;
  if (text === 'it' || text === 'that')
    return !has(before, ...PLACES, 'field', 'not') && !USES.test(before?.text ?? '');
  const begins = before === undefined || BE.has(before.text);
  return text === 'there' && begins && items[at + 1] !== undefined;
};

const USES = /^(?:uses?|using|runs?|running|has|have|of|by|with|behind|hit|left on|against)$/;

/** "that node", "the project", "this customer": the kind of what was told. */
const kindAt = (items: readonly Item[], at: number): boolean => {
  const named = namedFieldOf(items[at + 1]) ?? senseOf(items[at + 1], 'field')?.field;
  const after = items[at + 2];
  const follows = after?.senses.length === 0 && after.kind === 'word';
  return /^(?:that|this|the)$/.test(items[at]?.text ?? '') && KINDS.has(named ?? '') && !follows;
};

const KINDS: ReadonlySet<string> = new Set([
  ...['node', 'namespace', 'zone', 'storageClass', 'network', 'folder'],
]);

const pointerAt = (items: readonly Item[], at: number): Pointer | undefined => {
  const { text = '' } = items[at] ?? {};
  const told = (at_: Pointer['at'], to = at + 1): Pointer => ({ from: at, to, at: at_ });
  if (kindAt(items, at)) return told('thing', at + 2);
  if (PERSON.test(text) || (text === 'their' && OF.test(items[at - 1]?.text ?? '')))
    return told('person');
  if (AFFECTED.has(text)) {
    const by = items[at + 1]?.text === 'by' && /^(?:it|this|that)$/.test(items[at + 2]?.text ?? '');
    let from = at;
    while (WOULD_BE.test(items[from - 1]?.text ?? '')) from -= 1;
    return { from, to: by ? at + 3 : at + 1, at: 'thing' };
  }
  if (text === 'are there' && items[at + 1] === undefined) return told('thing');
  if (MACHINES.test(text)) {
    const placed = has(items[at - 1], ...PLACES) && text === 'them';
    const noun = items.slice(0, at).some((item) => has(item, 'noun'));
    return noun && !placed && /^they|these$/.test(text)
      ? undefined
      : told(placed ? 'thing' : 'machines');
  }
  return THING.test(text) && !isExpletive(items, at) ? told('thing') : undefined;
};

/** What a question points at, beyond itself. */
export const pointersIn = (items: readonly Item[]): Pointer[] => {
  const found: Pointer[] = [];
  for (let at = 0; at < items.length; at += 1) {
    const pointer = pointerAt(items, at);
    if (pointer === undefined) continue;
    found.push(pointer);
    at = pointer.to - 1;
  }
  return found;
};
