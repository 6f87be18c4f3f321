import { setTimeout as pause } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import type { HttpServer } from './server';

const LONGEST_DRAIN = 8_000;
const STEP = 20;

/**
 * What a server is doing: how many calls it answers, and whether it is on its way out. While it
 * drains it refuses new calls and says it is not ready; calls in flight have 8 s to finish.
 */
export const lifecycle = (server: HttpServer, onCount: (count: number) => void) => {
  let draining = false;
  let running = 0;

  const count = (change: number): void => {
    running += change;
    onCount(running);
  };

  const drain = async (): Promise<void> => {
    draining = true;
    const end = Date.now() + LONGEST_DRAIN;
    while (running > 0 && Date.now() < end) await pause(STEP);
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    const sweep = setInterval(() => {
      if (Date.now() < end) server.closeIdleConnections();
      else server.closeAllConnections();
    }, STEP);
    await closed;
    clearInterval(sweep);
  };

  let ended: Promise<void> | undefined;
  return {
    isDraining: (): boolean => draining,
    /** Counts a call until its answer is written or its caller has gone. */
    track: (response: ServerResponse): void => {
      count(1);
      response.once('close', () => count(-1));
    },
    /** Stops once; asked again it answers the same promise. */
    close: (): Promise<void> => (ended ??= drain()),
  };
};

export type Lifecycle = ReturnType<typeof lifecycle>;
