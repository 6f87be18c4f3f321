import { useCallback, useState, type Dispatch, type SetStateAction } from 'react';

const storageKey = (key: string): string => `console.preference.${key}`;

const isLike = <T>(value: unknown, sample: T): value is T => typeof value === typeof sample;

const stored = <T>(key: string, fallback: T): T => {
  const text = localStorage.getItem(storageKey(key));
  try {
    const value: unknown = text === null ? fallback : JSON.parse(text);
    return isLike(value, fallback) ? value : fallback;
  } catch {
    return fallback;
  }
};

/**
 * A preference that outlives the page, kept by the browser: `[value, set, loaded]`. A stored value
 * of another type than the default is not taken.
 */
export const useUserPreference = <T>(
  key: string,
  defaultValue: T,
): [T, Dispatch<SetStateAction<T>>, boolean] => {
  const [value, setValue] = useState<T>(() => stored(key, defaultValue));
  const set = useCallback<Dispatch<SetStateAction<T>>>(
    (next) => {
      setValue((before) => {
        const after = next instanceof Function ? next(before) : next;
        localStorage.setItem(storageKey(key), JSON.stringify(after));
        return after;
      });
    },
    [key],
  );
  return [value, set, true];
};
