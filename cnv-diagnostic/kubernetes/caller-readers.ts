import type { Reader } from '@cnv-ai/engine/kubernetes';
import type { AccessReviews } from './access-reviews';
import type { ApiServer, CountedReader } from './api-server';
import type { Budget } from './budget';
import { cachedReader } from './cache/cached-reader';
import type { WatchCache } from './cache/watch-cache';

/** One call: whose token, how long, and who is told when the API server refuses the token. */
export type Calling = {
  readonly token: string;
  readonly budget: Budget;
  readonly onRefused: () => void;
};

/** The readers of one call; `inventory` is absent where only the caller's own token answers. */
export type CallerReaders = (calling: Calling) => CountedReader & {
  readonly inventory?: { readonly reader: Reader; readonly asOf: number };
};

/** Readers as callers get them. A cache that is not filled, or behind, is passed over. */
export const callerReaders =
  (api: ApiServer, reviews: AccessReviews, cache: WatchCache | undefined): CallerReaders =>
  (calling) => {
    const own = api.reader(calling.token, calling.budget, calling.onRefused);
    // Taken before anything is read: what is read later is no older.
    const asOf = cache?.asOf();
    if (cache === undefined || asOf === undefined) return own;
    const { reader, reads } = own;
    const access = reviews.of(calling);
    return {
      ...own,
      reads: () => reads() + access.sent(),
      inventory: { reader: cachedReader(cache, access, reader), asOf },
    };
  };
