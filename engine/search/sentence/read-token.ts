import { correction } from '../../spelling';
import type { CompiledLexicon } from '../lexicon';
import type { Sense } from '../lexicon/senses';
import { isPartOfAny } from '../names';
import { isLabelValue, kindsOf, type Vocabulary } from '../vocabulary';
import type { Item } from './items';
import { isKeyName } from './label-pairs';
import type { Token } from './tokens';

export const isPlainWord = (text: string): boolean => /^[\p{L}']+$/u.test(text);

/** A token with the word it is read as: itself, unless misspelt. */
export type Read = Token & { word: string };

/** "alice's", "the owners'": whose something is; the word stands before. */
export const withoutPossessive = (text: string): string => text.replace(/'s$|(?<=s)'$/, '');

const isPartOfName = ({ namespaces, machines, nodes }: Vocabulary, word: string): boolean =>
  [namespaces, machines, nodes].some((names) => isPartOfAny(names, word));

export const readToken = (token: Token, lexicon: CompiledLexicon, vocabulary: Vocabulary): Read => {
  const bare = withoutPossessive(token.text);
  const known = lexicon.words.has(token.text) ? token.text : bare;
  const exact =
    token.kind !== 'word' ||
    lexicon.words.has(known) ||
    lexicon.words.has(known.replace(/s$/, '')) ||
    kindsOf(vocabulary, known).length > 0 ||
    isKeyName(vocabulary, known) ||
    isLabelValue(vocabulary, known) ||
    !isPlainWord(known);
  const meant = exact ? undefined : correction(known, lexicon.correctable);
  // "archive" of archive-core is no misspelling of "active".
  const named = meant !== undefined && isPartOfName(vocabulary, known);
  return { ...token, word: named ? known : (meant ?? known) };
};

export const itemOf = (
  tokens: readonly Read[],
  senses: readonly Sense[],
  sentence: string,
): Item => {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const start = first?.start ?? 0;
  const end = last?.end ?? start;
  const words = tokens.map(({ word }) => word).join(' ');
  const given = tokens.map(({ text }) => withoutPossessive(text)).join(' ');
  const quoted = tokens.length === 1 && first?.kind === 'quoted';
  const corrected =
    senses.length > 0 && words !== given && !tokens.some(({ text }) => text.includes("'"));
  return {
    kind: first?.kind ?? 'word',
    text: senses.length === 0 ? given : words,
    raw: quoted ? first.raw : sentence.slice(start, end),
    start,
    end,
    senses,
    // Items of one shape are read several times as fast.
    talk: undefined,
    key: undefined,
    readAs: corrected ? words : undefined,
    ordinary: undefined,
  };
};
