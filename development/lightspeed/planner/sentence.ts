import { prose, type Facts } from './facts';
import { wordsOf } from './words';

const sentenceKeys = new Set(['query', 'question', 'sentence', 'search', 'request']);

/**
 * The user's own sentence: what a line names as such, else the one longer quotation, else the first
 * paragraph that is no list of `key: value` lines.
 */
export const userSentence = ({ question, pairs, quoted }: Facts): string => {
  const named = pairs.find(({ key }) => key.some((word) => sentenceKeys.has(word)));
  if (named) return named.value;
  const [quotation, ...others] = quoted.filter((piece) => wordsOf(piece).length > 2);
  if (quotation !== undefined && others.length === 0) return quotation;
  const paragraphs = prose(question)
    .split(/\n\s*\n/)
    .map((text) => text.split(/\s+/).join(' ').trim());
  return paragraphs.find((paragraph) => paragraph !== '') ?? '';
};
