import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { say, type Message } from '@cnv-ai/engine/messages';
import type { Answered, AnswerSource } from './answered';

/** `result` stays while a refresh is loading; `error` is set when `status` is `failed`. */
export type Asked<T> = {
  readonly status: 'idle' | 'loading' | 'done' | 'failed';
  readonly result?: T;
  readonly source?: AnswerSource;
  readonly error?: Message;
  /** Asks again. */
  readonly refresh: () => void;
  /** Asks no further; what there is stays. */
  readonly stop: () => void;
};

type Settled<T> = Omit<Asked<T>, 'refresh' | 'stop'>;

/**
 * `quiet`: nobody waits for it, a result is shown already. `show`: a part of the answer that is of
 * use before the rest is there.
 */
export type Ask<T> = (
  signal: AbortSignal,
  quiet: boolean,
  show: (part: Answered<T>) => void,
) => Promise<Answered<T>>;

const failure = (error: unknown): Message =>
  say('No answer could be worked out ({{reason}}). Reload the page and try again.', {
    reason: error instanceof Error ? error.message : String(error),
  });

const startOf = <T>(key: string | undefined): Settled<T> => ({
  status: key === undefined ? 'idle' : 'loading',
});

/**
 * Asks when `key` changes and when told to; `undefined` asks nothing. `renew` asks again without
 * showing it: the result stays as it is until the next one is there, or for good if none comes.
 */
export const useAsked = <T>(
  key: string | undefined,
  ask: Ask<T>,
): { readonly asked: Asked<T>; readonly renew: () => void } => {
  const [known, setKnown] = useState<{ key: string; now: Settled<T> }>();
  const latest = useRef(ask);
  const running = useRef<AbortController | undefined>(undefined);

  useEffect(() => {
    latest.current = ask;
  });

  const run = useCallback(
    (quiet: boolean) => {
      running.current?.abort();
      if (key === undefined) return;
      const mine = new AbortController();
      running.current = mine;
      const put = (next: (before: Settled<T>) => Settled<T>): void => {
        if (mine.signal.aborted) return;
        // Many rows are drawn in slices, so that typing and scrolling go on.
        startTransition(() =>
          setKnown((before) => ({
            key,
            now: next(before?.key === key ? before.now : startOf(key)),
          })),
        );
      };
      const show = (part: Answered<T>): void => put(() => ({ status: 'loading', ...part }));
      const settle: typeof put = (next) => {
        put(next);
        if (!mine.signal.aborted) running.current = undefined;
      };
      latest.current(mine.signal, quiet, show).then(
        ({ result, source }) => settle(() => ({ status: 'done', result, source })),
        (error: unknown) =>
          settle((before) =>
            quiet ? before : { ...before, status: 'failed', error: failure(error) },
          ),
      );
    },
    [key],
  );

  useEffect(() => {
    run(false);
    return () => running.current?.abort();
  }, [run]);

  const refresh = useCallback(() => {
    if (key === undefined) return;
    setKnown((before) =>
      before?.key === key
        ? { key, now: { ...before.now, status: 'loading', error: undefined } }
        : before,
    );
    run(false);
  }, [key, run]);

  const stop = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    if (key === undefined) return;
    setKnown((before) => {
      const now = before?.key === key ? before.now : startOf<T>(key);
      const status = now.result === undefined ? 'idle' : 'done';
      return { key, now: now.status === 'loading' ? { ...now, status } : now };
    });
  }, [key]);

  const renew = useCallback(() => {
    if (running.current === undefined) run(true);
  }, [run]);

  // A result belongs to its question: until the new one's is there, nothing is shown.
  const now = key !== undefined && known?.key === key ? known.now : startOf<T>(key);
  return { asked: { ...now, refresh, stop }, renew };
};
