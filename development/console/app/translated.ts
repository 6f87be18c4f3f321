const REFERENCE = /^%(.+)%$/;

/** A copy of an extension's properties with `%namespace~key%` in the reader's language. */
export const translated = (value: unknown, translate: (key: string) => string): unknown => {
  if (typeof value === 'string') {
    const key = REFERENCE.exec(value)?.[1];
    return key === undefined ? value : translate(key);
  }
  if (Array.isArray(value)) return value.map((item) => translated(item, translate));
  // Code references are functions and stay what they are.
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, translated(item, translate)]),
  );
};
