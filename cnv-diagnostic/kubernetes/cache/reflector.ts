import { setTimeout as pause } from 'node:timers/promises';
import { linesOf, pathOf, watchEventOf } from '@cnv-ai/engine/kubernetes';
import type { Feed } from '@cnv-ai/engine/search';
import type { Logger } from '../../observability/log';
import type { gate } from '../gate';
import { listPages, narrowing } from './list-pages';
import type { OwnApi } from './own-api';

/** Refusals that say nothing about the version asked for: it is asked for again. */
const PASSING = [401, 403, 429, 500, 502, 503];

/** Waits between attempts, milliseconds: the first, doubled up to the most. */
export type Backoff = { readonly first: number; readonly most: number };
export const BACKOFF: Backoff = { first: 500, most: 30_000 };

/** The API server ends a watch after this; half a minute of difference keeps kinds apart. */
const WATCH_SECONDS = 290;
/** A watch that lasted so long was a good one, though nothing happened. */
const LONG = 30_000;

export type ReflectorParts = {
  readonly feed: Feed;
  /** Absent: all of them. */
  readonly namespace?: string;
  readonly api: OwnApi;
  /** Bounds the lists of all kinds together: a page of each at once is memory nobody needs. */
  readonly lists: ReturnType<typeof gate>;
  readonly clock: () => number;
  readonly log: Logger;
  readonly backoff: Backoff;
};

/** Where a watch ended: the version to go on from (absent: list again), and whether it was of use. */
type Ended = { readonly version?: string; readonly heard: boolean };

/** No message: it may quote what was sent. */
const nameOfError = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const delayOf = ({ first, most }: Backoff, attempt: number): number =>
  Math.min(most, first * 2 ** Math.min(attempt, 16)) * (0.5 + Math.random() / 2);

/** Keeps what is held of one kind in step with the API server: lists, then watches, for ever. */
export const reflector = (parts: ReflectorParts) => {
  const { feed, namespace, api, lists, clock, log, backoff } = parts;
  const { resource } = feed;
  let asOf: number | undefined;
  let complete = 0;
  let served = true;
  const waiting: ((held: boolean) => void)[] = [];
  let failing = false;
  const told = (what: string, reason: string): void =>
    log.warn({ resource: resource.plural, reason }, what);

  /** A list has ended: who waits for the kind learns whether it is held. */
  const listed = (asked: number | undefined): void => {
    failing = asked === undefined;
    asOf = asked ?? asOf;
    for (const tell of waiting.splice(0)) tell(asOf !== undefined);
  };

  const fill = async (signal: AbortSignal): Promise<string | undefined> => {
    // What a list shows was true when it was asked for; it may be older than its last page.
    const asked = clock();
    const fact = await lists(() => listPages(api, feed, signal, namespace));
    served = !(fact.state === 'unread' && fact.reason === 'not_installed');
    if (fact.state === 'ok') {
      complete += 1;
      listed(asked);
      return fact.value;
    }
    if (!served) {
      // Nothing of it exists, until it is installed: it is asked for again and again.
      feed.begin().finish();
      listed(asked);
      return undefined;
    }
    told('list failed', fact.state === 'unread' ? fact.message : fact.state);
    listed(undefined);
    return undefined;
  };

  const apply = async (
    texts: AsyncIterable<string>,
    from: string,
    signal: AbortSignal,
  ): Promise<Ended> => {
    let version = from;
    let heard = false;
    try {
      for await (const line of linesOf(texts)) {
        const event = watchEventOf(line);
        if (event.kind === 'expired') return { heard };
        if (event.kind === 'broken') return heard ? { version, heard } : { heard };
        if (event.kind === 'set') feed.set(event.object);
        if (event.kind === 'remove') feed.remove(event.object);
        version = event.version;
        heard = true;
        asOf = clock();
      }
    } catch (error) {
      // What was applied stands, and the next watch goes on from there.
      if (!signal.aborted) told('watch cut off', nameOfError(error));
    }
    return { version, heard };
  };

  const follow = async (from: string, signal: AbortSignal): Promise<Ended> => {
    const search = new URLSearchParams({
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: from,
      ...narrowing(feed),
      timeoutSeconds: String(WATCH_SECONDS + Math.floor(Math.random() * 30)),
    });
    const answer = await api.watch(`${pathOf(resource, namespace)}?${search.toString()}`, signal);
    if (answer.kind === 'stream') return apply(answer.texts, from, signal);
    told('watch refused', `HTTP status ${answer.status}`);
    return { heard: false, ...(PASSING.includes(answer.status) ? { version: from } : {}) };
  };

  const tried = async <T>(work: Promise<T>, otherwise: T, isOver: () => boolean): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (!isOver()) told('API server not reached', nameOfError(error));
      return otherwise;
    }
  };

  /** Ends when the signal does, and never before. */
  const run = async (signal: AbortSignal): Promise<void> => {
    const isOver = (): boolean => signal.aborted;
    let version: string | undefined;
    let attempt = 0;
    while (!isOver()) {
      attempt += 1;
      version ??= await tried(fill(signal), undefined, isOver);
      if (version !== undefined && !isOver()) {
        const started = performance.now();
        const ended: Ended = await tried(
          follow(version, signal),
          { version, heard: false },
          isOver,
        );
        version = ended.version;
        if (ended.heard || performance.now() - started > LONG) attempt = 0;
      }
      await pause(delayOf(backoff, attempt), undefined, { signal }).catch(() => undefined);
    }
  };

  return {
    run,
    /** The time what is held is known to be true at; absent before the first list. */
    asOf: (): number | undefined => asOf,
    lists: (): number => complete,
    /** False while the cluster does not serve the kind. */
    isServed: (): boolean => served,
    /** Whether the kind is held: at once when that is known, else when its list has ended. */
    isHeld: (): Promise<boolean> =>
      asOf !== undefined || failing
        ? Promise.resolve(asOf !== undefined)
        : new Promise((resolve) => waiting.push(resolve)),
  };
};

export type Reflector = ReturnType<typeof reflector>;
