import { setMaxListeners } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { RESOURCES, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { createStock, type Feed, type ResourceName, type Stock } from '@cnv-ai/engine/search';
import type { Logger } from '../../observability/log';
import type { KubeTarget } from '../cluster';
import { gate } from '../gate';
import { ALWAYS_HELD, namespaceShelf } from './kinds';
import { ownApi } from './own-api';
import { namespacedFeed } from './namespaced-feed';
import { signShelves, type HeldSigns } from './sign-shelves';
import { BACKOFF, reflector, type Backoff, type Reflector } from './reflector';

/** Bookmarks come every minute: behind by more, the callers' own reads are the better answer. */
const MOST_BEHIND = 5 * 60_000;
/** Kinds that are listed at the same time. */
const LISTS_AT_ONCE = 2;

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
  readonly stock: Stock;
  /** Names and labels, in the API server's order. */
  readonly namespaces: () => readonly KubeObject[];
  /** To tell which machines need a look. */
  readonly signs: HeldSigns;
  /** False when the cluster does not serve the kind. */
  readonly isServed: (kind: ResourceName) => boolean;
  /**
   * Whether all of these kinds are held and up to date. Those that nobody has asked for yet are
   * listed first; false when that fails or the signal comes before.
   */
  readonly holds: (kinds: readonly ResourceName[], signal: AbortSignal) => Promise<boolean>;
  /** True once every kind that is always held was listed. */
  readonly isFilled: () => boolean;
  /** When all that is held of these kinds was true; `undefined` when one of them is not held. */
  readonly asOf: (kinds?: readonly ResourceName[]) => number | undefined;
  /** True while what is held is not too old to answer from. */
  readonly isUsable: () => boolean;
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
  /** Only these are watched; absent: all. Kinds without a namespace are watched in either case. */
  readonly only?: readonly string[];
};

/** One kind, with a reflector for the cluster or for each namespace. */
type Held = { readonly feed: Feed; readonly reflectors: readonly Reflector[] };

const oldest = (times: readonly (number | undefined)[]): number | undefined => {
  const known = times.filter((time) => time !== undefined);
  return known.length === times.length ? Math.min(...known) : undefined;
};

const asOfHeld = (held: Held | undefined): number | undefined =>
  held === undefined ? undefined : oldest(held.reflectors.map(({ asOf }) => asOf()));

/** An empty cache. Throws `SetupError` when there is no identity to fill it with. */
export const watchCache = async ({
  target,
  log,
  clock = Date.now,
  backoff = BACKOFF,
  only,
}: WatchCacheParts): Promise<WatchCache> => {
  const api = ownApi(target);
  await api.check();
  const stock = createStock(true);
  const namespaces = namespaceShelf();
  const signs = signShelves();
  const lists = gate(LISTS_AT_ONCE);
  const held = new Map<ResourceName, Held>();
  const running: Promise<void>[] = [];
  const ended = new AbortController();
  // A request in flight of each kind listens to it.
  setMaxListeners(0, ended.signal);
  let isPrepared = false;

  const hold = (kind: ResourceName): Held | undefined => {
    const known = held.get(kind);
    const feed = kind === 'namespaces' ? namespaces.feed : signs.beside(kind, stock.feed(kind));
    if (known !== undefined || feed === undefined || ended.signal.aborted) return known;
    const parts = { api, lists, clock, log, backoff };
    const reflectors =
      only === undefined || !feed.resource.namespaced
        ? [reflector({ ...parts, feed })]
        : only.map((namespace) =>
            reflector({ ...parts, feed: namespacedFeed(feed, namespace), namespace }),
          );
    const made = { feed, reflectors };
    held.set(kind, made);
    running.push(...reflectors.map(({ run }) => run(ended.signal)));
    return made;
  };

  const isHeld = async (kind: ResourceName): Promise<boolean> => {
    const made = hold(kind);
    if (made === undefined) return false;
    return (await Promise.all(made.reflectors.map((each) => each.isHeld()))).every(Boolean);
  };

  const asOf = (kinds: readonly ResourceName[] = ALWAYS_HELD): number | undefined =>
    oldest(kinds.map((kind) => asOfHeld(held.get(kind))));

  const isUsable = (kinds?: readonly ResourceName[]): boolean => {
    const time = asOf(kinds);
    return time !== undefined && clock() - time <= MOST_BEHIND;
  };

  /** Readiness waits for it, so that no question does. */
  const prepare = async (): Promise<void> => {
    await Promise.all(ALWAYS_HELD.map(isHeld));
    for (const namespace of stock.homes()) {
      stock.prepare(namespace);
      await nextTurn();
    }
    isPrepared = true;
  };

  return {
    stock,
    namespaces: namespaces.list,
    signs: signs.held,
    isServed: (kind) => held.get(kind)?.reflectors.every(({ isServed }) => isServed()) ?? true,
    holds: async (kinds, signal) => {
      if (kinds.length === 0) return true;
      const late = new Promise<false>((resolve) => {
        signal.addEventListener('abort', () => resolve(false), { once: true });
      });
      const all = Promise.all(kinds.map(isHeld)).then((known) => known.every(Boolean));
      return (await Promise.race([all, late])) && isUsable(kinds);
    },
    isFilled: () => isPrepared && asOf() !== undefined,
    asOf,
    isUsable: () => isUsable(),
    state: () =>
      [...held].map(([kind, made]) => {
        const time = asOfHeld(made);
        return {
          resource: RESOURCES[kind].plural,
          objects: made.feed.size(),
          lists: Math.max(0, ...made.reflectors.map(({ lists: complete }) => complete())),
          ...(time === undefined ? {} : { age: Math.max(0, clock() - time) }),
        };
      }),
    start: () => {
      ALWAYS_HELD.forEach(hold);
      running.push(prepare());
    },
    close: async () => {
      ended.abort();
      await Promise.all(running);
      await api.close();
    },
  };
};
