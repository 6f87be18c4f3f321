import type { CompiledLexicon, Phrase } from '../lexicon';
import { splitElisions } from '../lexicon/forms';
import type { Sense } from '../lexicon/senses';
import { correction } from '../../spelling';
import { isLabelValue, kindsOf, type Vocabulary } from '../vocabulary';
import type { Token } from './tokens';

/** A word or phrase of the sentence with what it may mean; no meaning at all for a name or a number. */
export type Item = {
  kind: Token['kind'];
  text: string;
  raw: string;
  start: number;
  end: number;
  senses: readonly Sense[];
  /** The key of a label, said in another language. */
  key?: true;
  /** The word a misspelling was read as. */
  readAs?: string;
  /** A correct word of the language, whether it means something here or not. */
  ordinary?: boolean;
};

type SenseOf<K extends Sense['is']> = Extract<Sense, { is: K }>;

export const senseOf = <K extends Sense['is']>(
  item: Item | undefined,
  kind: K,
): SenseOf<K> | undefined => item?.senses.find((sense): sense is SenseOf<K> => sense.is === kind);

export const has = (item: Item | undefined, ...kinds: Sense['is'][]): boolean =>
  item?.senses.some(({ is }) => kinds.includes(is)) ?? false;

const isPlainWord = (text: string): boolean => /^[\p{L}']+$/u.test(text);

/** A token with the word it is read as: itself, unless misspelt. */
type Read = Token & { word: string };

const readToken = (token: Token, lexicon: CompiledLexicon, vocabulary: Vocabulary): Read => {
  const bare = token.text.endsWith("'s") ? token.text.slice(0, -2) : token.text;
  const known = lexicon.words.has(token.text) ? token.text : bare;
  const exact =
    token.kind !== 'word' ||
    lexicon.words.has(known) ||
    kindsOf(vocabulary, known).length > 0 ||
    vocabulary.labels.has(known) ||
    isLabelValue(vocabulary, known) ||
    !isPlainWord(known);
  return { ...token, word: exact ? known : (correction(known, lexicon.correctable) ?? known) };
};

const item = (tokens: readonly Read[], senses: readonly Sense[], sentence: string): Item => {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const start = first?.start ?? 0;
  const end = last?.end ?? start;
  const words = tokens.map(({ word }) => word).join(' ');
  const given = tokens
    .map(({ text }) => (text.endsWith("'s") ? text.slice(0, -2) : text))
    .join(' ');
  const quoted = tokens.length === 1 && first?.kind === 'quoted';
  return {
    kind: first?.kind ?? 'word',
    text: senses.length === 0 ? given : words,
    raw: quoted ? first.raw : sentence.slice(start, end),
    start,
    end,
    senses,
    ...(senses.length > 0 && words !== given && !tokens.some(({ text }) => text.includes("'"))
      ? { readAs: words }
      : {}),
  };
};

/** "mon" and "mar" are words of other languages. */
const isShortened = ({ senses, words }: Phrase): boolean =>
  senses.some(({ is }) => is === 'month' || is === 'weekday') && (words[0]?.length ?? 0) < 4;

const longestPhrase = (
  tokens: readonly Read[],
  from: number,
  lexicon: CompiledLexicon,
  until = Infinity,
): { count: number; senses: readonly Sense[] } | undefined => {
  const word = tokens[from]?.word ?? '';
  for (const { words, senses } of lexicon.phrases.get(word) ?? []) {
    if (words.length > until) continue;
    const fits = words.every((word, offset) => {
      const token = tokens[from + offset];
      return token?.word === word && (token.kind === 'word' || token.kind === 'symbol');
    });
    if (fits) return { count: words.length, senses };
  }
  const { besides, own } = lexicon;
  if (besides === undefined || own?.has(word) === true) return undefined;
  const shortened = besides.phrases.get(word)?.some(isShortened);
  return shortened === true ? undefined : longestPhrase(tokens, from, besides, until);
};

const PLACES: ReadonlySet<string> = new Set(['namespaces', 'namespace', 'projects', 'project']);

/** "in all namespaces starting with …" says more of the namespaces than that all are meant. */
const isDescribed = (
  tokens: readonly Read[],
  from: number,
  count: number,
  lexicon: CompiledLexicon,
): boolean => {
  if (count < 2 || !PLACES.has(tokens[from + count - 1]?.word ?? '')) return false;
  const next = longestPhrase(tokens, from + count, lexicon);
  const relative = next?.senses.some(({ is }) => is === 'relative') ?? false;
  const said = relative ? longestPhrase(tokens, from + count + 1, lexicon) : next;
  return said?.senses.some((sense) => sense.is === 'match' || isLabelWord(sense)) ?? false;
};

const isLabelWord = (sense: Sense): boolean => sense.is === 'field' && sense.field === 'label';

/** What a comparison begins with. */
const BEGINS: ReadonlySet<Sense['is']> = new Set(['compare', 'older', 'newer']);

/** "8 GB or more than …": what looks like "or more" is "or" and the start of a comparison. */
const phraseAt = (
  tokens: readonly Read[],
  from: number,
  lexicon: CompiledLexicon,
): ReturnType<typeof longestPhrase> => {
  const phrase = longestPhrase(tokens, from, lexicon);
  if (phrase !== undefined && isDescribed(tokens, from, phrase.count, lexicon))
    return longestPhrase(tokens, from, lexicon, phrase.count - 1);
  if (
    phrase === undefined ||
    phrase.count < 2 ||
    !phrase.senses.some(({ is }) => is === 'suffix')
  ) {
    return phrase;
  }
  const inside = longestPhrase(tokens, from + 1, lexicon);
  const compares = inside?.senses.some(({ is }) => BEGINS.has(is)) ?? false;
  const after = from + 1 + (inside?.count ?? 0);
  const counted =
    /^\d/.test(tokens[after]?.word ?? '') ||
    longestPhrase(tokens, after, lexicon)?.senses.some(({ is }) => is === 'number') === true;
  const longer = compares && counted && inside !== undefined && inside.count + 1 > phrase.count;
  return longer ? longestPhrase(tokens, from, lexicon, 1) : phrase;
};

/** A German noun begins with a capital; "vm-disk" is a name like any other. */
const isCapital = (letter: string | undefined): boolean => /^\p{Lu}/u.test(letter ?? '');

/** "windows-vms", "RWO-Festplatten": a word of the lexicon and the noun it describes. */
const beforeNoun = (
  token: Read,
  { whole }: CompiledLexicon,
  sentence: string,
): Item[] | undefined => {
  const at = token.text.lastIndexOf('-');
  const [first, noun] = [token.text.slice(0, at), token.text.slice(at + 1)];
  const [meant, things] = [whole.get(first)?.senses, whole.get(noun)?.senses];
  const named = isCapital(sentence[token.start + at + 1]);
  const described =
    token.kind === 'word' && things?.some(({ is }) => is === 'noun' || (named && is === 'field'));
  if (meant === undefined || things === undefined || !described) return undefined;
  if (token.end - token.start !== token.text.length) return undefined;
  const split = token.start + at;
  return [
    item([{ ...token, end: split, text: first, word: first }], meant, sentence),
    item([{ ...token, start: split + 1, text: noun, word: noun }], things, sentence),
  ];
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
    item([{ ...token, start: split, word: 'less', text: 'less' }], [WITHOUT], sentence),
    item([{ ...token, end: split, word: stem, text: stem }], key ? [] : senses, sentence),
  ];
};

const WITHOUT: Sense = { is: 'not', how: 'plain' };

/** "powered-off", "non-running": words of the lexicon joined by hyphens. */
const hyphenated = (
  token: Read,
  lexicon: CompiledLexicon,
  sentence: string,
): Item[] | undefined => {
  if (!token.text.includes('-') || token.text === '-') return undefined;
  const whole =
    lexicon.whole.get(token.text.replaceAll('-', ' ')) ??
    // "Windows- oder Linux-VMs": what the hyphen joins it to follows later.
    lexicon.whole.get(token.text.replace(/-$/, ''));
  if (whole !== undefined) return [item([token], whole.senses, sentence)];
  const described = beforeNoun(token, lexicon, sentence);
  if (described !== undefined) return described;
  const rest = token.text.startsWith('non-') ? lexicon.whole.get(token.text.slice(4)) : undefined;
  if (rest === undefined || token.end - token.start !== token.text.length) return undefined;
  const split = token.start + 3;
  return [
    item(
      [{ ...token, end: split, text: 'non', word: 'non' }],
      [{ is: 'not', how: 'plain' }],
      sentence,
    ),
    item(
      [{ ...token, start: split + 1, text: token.text.slice(4), word: token.text.slice(4) }],
      rest.senses,
      sentence,
    ),
  ];
};

/** "rhel9", "win2k22": an operating system and its version in one word. */
const versioned = (token: Read, lexicon: CompiledLexicon, sentence: string): Item[] | undefined => {
  const match = /^([a-z]{2,12})-?(\d[\dk.]{0,6})$/.exec(token.text);
  const senses = lexicon.whole.get(match?.[1] ?? '')?.senses ?? [];
  const os = senses.some((sense) => sense.is === 'value' && sense.field === 'os');
  if (match === null || !os || token.end - token.start !== token.text.length) return undefined;
  const [, family = '', version = ''] = match;
  const split = token.end - version.length;
  return [
    item(
      [{ ...token, end: token.start + family.length, text: family, word: family }],
      senses,
      sentence,
    ),
    item([{ ...token, start: split, text: version, word: version }], [], sentence),
  ];
};

/** A dash that stands alone is punctuation or a range, never a negation. */
const withoutLooseDash = (token: Read, senses: readonly Sense[]): readonly Sense[] =>
  token.kind === 'word' && token.text === '-'
    ? [...senses.filter(({ is }) => is !== 'not'), { is: 'filler' }]
    : senses;

const SILENT: ReadonlySet<Sense['is']> = new Set([
  'filler',
  'relative',
  'which',
  'group',
  'to',
  'place',
  'within',
]);

/** A misspelling is never taken for a word that says nothing: that would drop it unseen. */
const dropsWord = (tokens: readonly Read[], senses: readonly Sense[]): boolean =>
  senses.every(({ is }) => SILENT.has(is)) &&
  tokens.some(({ word, text }) => word !== text && !text.endsWith("'s"));

/** A label named in another language is read by its key. */
const asKey = (found: Item): Item => {
  const name = senseOf(found, 'key')?.name;
  if (name === undefined) return found;
  const senses = found.senses.filter(({ is }) => is !== 'key');
  return { ...found, text: name, raw: name, senses, key: true };
};

const isLiteral = (token: Read, vocabulary: Vocabulary): boolean =>
  token.kind === 'quoted' ||
  token.kind === 'address' ||
  token.kind === 'date' ||
  token.kind === 'clock' ||
  (!isPlainWord(token.word) && kindsOf(vocabulary, token.word).length > 0);

/**
 * Finds the longest known phrases, left to right. Names that exist and look like words
 * ("stopped-web") are protected first; a name that is a word of the language keeps both readings.
 */
export const toItems = (
  tokens: readonly Token[],
  sentence: string,
  lexicon: CompiledLexicon,
  vocabulary: Vocabulary,
): Item[] => {
  const read = splitElisions(tokens, lexicon.elisions).map((token) =>
    readToken(token, lexicon, vocabulary),
  );
  const items: Item[] = [];
  for (let at = 0; at < read.length;) {
    const token = read[at];
    if (token === undefined) break;
    const literal = isLiteral(token, vocabulary);
    const found = literal ? undefined : phraseAt(read, at, lexicon);
    const dropped =
      found !== undefined && dropsWord(read.slice(at, at + found.count), found.senses);
    const phrase = dropped ? undefined : found;
    const joined =
      literal || phrase !== undefined
        ? undefined
        : (without(token, lexicon, vocabulary, sentence) ??
          hyphenated(token, lexicon, sentence) ??
          versioned(token, lexicon, sentence));
    if (phrase !== undefined) {
      const senses = withoutLooseDash(token, phrase.senses);
      items.push(asKey(item(read.slice(at, at + phrase.count), senses, sentence)));
    } else {
      items.push(
        ...(joined ?? [
          { ...item([token], [], sentence), ordinary: lexicon.words.has(token.word) },
        ]),
      );
    }
    at += phrase?.count ?? 1;
  }
  return items;
};
