import { FIELDS } from '../fields';
import { tokenize } from '../sentence/tokens';
import { englishGrammar } from './en-grammar';
import { englishRefusals } from './en-refusals';
import { englishTime } from './en-time';
import { englishValues } from './en-values';
import { englishWords } from './en-words';
import type { Lexicon, Sense } from './senses';

/** A phrase in words, and what it may mean. */
export type Phrase = { words: readonly string[]; senses: Sense[] };

/** A language ready for use: phrases by their first word, longest first, and every correct word. */
export type CompiledLexicon = {
  phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases of several words, written as one with hyphens. */
  whole: ReadonlyMap<string, Phrase>;
  words: ReadonlySet<string>;
  /** Words a misspelling may be corrected to: those that mean something. */
  correctable: ReadonlyMap<number, readonly string[]>;
};

const fieldEntries = (language: string): Lexicon['entries'] =>
  FIELDS.flatMap(({ name, words }) =>
    (words[language] ?? '')
      .split('|')
      .filter((word) => word !== '')
      .map((word): readonly [string, Sense] => [
        word,
        { is: 'field', field: name, ...(word.endsWith('s') ? { plural: true } : {}) },
      ]),
  );

const LEXICONS: readonly Lexicon[] = [
  {
    language: 'en',
    entries: [...englishValues, ...englishTime, ...englishGrammar, ...englishRefusals],
    ordinary: englishWords,
  },
];

const addPhrase = (index: Map<string, Phrase>, text: string, senses: readonly Sense[]): void => {
  const tokens = tokenize(text).map((token) => token.text);
  // A lone "!" is punctuation to the tokenizer, but a word here.
  const words = tokens.length === 0 ? [text] : tokens;
  const key = words.join(' ');
  const known = index.get(key);
  if (known === undefined) index.set(key, { words, senses: [...senses] });
  else known.senses.push(...senses);
};

const silent: ReadonlySet<Sense['is']> = new Set(['filler', 'relative', 'which', 'group', 'to']);

const correctableWords = (
  phrases: Iterable<Phrase>,
  ordinary: ReadonlySet<string>,
): Map<number, string[]> => {
  const found = new Set<string>();
  for (const { words, senses } of phrases) {
    if (senses.every(({ is }) => silent.has(is))) continue;
    for (const word of words)
      if (!ordinary.has(word) && word.length >= 4 && /^[\p{L}']+$/u.test(word)) found.add(word);
  }
  const byLength = new Map<number, string[]>();
  for (const word of found) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  return byLength;
};

const compileLexicon = ({ language, entries, ordinary }: Lexicon): CompiledLexicon => {
  const index = new Map<string, Phrase>();
  for (const [phrases, ...senses] of [...fieldEntries(language), ...entries]) {
    for (const text of phrases.split('|')) addPhrase(index, text, senses);
  }
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of index.values()) {
    const first = phrase.words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    phrases: byFirst,
    whole: index,
    words: new Set([...ordinary, ...[...index.values()].flatMap(({ words }) => words)]),
    correctable: correctableWords(index.values(), new Set(ordinary)),
  };
};

const compiled = new Map(LEXICONS.map((lexicon) => [lexicon.language, lexicon]));
const ready = new Map<string, CompiledLexicon>();

/** The lexicon of a language; English where there is none. */
export const lexiconFor = (locale: string): CompiledLexicon => {
  const language = compiled.has(locale) ? locale : 'en';
  const known = ready.get(language);
  if (known !== undefined) return known;
  const built = compileLexicon(compiled.get(language) ?? { language, entries: [], ordinary: [] });
  ready.set(language, built);
  return built;
};
