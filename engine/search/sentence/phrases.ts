import type { CompiledLexicon, Phrase } from '../lexicon';
import type { Sense } from '../lexicon/senses';
import type { Read } from './read-token';

/** "mon" and "mar" are words of other languages. */
const isShortened = ({ senses, words }: Phrase): boolean =>
  senses.some(({ is }) => is === 'month' || is === 'weekday') && (words[0]?.length ?? 0) < 4;

const stands = (words: readonly string[], tokens: readonly Read[], from: number): boolean => {
  for (const [offset, word] of words.entries()) {
    const token = tokens[from + offset];
    if (token?.word !== word || (token.kind !== 'word' && token.kind !== 'symbol')) return false;
  }
  return true;
};

const longestPhrase = (
  tokens: readonly Read[],
  from: number,
  lexicon: CompiledLexicon,
  until = Infinity,
): { count: number; senses: readonly Sense[] } | undefined => {
  const word = tokens[from]?.word ?? '';
  for (const { words, senses } of lexicon.phrases.get(word) ?? []) {
    if (words.length > until) continue;
    if (stands(words, tokens, from)) return { count: words.length, senses };
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
export const phraseAt = (
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
