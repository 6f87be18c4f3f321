/**
 * Total access to JSON of unknown shape. What a cluster returns may lack any field or hold another
 * type than its schema says; these functions answer `undefined` or an empty list, and never throw.
 */
export type Path = readonly (string | number)[];

/** Rules read millions of fields; a look-up of a global for each is what costs the most. */
const { isArray } = Array;
const { hasOwn } = Object;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !isArray(value);

const follow = (value: unknown, path: Path): unknown => {
  let current = value;
  for (const key of path) {
    if (isArray(current)) {
      current = typeof key === 'number' ? (current[key] as unknown) : undefined;
    } else {
      current = isRecord(current) && hasOwn(current, key) ? current[key] : undefined;
    }
    if (current === undefined) return undefined;
  }
  return current;
};

/** The value at a path, or `undefined`. Only own properties count. */
export const at = (value: unknown, ...path: Path): unknown => follow(value, path);

export const textAt = (value: unknown, ...path: Path): string | undefined => {
  const found = follow(value, path);
  return typeof found === 'string' ? found : undefined;
};

export const numberAt = (value: unknown, ...path: Path): number | undefined => {
  const found = follow(value, path);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
};

export const flagAt = (value: unknown, ...path: Path): boolean | undefined => {
  const found = follow(value, path);
  return typeof found === 'boolean' ? found : undefined;
};

export const listAt = (value: unknown, ...path: Path): readonly unknown[] => {
  const found = follow(value, path);
  return isArray(found) ? (found as unknown[]) : [];
};

export const recordAt = (value: unknown, ...path: Path): Readonly<Record<string, unknown>> => {
  const found = follow(value, path);
  return isRecord(found) ? found : {};
};

const isOfTexts = (
  record: Readonly<Record<string, unknown>>,
): record is Readonly<Record<string, string>> =>
  Object.values(record).every((entry) => typeof entry === 'string');

/** A record of strings, such as labels or a node selector; entries of another type are left out. */
export const textsAt = (value: unknown, ...path: Path): Readonly<Record<string, string>> => {
  const found = recordAt(value, ...path);
  return isOfTexts(found)
    ? found
    : Object.fromEntries(
        Object.entries(found).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      );
};

/** JSON Pointer (RFC 6901) of a path. */
export const pointer = (...path: Path): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Order by UTF-16 code unit: the same everywhere, unlike a locale's. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
