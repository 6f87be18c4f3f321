/** How many calls may fall into a stretch of time. */
export type Window = {
  readonly limit: number;
  /** Milliseconds. */
  readonly length: number;
  /** `sliding` is the stretch up to now; `fixed` ones follow each other, as days do. */
  readonly kind: 'sliding' | 'fixed';
};

/** Calls let in during the stretch a time falls into, and during the one before it. */
export type Counts = { readonly current: number; readonly previous: number };

/** The number of the stretch a time falls into, counted from the epoch. */
export const indexOf = ({ length }: Window, now: number): number => Math.floor(now / length);

/** The part of the stretch before that still counts: what a sliding window reaches back to. */
export const weightOf = ({ kind, length }: Window, now: number): number =>
  kind === 'sliding' ? 1 - (now % length) / length : 0;

/**
 * Milliseconds until one more call fits; 0: it fits now. The calls of the stretch before are taken
 * to be spread evenly over it.
 */
export const waitFor = (window: Window, { current, previous }: Counts, now: number): number => {
  const { limit, length } = window;
  if (current + previous * weightOf(window, now) < limit) return 0;
  const left = length - (now % length);
  if (current < limit) return Math.min(left, left - (length * (limit - current)) / previous + 1);
  return window.kind === 'fixed' ? left : left + length * (1 - limit / current) + 1;
};
