import { indexOf, waitFor, type Counts, type Window } from './window';

/** Counts calls by name. */
export type CountStore = {
  /** Counts one more call if it fits; else answers the milliseconds until it does. Counts nothing then. */
  readonly take: (name: string, window: Window, now: number) => Promise<number>;
  readonly close: () => Promise<void>;
};

const MOST_NAMES = 10_000;

/** Counts in this process. Of too many names those that called longest ago are forgotten. */
export const memoryStore = (): CountStore => {
  const kept = new Map<string, Counts & { readonly index: number }>();

  const countsOf = (name: string, index: number): Counts => {
    const found = kept.get(name);
    if (found === undefined || found.index < index - 1) return { current: 0, previous: 0 };
    return found.index === index ? found : { current: 0, previous: found.current };
  };

  return {
    take: (name, window, now) => {
      const index = indexOf(window, now);
      const counts = countsOf(name, index);
      const wait = waitFor(window, counts, now);
      if (wait > 0) return Promise.resolve(wait);
      kept.delete(name);
      const oldest = kept.size >= MOST_NAMES ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      kept.set(name, { index, current: counts.current + 1, previous: counts.previous });
      return Promise.resolve(0);
    },
    close: () => Promise.resolve(),
  };
};
