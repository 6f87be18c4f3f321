import { FIELDS, type Field } from '../fields';
import { tokenize } from '../sentence/tokens';
import { finish, type Steps } from '../slices';
import { englishGrammar } from './en-grammar';
import { englishOrders } from './en-orders';
import { englishRefusals } from './en-refusals';
import { englishTime } from './en-time';
import { englishValues } from './en-values';
import { plainForms, splitElisions, withEndings } from './forms';
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
  /** What is written together with the next word: "l'", "d'". */
  elisions: readonly string[];
  /** English, where the language itself does not know the word: sentences are often mixed. */
  besides?: CompiledLexicon;
  /** Words of the language itself, without the technical ones. */
  own?: ReadonlySet<string>;
};

const fieldSense = (field: string, word: string, plural: boolean): readonly [string, Sense] => [
  word,
  { is: 'field', field, ...(plural ? { plural: true } : {}) },
];

const wordsOf = (list: string | undefined): string[] =>
  (list ?? '').split('|').filter((word) => word !== '');

const hostEntries = ({ name, hostStates }: Field): Lexicon['entries'] =>
  hostStates === undefined
    ? []
    : [
        [hostStates.yes, { is: 'hostState', field: name, value: true }],
        [hostStates.no, { is: 'hostState', field: name, value: false }],
      ];

const phraseEntries = ({ name, phrases }: Field): Lexicon['entries'] =>
  (phrases?.en ?? []).map(([words, value]) => [words, { is: 'value', field: name, value }]);

/** Words that end in "s" but name one thing. */
const SINGULAR = /(?:status|\bos|address|\bns|class)$/;

/** The name a field has in the query language is a word for it too: `storageClass:fast`. */
const fieldWords = ({ name, words }: Field): Lexicon['entries'] =>
  [...new Set([...wordsOf(words.en), name.toLowerCase()])].map((word) =>
    fieldSense(name, word, word.endsWith('s') && !SINGULAR.test(word)),
  );

const englishFields: Lexicon['entries'] = FIELDS.flatMap((field) => [
  ...fieldWords(field),
  ...phraseEntries(field),
  ...hostEntries(field),
]);

const ownFields = (fields: Lexicon['fields'] = {}): Lexicon['entries'] =>
  Object.entries(fields).flatMap(([field, words]) =>
    wordsOf(words).map((word) => fieldSense(field, word.replace('*', ''), word.endsWith('*'))),
  );

const english: Lexicon = {
  language: 'en',
  entries: [
    ...englishFields,
    ...englishValues,
    ...englishTime,
    ...englishGrammar,
    ...englishRefusals,
    ...englishOrders,
  ],
  ordinary: [],
};

/** Names of fields that are words of an English sentence, not technical ones. */
const SAID: ReadonlySet<string> = new Set(['named', 'called', 'tagged', 'labeled', 'labelled']);

/** Technical words are English everywhere: values, fields, signs, and what is refused. */
const technical: Lexicon['entries'] = [
  ...englishFields.filter(([word]) => !SAID.has(word)),
  ...englishValues,
  ...englishRefusals,
  ['vm', { is: 'noun', one: true }],
  ['vms|vmis', { is: 'noun' }],
  ['-|!', { is: 'not', how: 'plain' }],
  ['&', { is: 'and' }],
  ['top', { is: 'top' }],
  ['>', { is: 'compare', op: 'gt' }],
  ['>=', { is: 'compare', op: 'gte' }],
  ['<', { is: 'compare', op: 'lt' }],
  ['<=', { is: 'compare', op: 'lte' }],
  ['=|==', { is: 'compare', op: 'is' }],
  ['+', { is: 'suffix', op: 'gte' }],
];

/** The words of a phrase as the sentence is cut. */
const cut = (text: string, elisions: readonly string[]): string[] => {
  // Most phrases are plain words; thousands of them are cut before the first answer.
  if (/^[a-zß-ɏ]+(?: [a-zß-ɏ]+)*$/.test(text)) return text.split(' ');
  const tokens = splitElisions(tokenize(text), elisions).map((token) => token.text);
  // A lone "!" is punctuation to the tokenizer, but a word here.
  return tokens.length === 0 ? [text] : tokens;
};

type Index = Map<string, Phrase>;

const addPhrase = (index: Index, words: readonly string[], senses: readonly Sense[]): void => {
  const key = words.join(' ');
  const known = index.get(key);
  if (known === undefined) index.set(key, { words, senses: [...senses] });
  else known.senses.push(...senses);
};

/** Thousands of phrases: a step for each entry. */
function* indexOf({ entries, fields, elisions = [] }: Lexicon): Steps<Index> {
  const index: Index = new Map();
  for (const [phrases, ...senses] of [...ownFields(fields), ...entries]) {
    for (const text of phrases.split('|').flatMap(withEndings)) {
      addPhrase(index, cut(text, elisions), senses);
    }
    yield;
  }
  return index;
}

/** Further phrases, where the language itself has none of these words. */
const fill = (index: Index, more: Iterable<Phrase>): void => {
  const own = new Set(index.keys());
  for (const { words, senses } of more) {
    if (!own.has(words.join(' '))) addPhrase(index, words, senses);
  }
};

/** Accents are often left out in typing. */
const unaccented = (index: Index): Phrase[] =>
  [...index.values()].flatMap(({ words, senses }) =>
    plainForms(words.join(' ')).map((text) => ({ words: text.split(' '), senses })),
  );

/** Apostrophes are often left out in typing: "whats", "cant". */
const withoutApostrophes = (index: Index): Phrase[] =>
  [...index.values()]
    .filter(({ words }) => words.some((word) => word.includes("'")))
    .map(({ words, senses }) => ({
      words: words.map((word) => word.replaceAll("'", '')),
      senses,
    }));

/** Words one types most and that say nothing, with two letters exchanged: "shwo", "teh". */
const HASTY = 'show list find give the that which what with please have need want'.split(' ');

const exchanged = (index: Index): Phrase[] =>
  HASTY.flatMap((word) => {
    const senses = index.get(word)?.senses ?? [];
    return Array.from(word.slice(1), (_, at) => ({
      words: [`${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`],
      senses,
    }));
  });

const silent: ReadonlySet<Sense['is']> = new Set([
  ...(['filler', 'relative', 'which', 'group', 'to', 'with'] as const),
  'talk',
]);

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

const compileIndex = (
  index: Index,
  { language, ordinary, elisions = [] }: Lexicon,
): CompiledLexicon => {
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of index.values()) {
    const first = phrase.words[0] ?? '';
    const list = byFirst.get(first);
    if (list === undefined) byFirst.set(first, [phrase]);
    else list.push(phrase);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    phrases: byFirst,
    whole: index,
    words: new Set([...ordinary, ...[...index.values()].flatMap(({ words }) => words)]),
    // Elsewhere too few ordinary words are known to tell a misspelling from another word.
    correctable:
      language === 'en' ? correctableWords(index.values(), new Set(ordinary)) : new Map(),
    elisions,
  };
};

let sharedIndex: Index | undefined;

function* technicalIndex(): Steps<Index> {
  sharedIndex ??= yield* indexOf({ language: 'en', entries: technical, ordinary: [] });
  return sharedIndex;
}

function* compileLexicon(lexicon: Lexicon): Steps<CompiledLexicon> {
  const index = yield* indexOf(lexicon);
  if (lexicon.language === 'en') {
    fill(index, withoutApostrophes(index));
    fill(index, exchanged(index));
    yield;
    return compileIndex(index, lexicon);
  }
  fill(index, unaccented(index));
  const own = new Set([...index.values()].flatMap(({ words }) => words).concat(lexicon.ordinary));
  fill(index, (yield* technicalIndex()).values());
  yield;
  return { ...compileIndex(index, lexicon), besides: lexiconFor('en'), own };
}

/** Further words, by language. */
export type Words = Readonly<Record<string, Partial<Pick<Lexicon, 'entries' | 'ordinary'>>>>;

const known = new Map([[english.language, english]]);
const ready = new Map<string, CompiledLexicon>();
const parts = new Map<string, Words>();

/** Further words, which a part of the program brings; what was made ready before is made again. */
export const addWords = (part: string, words: Words): void => {
  parts.set(part, words);
  ready.clear();
};

const withParts = (lexicon: Lexicon): Lexicon => {
  const more = [...parts.values()].flatMap((words) => words[lexicon.language] ?? []);
  return {
    ...lexicon,
    entries: [lexicon, ...more].flatMap(({ entries = [] }) => entries),
    ordinary: [lexicon, ...more].flatMap(({ ordinary = [] }) => ordinary),
  };
};

/** Adds languages; what is known already stays as it is. */
export const teach = (lexicons: readonly Lexicon[]): void => {
  for (const lexicon of lexicons) {
    if (!known.has(lexicon.language)) known.set(lexicon.language, lexicon);
  }
};

/** Every language that is known, English first. */
export const languages = (): readonly string[] => [...known.keys()];

/** Makes a language ready before somebody writes in it: some hundredths of a second of work. */
export function* prepare(lexicon: Lexicon): Steps<CompiledLexicon> {
  const compiled = ready.get(lexicon.language) ?? (yield* compileLexicon(withParts(lexicon)));
  ready.set(lexicon.language, compiled);
  return compiled;
}

/** The same for English, with all that is known of it by now. */
export const prepareEnglish = (): Steps<CompiledLexicon> => prepare(known.get('en') ?? english);

/** The lexicon of a language; English where there is none. */
export const lexiconFor = (locale: string): CompiledLexicon => {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  const lexicon = known.get(language) ?? english;
  return ready.get(lexicon.language) ?? finish(prepare(lexicon));
};
