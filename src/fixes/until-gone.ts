import { MINUTE, SECOND } from '@cnv-ai/engine/kubernetes';
import type { Diagnosis } from '@cnv-ai/engine/diagnosis';

/** What controllers usually need to act on a change; after it the cause counts as still there. */
export const PATIENCE = 2 * MINUTE;
const FIRST_PAUSE = 2 * SECOND;
const LONGEST_PAUSE = 10 * SECOND;

export type Pace = {
  readonly patience: number;
  readonly firstPause: number;
};

const PACE: Pace = { patience: PATIENCE, firstPause: FIRST_PAUSE };

const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new Error('Nobody waits any more.'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop);
  });

/** Whether a cause is found no more; a diagnosis that could not look says nothing about it. */
const isGone = ({ rootCauses, unchecked, verdict }: Diagnosis, cause: string): boolean =>
  !['forbidden', 'unavailable', 'unknown'].includes(verdict) &&
  !rootCauses.some(({ id }) => id === cause) &&
  !unchecked.some(({ couldHide }) => couldHide.includes(cause));

/**
 * Diagnoses again, ever more rarely, until a cause is gone. Answers whether it went within the
 * patience; rejects only when `signal` aborts.
 */
export const untilGone = async (
  cause: string,
  diagnose: (signal: AbortSignal) => Promise<Diagnosis>,
  signal: AbortSignal,
  { patience, firstPause }: Pace = PACE,
): Promise<boolean> => {
  const end = Date.now() + patience;
  for (let pause = firstPause; Date.now() < end; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
    await wait(pause, signal);
    const found = await diagnose(signal).catch(() => undefined);
    signal.throwIfAborted();
    if (found !== undefined && isGone(found, cause)) return true;
  }
  return false;
};
