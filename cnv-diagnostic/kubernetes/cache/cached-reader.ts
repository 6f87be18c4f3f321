import { ok, type Reader } from '@cnv-ai/engine/kubernetes';
import type { ListAccess } from '../access-reviews';
import type { WatchCache } from './watch-cache';

/**
 * A caller's reader whose lists of the cached kinds come from memory, as far as the caller's own
 * access reviews allow. Everything else is read with the caller's token.
 */
export const cachedReader = (cache: WatchCache, access: ListAccess, fallback: Reader): Reader => ({
  get: (resource, namespace, name) => fallback.get(resource, namespace, name),
  log: (namespace, pod, container) => fallback.log(namespace, pod, container),
  list: async (resource, query, project) => {
    const selects = query.labelSelector !== undefined || query.fieldSelector !== undefined;
    if (selects || !cache.covers(resource)) return fallback.list(resource, query, project);
    const verdict = await access.mayList(resource, query.namespace);
    if (verdict.state !== 'ok') return verdict;
    return ok(cache.list(resource, query.namespace, project));
  },
});
