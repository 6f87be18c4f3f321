import type { Reader } from '@cnv-ai/engine/kubernetes';
import type { Signs } from '@cnv-ai/engine/fleet';
import type { Source } from '@cnv-ai/engine/search';
import type { AccessReviews } from './access-reviews';
import type { ApiServer, CountedReader, Watchers } from './api-server';
import type { Budget } from './budget';
import { cachedSigns } from './cache/cached-signs';
import { cachedSource } from './cache/cached-source';
import { visibleProjects } from './cache/projects';
import type { WatchCache } from './cache/watch-cache';
import { gate } from './gate';
import { namedOnly } from './named-namespaces';

/** One call: whose token, how long, and who is told what. */
export type Calling = Watchers & {
  readonly token: string;
  readonly budget: Budget;
};

/** What a search, or the survey of a fleet, of one call looks at. */
export type CallerInventory = {
  readonly source: Reader | Source;
  /** Absent: what is not held is read as the caller. */
  readonly signs?: Signs;
  /** Runs a search; where each reads the whole cluster they wait for each other. */
  readonly admit: <T>(search: () => Promise<T>) => Promise<T>;
};

/** The readers of one call. */
export type CallerReaders = (calling: Calling) => CountedReader & {
  readonly inventory: CallerInventory;
};

export type CallerReadersParts = {
  readonly api: ApiServer;
  readonly reviews: AccessReviews;
  /** Absent: only the callers' own tokens read. */
  readonly cache: WatchCache | undefined;
  readonly clock?: () => number;
  /** Only these namespaces are told of; absent: all. */
  readonly only?: readonly string[];
};

const withReader = (source: Source, change: (reader: Reader) => Reader): Source => ({
  ...source,
  reader: change(source.reader),
});

/** Lists of all machines in memory at the same time, each for one caller. */
const UNCACHED_AT_ONCE = 2;

/** Readers as callers get them. A cache that is not filled, or behind, is passed over. */
export const callerReaders = ({
  api,
  reviews,
  cache,
  clock = Date.now,
  only,
}: CallerReadersParts): CallerReaders => {
  const uncached = gate(UNCACHED_AT_ONCE);
  const projects = visibleProjects(clock);
  return (calling) => {
    const { token, budget, onRefused, onRead } = calling;
    const all = api.reader(token, budget, { onRefused, onRead });
    const fenced = (reader: Reader): Reader =>
      only === undefined ? reader : namedOnly(reader, only);
    const own = { ...all, reader: fenced(all.reader) };
    const { reader, reads } = own;
    // Taken before anything is read: what is read later is no older.
    const asOf = cache?.asOf();
    if (cache === undefined || asOf === undefined || !cache.isUsable()) {
      return { ...own, inventory: { source: reader, admit: uncached } };
    }
    const access = reviews.of(calling);
    const parts = { cache, access, reader, projects: projects(token), budget, asOf };
    const source = withReader(cachedSource(parts), fenced);
    return {
      ...own,
      reads: () => reads() + access.sent(),
      inventory: {
        source,
        signs: cachedSigns(source, cache, asOf),
        admit: (search) => search(),
      },
    };
  };
};
