import type { Message } from '../../messages';
import type { Predicate } from '../types';
import type { Draft, Link } from './draft';

/** One constraint of the query with the stretch of the sentence it came from. */
export type Part = {
  where: Predicate;
  draft?: Draft;
  /** What is to be said of it, where no draft says so. */
  detail?: Message;
  negated: boolean;
  start: number;
  end: number;
};

/** A constraint or a parenthesis, with how it is joined to what stands before. */
export type Node = {
  /** Without the negation. */
  where: Predicate;
  draft?: Draft;
  /** A parenthesis. */
  parts?: (Part | Part[])[];
  negated: boolean;
  how: 'plain' | 'except' | 'verbal' | 'open' | undefined;
  start: number;
  end: number;
  link: Link;
  /** The noun or a relative pronoun stands between this and the constraint before. */
  clause: boolean;
  /** A relative pronoun stands between. */
  relative: boolean;
  /** "which" stands between: a sentence of its own. */
  asks: boolean;
  /** The noun stands between what joins it and this: "and those in b". */
  again: boolean;
  /** A comma stands before the "or" that joins it, which begins anew: "paused, or stopped in a". */
  apart: boolean;
  /** "anything" stands between what joins it and this. */
  whole: boolean;
  /** "ones" stands behind it: "the stopped ones". */
  named: boolean;
  either: boolean;
  /** After "but": what was joined before it is complete. */
  contrasts: boolean;
  /** After "nor". */
  nor: boolean;
};
