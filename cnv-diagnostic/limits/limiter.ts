import { createHash } from 'node:crypto';
import type { Logger } from '../observability/log';
import { memoryStore, type CountStore } from './store';
import type { Window } from './window';

/** Of tool calls; what is absent is not limited. */
export type Limits = {
  /** By one user within any minute. */
  readonly perMinute?: number;
  /** By one user at the same time, in this replica. */
  readonly atOnce?: number;
  /** By all users on one day (UTC). */
  readonly perDay?: number;
};

export type Refusal = {
  readonly reason: 'rate_limited' | 'too_many_at_once' | 'quota_used_up';
  readonly message: string;
  /** Seconds, at least 1. */
  readonly retryAfter: number;
};

export type Admission = { readonly release: () => void } | { readonly refusal: Refusal };

/** Lets calls in, each under the name of its caller. */
export type Limiter = {
  readonly enter: (caller: string) => Promise<Admission>;
  readonly close: () => Promise<void>;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const SENTENCES: Readonly<Record<Refusal['reason'], (seconds: number) => string>> = {
  rate_limited: (seconds) =>
    `You ask more often than this server allows; ask again in ${seconds} s.`,
  too_many_at_once: () =>
    'You wait for as many answers as this server allows; ask again when one is there.',
  quota_used_up: () =>
    'The questions of this cluster for today are used up; ask again tomorrow (UTC).',
};

const refusalOf = (reason: Refusal['reason'], wait: number): Refusal => {
  const retryAfter = Math.max(1, Math.ceil(wait / 1000));
  return { reason, message: SENTENCES[reason](retryAfter), retryAfter };
};

export type LimiterParts = {
  readonly limits: Limits;
  /** Counts of all replicas; absent: those of this one. */
  readonly shared?: CountStore;
  readonly log: Logger;
  /** Told whether the shared counts could be had. */
  readonly onShared?: (available: boolean) => void;
  readonly clock?: () => number;
};

/** The shared counts, or this replica's own while those cannot be had: a call never fails for them. */
const withFallback = ({ shared, log, onShared }: LimiterParts): CountStore => {
  const own = memoryStore();
  if (shared === undefined) return own;
  let available = true;
  const tell = (now: boolean): void => {
    onShared?.(now);
    if (now === available) return;
    available = now;
    if (now) log.info('shared limits are back');
    else log.warn('shared limits cannot be read; each replica counts for itself');
  };
  return {
    take: async (name, window, now) => {
      try {
        const wait = await shared.take(name, window, now);
        tell(true);
        return wait;
      } catch {
        tell(false);
        return own.take(name, window, now);
      }
    },
    close: shared.close,
  };
};

/** A name that tells nothing of the user to who reads the counts. */
const nameOf = (caller: string): string =>
  `user-${createHash('sha256').update(caller).digest('base64url').slice(0, 22)}`;

type Take = {
  readonly reason: Refusal['reason'];
  readonly name: (caller: string) => string;
  readonly window: Window;
};

const takesOf = ({ perMinute, perDay }: Limits): readonly Take[] => {
  const takes: Take[] = [];
  if (perMinute !== undefined) {
    const window = { limit: perMinute, length: MINUTE, kind: 'sliding' } as const;
    takes.push({ reason: 'rate_limited', name: (caller) => caller, window });
  }
  if (perDay !== undefined) {
    const window = { limit: perDay, length: DAY, kind: 'fixed' } as const;
    takes.push({ reason: 'quota_used_up', name: () => 'cluster', window });
  }
  return takes;
};

export const limiter = (parts: LimiterParts): Limiter => {
  const { limits, clock = Date.now } = parts;
  const { atOnce = Number.POSITIVE_INFINITY } = limits;
  const store = withFallback(parts);
  const takes = takesOf(limits);
  const running = new Map<string, number>();

  const count = (caller: string, change: number): void => {
    const next = (running.get(caller) ?? 0) + change;
    if (next === 0) running.delete(caller);
    else running.set(caller, next);
  };

  return {
    enter: async (who) => {
      const caller = nameOf(who);
      if ((running.get(caller) ?? 0) >= atOnce) {
        return { refusal: refusalOf('too_many_at_once', 0) };
      }
      count(caller, 1);
      const release = (): void => count(caller, -1);
      for (const { reason, name, window } of takes) {
        const wait = await store.take(name(caller), window, clock());
        if (wait > 0) {
          release();
          return { refusal: refusalOf(reason, wait) };
        }
      }
      return { release };
    },
    close: store.close,
  };
};
