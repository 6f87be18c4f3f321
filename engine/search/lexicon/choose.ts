import { languages, lexiconFor, type CompiledLexicon } from '.';
import { isUnspaced, type Token } from '../sentence/tokens';
import { splitElisions } from './forms';

const phraseLength = (
  tokens: readonly Token[],
  from: number,
  { phrases }: CompiledLexicon,
): number => {
  for (const { words } of phrases.get(tokens[from]?.text ?? '') ?? []) {
    let length = 1;
    while (length < words.length && tokens[from + length]?.text === words[length]) length += 1;
    if (length === words.length) return length;
  }
  return 0;
};

const UNSPACED: ReadonlySet<string> = new Set(['ja', 'ko', 'zh']);

/** Where in the sentence the words stand that a language knows, and how many letters it does not. */
type Knowledge = { known: ReadonlySet<number>; unknown: number };

const knowledge = (tokens: readonly Token[], lexicon: CompiledLexicon): Knowledge => {
  const known = new Set<number>();
  let unknown = 0;
  for (let at = 0; at < tokens.length;) {
    const length = phraseLength(tokens, at, lexicon);
    for (let next = at; next < at + length; next += 1) known.add(tokens[next]?.start ?? 0);
    const word = tokens[at]?.text ?? '';
    // A name such as "prod-web" is unknown to all of them.
    if (length === 0 && /^[\p{L}']+$/u.test(word)) unknown += word.length;
    at += Math.max(1, length);
  }
  return { known, unknown };
};

/**
 * The lexicon for a sentence: the reader's own language, English where none is known, unless
 * another knows all that it knows and more. So a word that happens to be one elsewhere ("zone
 * mars") takes no sentence away from its language.
 */
export const lexiconOf = (tokens: readonly Token[], locale: string): CompiledLexicon => {
  const own = lexiconFor(locale);
  const { known, unknown } = knowledge(splitElisions(tokens, own.elisions), own);
  let best = own;
  let least = unknown;
  const unspaced = tokens.some(({ text }) => isUnspaced(text));
  for (const language of languages()) {
    if (least === 0) break;
    if (language !== 'en' && UNSPACED.has(language) !== unspaced) continue;
    const lexicon = lexiconFor(language);
    if (lexicon === own) continue;
    const split = splitElisions(tokens, lexicon.elisions);
    // Most languages lack a word, whatever phrases they have.
    if (split.some(({ start, text }) => known.has(start) && !lexicon.words.has(text))) continue;
    const other = knowledge(split, lexicon);
    const knowsAll = [...known].every((start) => other.known.has(start));
    if (knowsAll && other.unknown < least) [best, least] = [lexicon, other.unknown];
  }
  return best;
};

/**
 * Whether other languages should be taught before a sentence is read: the reader's own is another,
 * or English leaves words of it over. A name that English does not know asks for them too.
 */
export const needsLanguages = (tokens: readonly Token[], locale: string): boolean =>
  languages().length === 1 &&
  (!/^en(?:[-_]|$)/i.test(locale) || knowledge(tokens, lexiconFor('en')).unknown > 0);
