import type { Predicate } from '@cnv-ai/engine/search';
import { isPredicate } from '../../../answers/search-shape';

/** The longest sentence the search takes, in UTF-16 units. */
export const SENTENCE_LIMIT = 500;

/** What the page is asked: a sentence, or what its edited chips say instead of it. */
export type Question = { readonly sentence: string; readonly filter?: Predicate };

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The question of a link, and whether its filter had to be left out because it is none. */
export const readQuestion = (
  parameters: URLSearchParams,
): { question: Question; broken: boolean } => {
  const sentence = parameters.get('q') ?? '';
  const text = parameters.get('filter');
  if (text === null) return { question: { sentence }, broken: false };
  const filter = parse(text);
  return isPredicate(filter)
    ? { question: { sentence, filter }, broken: false }
    : { question: { sentence }, broken: true };
};

/** The other parameters of the link stay as they are. */
export const writeQuestion = (
  { sentence, filter }: Question,
  parameters: URLSearchParams,
): URLSearchParams => {
  const next = new URLSearchParams(parameters);
  next.delete('q');
  next.delete('filter');
  if (sentence !== '') next.set('q', sentence);
  if (filter !== undefined) next.set('filter', JSON.stringify(filter));
  return next;
};
