/** Values of one field, of which there may be further ones that could not be read. */
export type Several<T> = { values: readonly T[]; complete: boolean };

/** Each value once, in their order. */
export const several = <T>(values: Iterable<T | undefined>, complete = true): Several<T> => ({
  values: [...new Set([...values].filter((value): value is T => value !== undefined))],
  complete,
});
