/**
 * Three-valued truth. What the caller may not read is unknown: it does not match, its negation
 * does not match either, and the row is counted as one that might have matched.
 */
export type Truth = 'yes' | 'no' | 'unknown';

export const truth = (value: boolean): Truth => (value ? 'yes' : 'no');

export const negate = (value: Truth): Truth =>
  value === 'unknown' ? 'unknown' : value === 'yes' ? 'no' : 'yes';

/** Marks a value that could not be read, as opposed to one that is not there. */
export const UNKNOWN = Symbol('unknown');
export type Unknown = typeof UNKNOWN;
