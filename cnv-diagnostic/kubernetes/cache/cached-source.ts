import { ok, RESOURCES, unread, type KubeObject, type Reader } from '@cnv-ai/engine/kubernetes';
import type { Source } from '@cnv-ai/engine/search';
import type { ListAccess } from '../access-reviews';
import type { Budget } from '../budget';
import type { VisibleProjects } from './projects';
import type { WatchCache } from './watch-cache';

export type CachedSourceParts = {
  readonly cache: WatchCache;
  /** What the caller may list. */
  readonly access: ListAccess;
  /** Reads with the caller's token. */
  readonly reader: Reader;
  readonly projects: VisibleProjects;
  readonly budget: Budget;
  /** When what is held was true, at the latest when this was made. */
  readonly asOf: number;
};

/**
 * What is held, as far as the caller's own access reviews allow. Whatever is not held is read with
 * the caller's token.
 */
export const cachedSource = (parts: CachedSourceParts): Source => {
  const { cache, access, reader, projects, budget, asOf } = parts;
  const projected = <T>(
    objects: readonly KubeObject[],
    project: (object: KubeObject) => T | undefined,
  ): T[] => objects.map(project).filter((value) => value !== undefined);
  return {
    stock: cache.stock,
    reader: {
      get: (resource, namespace, name) => reader.get(resource, namespace, name),
      list: async (resource, query, project) => {
        if (resource === RESOURCES.projects) {
          const fact = await projects(reader);
          return fact.state === 'ok' ? ok(projected(fact.value, project)) : fact;
        }
        if (resource !== RESOURCES.namespaces) return reader.list(resource, query, project);
        const verdict = await access.mayList(resource);
        return verdict.state === 'ok' ? ok(projected(cache.namespaces(), project)) : verdict;
      },
    },
    open: async (kind, namespace) => {
      const verdict = await access.mayList(RESOURCES[kind], namespace);
      if (verdict.state !== 'ok' || cache.isServed(kind)) return verdict;
      const { plural } = RESOURCES[kind];
      return unread('not_installed', `This cluster does not serve ${plural}.`);
    },
    filled: {
      holds: (kinds) => cache.holds(kinds, budget.signal),
      asOf: (kinds) => cache.asOf(kinds) ?? asOf,
    },
  };
};
