import type { KubeObject, Resource } from '@cnv-ai/engine/kubernetes';
import type { Logger } from '../../observability/log';
import type { KubeTarget } from '../cluster';
import { kindStore } from './kind-store';
import { CACHED_KINDS, kindKey, projected } from './kinds';
import { ownApi } from './own-api';
import { BACKOFF, reflector, type Backoff } from './reflector';

/** Bookmarks come every minute: behind by more, the callers' own reads are the better answer. */
const MOST_BEHIND = 5 * 60_000;

/** How one kind stands, for metrics. */
export type KindState = {
  readonly resource: string;
  readonly objects: number;
  /** Complete lists so far; more than one means that a watch had to start over. */
  readonly lists: number;
  /** Milliseconds since what is held was known to be true; absent before the first list. */
  readonly age?: number;
};

/** What the sidecar holds of a cluster, read with its own identity: to be cut for every caller. */
export type WatchCache = {
  readonly covers: (resource: Resource) => boolean;
  /** In the API server's order. */
  readonly list: <T>(
    resource: Resource,
    namespace: string | undefined,
    project: (object: KubeObject) => T | undefined,
  ) => T[];
  /** True once every kind was listed. */
  readonly isFilled: () => boolean;
  /** The time at which everything held was true, or `undefined` when it is too old to be used. */
  readonly asOf: () => number | undefined;
  readonly state: () => readonly KindState[];
  /** Begins to list and watch. */
  readonly start: () => void;
  readonly close: () => Promise<void>;
};

export type WatchCacheParts = {
  readonly target: KubeTarget;
  readonly log: Logger;
  readonly clock?: () => number;
  readonly backoff?: Backoff;
};

/** An empty cache. Throws `SetupError` when there is no identity to fill it with. */
export const watchCache = async ({
  target,
  log,
  clock = Date.now,
  backoff = BACKOFF,
}: WatchCacheParts): Promise<WatchCache> => {
  const api = ownApi(target);
  await api.check();
  const kinds = CACHED_KINDS.map((kind) => {
    const store = kindStore();
    return { kind, store, reflector: reflector({ kind, store, api, clock, log, backoff }) };
  });
  const byKey = new Map(kinds.map((entry) => [kindKey(entry.kind.resource), entry]));
  const ended = new AbortController();
  let running: Promise<unknown> = Promise.resolve();

  const oldest = (): number | undefined => {
    const times = kinds.map((entry) => entry.reflector.asOf());
    const known = times.filter((time) => time !== undefined);
    return known.length === times.length ? Math.min(...known) : undefined;
  };

  return {
    covers: (resource) => byKey.has(kindKey(resource)),
    list: (resource, namespace, project) => {
      const found = byKey.get(kindKey(resource));
      return found === undefined ? [] : projected(found.kind, found.store.list(namespace), project);
    },
    isFilled: () => oldest() !== undefined,
    asOf: () => {
      const time = oldest();
      return time !== undefined && clock() - time <= MOST_BEHIND ? time : undefined;
    },
    state: () =>
      kinds.map(({ kind, store, reflector: { asOf, lists } }) => {
        const time = asOf();
        return {
          resource: kind.resource.plural,
          objects: store.size(),
          lists: lists(),
          ...(time === undefined ? {} : { age: Math.max(0, clock() - time) }),
        };
      }),
    start: () => {
      running = Promise.all(kinds.map((entry) => entry.reflector.run(ended.signal)));
    },
    close: async () => {
      ended.abort();
      await running;
      await api.close();
    },
  };
};
