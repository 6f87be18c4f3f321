import { isRecord } from '@cnv-ai/engine/kubernetes';

/** Says whether something that came over the wire has a shape. Unknown fields are allowed. */
export type Shape<T> = (value: unknown) => value is T;

export const text: Shape<string> = (value) => typeof value === 'string';
export const number: Shape<number> = (value): value is number =>
  typeof value === 'number' && Number.isFinite(value);
export const flag: Shape<boolean> = (value) => typeof value === 'boolean';
/** Whatever JSON can hold, or nothing. */
export const anything: Shape<unknown> = (value): value is unknown => typeof value !== 'function';

export const oneOf =
  <const T extends string>(...values: readonly T[]): Shape<T> =>
  (value): value is T =>
    values.some((allowed) => allowed === value);

export const optional =
  <T>(shape: Shape<T>): Shape<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || shape(value);

export const either =
  <A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> =>
  (value): value is A | B =>
    first(value) || second(value);

export const listOf =
  <T>(shape: Shape<T>): Shape<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(shape);

export const recordOf =
  <T>(shape: Shape<T>): Shape<Record<string, T>> =>
  (value): value is Record<string, T> =>
    isRecord(value) && Object.values(value).every(shape);

export const object =
  <T extends object>(fields: { [K in keyof T]-?: Shape<T[K]> }): Shape<T> =>
  (value): value is T => {
    if (!isRecord(value)) return false;
    for (const name in fields) {
      if (!fields[name](Object.hasOwn(value, name) ? value[name] : undefined)) return false;
    }
    return true;
  };

/** A path within this console: nothing a link from the wire could leave it by. */
export const localPath: Shape<string> = (value): value is string =>
  typeof value === 'string' && /^\/(?![/\\])/.test(value);
