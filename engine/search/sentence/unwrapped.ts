import type { Vocabulary } from '../vocabulary';
import { withoutClaims } from './claim-names';
import { withoutCommand } from './command-line';
import { withoutLines } from './pasted-lines';
import { withoutPairs } from './pasted-pairs';

/** Signs of a text that was copied from elsewhere; most sentences have none of them. */
const COPIED = /[{}[\]"'=:/\n]|\|\||&&|\b(?:kubectl|oc|k|virtctl)\s|\d[smhd]\s|[A-Z][a-z]+[A-Z]/;

type Unwrap = (text: string, vocabulary: Vocabulary) => string;

/** "a || b", "a && b": as programs join them. */
const withoutOperators: Unwrap = (text) => text.replace(/\|\|/g, 'or').replace(/&&/g, ', ');

const STEPS: readonly Unwrap[] = [withoutCommand, withoutLines, withoutPairs, withoutOperators];

/**
 * What was copied from a terminal, an alert, a log or a manifest, as the grammar says it: names and
 * known attributes stay where they are, and what such texts have beside them is blank.
 */
export const unwrapped: Unwrap = (sentence, vocabulary) => {
  const text = withoutClaims(sentence, vocabulary);
  return COPIED.test(text)
    ? STEPS.reduce((written, step) => step(written, vocabulary), text)
    : text;
};
