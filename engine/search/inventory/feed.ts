import {
  nameOf,
  namespaceOf,
  ok,
  type Fact,
  type KubeObject,
  type ListQuery,
  type Reader,
  type Resource,
} from '../../kubernetes';
import type { Placed, Shelf } from './shelf';

/** The way objects of one kind get into a stock; of each only what is kept outlives the call. */
export type Feed = {
  readonly resource: Resource;
  /** Narrows what is read at all. */
  readonly query: Pick<ListQuery, 'fieldSelector'>;
  readonly size: () => number;
  /** A list of everything, page by page; it counts when it is finished. */
  readonly begin: () => { add: (object: KubeObject) => void; finish: () => void };
  readonly set: (object: KubeObject) => void;
  readonly remove: (object: KubeObject) => void;
  /** Adds what a reader may list. */
  readonly read: (reader: Reader, namespace: string | undefined) => Promise<Fact<true>>;
};

type FeedParts<T> = {
  resource: Resource;
  query?: Pick<ListQuery, 'fieldSelector'>;
  shelf: Shelf<T>;
  /** What is kept; nothing of an object that tells of no machine. */
  keep: (object: KubeObject) => T | undefined;
};

export const feedOf = <T>({ resource, query = {}, shelf, keep }: FeedParts<T>): Feed => {
  const place = (object: KubeObject): Placed<T> | undefined => {
    const value = keep(object);
    return value === undefined
      ? undefined
      : { namespace: namespaceOf(object) ?? '', name: nameOf(object), value };
  };
  return {
    resource,
    query,
    size: shelf.size,
    begin: () => {
      const all: Placed<T>[] = [];
      return {
        add: (object) => {
          const placed = place(object);
          if (placed !== undefined) all.push(placed);
        },
        finish: () => shelf.replace(all),
      };
    },
    set: (object) => {
      const placed = place(object);
      if (placed === undefined) shelf.remove(object);
      else shelf.set(placed);
    },
    remove: shelf.remove,
    read: async (reader, namespace) => {
      const where = namespace === undefined ? {} : { namespace };
      const fact = await reader.list(resource, { ...query, ...where }, place);
      if (fact.state !== 'ok') return fact;
      for (const placed of fact.value) shelf.set(placed);
      return ok(true);
    },
  };
};
