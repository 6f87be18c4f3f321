import { isPredicate } from '../../../../answers/search-shape';
import { object, optional, text } from '../../../../answers/shape';
import { SENTENCE_LIMIT, type Question } from '../question';

/** Sentences asked before, the last one first. */
export type Recent = readonly string[];

/** A search with a name; no two have the same. */
export type Saved = Question & { readonly name: string };

const MOST_RECENT = 20;
/** The console keeps a user's preferences in one ConfigMap. */
const MOST_SAVED = 50;
export const NAME_LIMIT = 80;

const isSaved = object<Saved>({ name: text, sentence: text, filter: optional(isPredicate) });

const listed = (stored: unknown): readonly unknown[] => (Array.isArray(stored) ? stored : []);

/** The sentences in a stored preference, whatever else has come to stand there. */
export const readRecent = (stored: unknown): Recent => listed(stored).filter(text);

export const readSaved = (stored: unknown): readonly Saved[] => listed(stored).filter(isSaved);

export const remembered = (recent: Recent, sentence: string): Recent => {
  const words = sentence.trim();
  if (words === '' || words.length > SENTENCE_LIMIT || recent[0] === words) return recent;
  return [words, ...recent.filter((other) => other !== words)].slice(0, MOST_RECENT);
};

export const forgotten = (recent: Recent, sentence: string): Recent =>
  recent.filter((other) => other !== sentence);

/** Why a search cannot have a name. */
export type NameProblem = 'empty' | 'long' | 'taken' | 'full';

export const nameProblem = (
  saved: readonly Saved[],
  name: string,
  /** The name it has now. */
  own?: string,
): NameProblem | undefined => {
  const wanted = name.trim();
  if (wanted === '') return 'empty';
  if (wanted.length > NAME_LIMIT) return 'long';
  if (wanted !== own && saved.some((other) => other.name === wanted)) return 'taken';
  return own === undefined && saved.length >= MOST_SAVED ? 'full' : undefined;
};

export const withSaved = (
  saved: readonly Saved[],
  { sentence, filter }: Question,
  name: string,
): readonly Saved[] => [
  ...saved,
  { name: name.trim(), sentence, ...(filter === undefined ? {} : { filter }) },
];

export const renamed = (saved: readonly Saved[], before: string, after: string): readonly Saved[] =>
  saved.map((entry) => (entry.name === before ? { ...entry, name: after.trim() } : entry));

export const withoutSaved = (saved: readonly Saved[], name: string): readonly Saved[] =>
  saved.filter((entry) => entry.name !== name);
