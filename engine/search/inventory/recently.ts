/** A map of at most so many entries: what was not asked for lately is forgotten. */
export type Recently<K, V> = {
  get: (key: K) => V | undefined;
  set: (key: K, value: V) => void;
};

export const recently = <K, V>(most: number): Recently<K, V> => {
  const kept = new Map<K, V>();
  const set = (key: K, value: V): void => {
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  };
  return {
    get: (key) => {
      const found = kept.get(key);
      if (found !== undefined) set(key, found);
      return found;
    },
    set,
  };
};
