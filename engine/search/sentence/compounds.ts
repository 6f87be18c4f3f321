import type { CompiledLexicon } from '../lexicon';
import type { Sense } from '../lexicon/senses';
import { isLabelValue, type Vocabulary } from '../vocabulary';
import { GROUPS } from './bare-values';
import type { Item } from './items';
import { itemOf, type Read } from './read-token';

/** A German noun begins with a capital; "vm-disk" is a name like any other. */
const isCapital = (letter: string | undefined): boolean => /^\p{Lu}/u.test(letter ?? '');

/** "rhel9", "win2k22": an operating system and its version in one word. */
const versioned = (token: Read, lexicon: CompiledLexicon, sentence: string): Item[] | undefined => {
  const match = /^([a-z]{2,12})-?(\d[\dk.]{0,6})$/.exec(token.text);
  const senses = lexicon.whole.get(match?.[1] ?? '')?.senses ?? [];
  const os = senses.some((sense) => sense.is === 'value' && sense.field === 'os');
  if (match === null || !os || token.end - token.start !== token.text.length) return undefined;
  const [, family = '', version = ''] = match;
  const split = token.end - version.length;
  return [
    itemOf(
      [{ ...token, end: token.start + family.length, text: family, word: family }],
      senses,
      sentence,
    ),
    itemOf([{ ...token, start: split, text: version, word: version }], [], sentence),
  ];
};

const isLabel = (sense: Sense): boolean => sense.is === 'field' && sense.field === 'label';

/** What stands before a hyphen and behind it; `undefined` for a token that is written otherwise. */
const partsAt = (token: Read, at: number): [first: Read, rest: Read] | undefined => {
  if (at < 0 || token.end - token.start !== token.text.length) return undefined;
  const [split, first, rest] = [
    token.start + at,
    token.text.slice(0, at),
    token.text.slice(at + 1),
  ];
  return [
    { ...token, end: split, text: first, word: first },
    { ...token, start: split + 1, text: rest, word: rest },
  ];
};

/** "windows-vms", "RWO-Festplatten", "RHEL-7-Kisten", "owner-Label": what the lexicon knows and the noun it describes. */
const beforeNoun = (
  token: Read,
  lexicon: CompiledLexicon,
  vocabulary: Vocabulary,
  sentence: string,
): Item[] | undefined => {
  const { whole } = lexicon;
  const at = token.text.lastIndexOf('-');
  const [head, noun] = partsAt(token, at) ?? [];
  if (head === undefined || noun === undefined) return undefined;
  const [meant, things] = [whole.get(head.text)?.senses, whole.get(noun.text)?.senses];
  const named = isCapital(sentence[token.start + at + 1]);
  const described =
    token.kind === 'word' && things?.some(({ is }) => is === 'noun' || (named && is === 'field'));
  if (things === undefined || !described) return undefined;
  const key = vocabulary.labels.has(head.text) && things.some(isLabel) ? [] : undefined;
  const senses = meant ?? key;
  const before = senses ? [itemOf([head], senses, sentence)] : versioned(head, lexicon, sentence);
  return before && [...before, itemOf([noun], things, sentence)];
};

/** "ci-runners", "kafka-brokers": a value and machines that belong together. */
const beforeGroup = (token: Read, vocabulary: Vocabulary, sentence: string): Item[] | undefined => {
  const [first, group] = partsAt(token, token.text.lastIndexOf('-')) ?? [];
  if (first === undefined || group === undefined) return undefined;
  return GROUPS.has(group.text) && isLabelValue(vocabulary, first.text)
    ? [itemOf([first], [], sentence), itemOf([group], [], sentence)]
    : undefined;
};

/** "diskless", "snapshot-less", "ownerless": without what the word begins with. */
const without = (
  token: Read,
  { whole }: CompiledLexicon,
  vocabulary: Vocabulary,
  sentence: string,
): Item[] | undefined => {
  const stem = /^([a-z]+)-?less$/.exec(token.text)?.[1];
  if (stem === undefined || token.end - token.start !== token.text.length) return undefined;
  const senses = whole.get(stem)?.senses ?? [];
  const named = senses.some(({ is }) => is === 'field') || vocabulary.labels.has(stem);
  if (!named) return undefined;
  const [split, key] = [token.start + stem.length, vocabulary.labels.has(stem)];
  return [
    itemOf([{ ...token, start: split, word: 'less', text: 'less' }], [WITHOUT], sentence),
    itemOf([{ ...token, end: split, word: stem, text: stem }], key ? [] : senses, sentence),
  ];
};

const WITHOUT: Sense = { is: 'not', how: 'plain' };

/** "powered-off", "non-running": words of the lexicon joined by hyphens. */
const hyphenated = (
  token: Read,
  lexicon: CompiledLexicon,
  vocabulary: Vocabulary,
  sentence: string,
): Item[] | undefined => {
  if (!token.text.includes('-') || token.text === '-') return undefined;
  const whole =
    lexicon.whole.get(token.text.replaceAll('-', ' ')) ??
    // "Windows- oder Linux-VMs": what the hyphen joins it to follows later.
    lexicon.whole.get(token.text.replace(/-$/, ''));
  if (whole !== undefined) return [itemOf([token], whole.senses, sentence)];
  const described = beforeNoun(token, lexicon, vocabulary, sentence);
  if (described !== undefined) return described;
  return denied(token, lexicon, vocabulary, sentence) ?? grouped(token, lexicon, sentence);
};

/** "per-node": by what machines are counted. */
const grouped = (token: Read, { whole }: CompiledLexicon, sentence: string): Item[] | undefined => {
  const [per, rest] = partsAt(token, token.text.indexOf('-')) ?? [];
  const [by, of] = [whole.get(per?.text ?? ''), whole.get(rest?.text ?? '')];
  const said = by?.senses.some(({ is }) => is === 'group');
  return said && per && rest && of
    ? [itemOf([per], by?.senses ?? [], sentence), itemOf([rest], of.senses, sentence)]
    : undefined;
};

/** "non-running", "nicht-Windows-VMs": a negation before what is known. */
const denied = (
  token: Read,
  lexicon: CompiledLexicon,
  vocabulary: Vocabulary,
  sentence: string,
): Item[] | undefined => {
  const [no, rest] = partsAt(token, token.text.indexOf('-')) ?? [];
  if (no === undefined || rest === undefined) return undefined;
  const known = lexicon.whole.get(no.text)?.senses;
  if (no.text !== 'non' && known?.some(({ is }) => is === 'not') !== true) return undefined;
  const senses = lexicon.whole.get(rest.text)?.senses;
  const items =
    senses === undefined
      ? compoundOf(rest, lexicon, vocabulary, sentence)
      : [itemOf([rest], senses, sentence)];
  return items && [itemOf([no], [WITHOUT], sentence), ...items];
};

/** One word that says several things. */
export const compoundOf = (
  token: Read,
  lexicon: CompiledLexicon,
  vocabulary: Vocabulary,
  sentence: string,
): Item[] | undefined =>
  without(token, lexicon, vocabulary, sentence) ??
  hyphenated(token, lexicon, vocabulary, sentence) ??
  beforeGroup(token, vocabulary, sentence) ??
  versioned(token, lexicon, sentence);
