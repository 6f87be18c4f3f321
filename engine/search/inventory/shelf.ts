import { nameOf, namespaceOf, type KubeObject } from '../../kubernetes';

/** What is kept of one object, and where the object stands; cluster-scoped ones stand in ''. */
export type Placed<T> = { namespace: string; name: string; value: T };

/** The objects of one kind, by namespace and name, as much of each as is kept. */
export type Shelf<T> = {
  size: () => number;
  /** In one step: a reader sees the old objects or the new ones. */
  replace: (all: readonly Placed<T>[]) => void;
  set: (placed: Placed<T>) => void;
  remove: (object: KubeObject) => void;
  namespaces: () => Iterable<string>;
  of: (namespace: string) => ReadonlyMap<string, T>;
  /** Another number whenever there is something else in the namespace. */
  version: (namespace: string) => number;
};

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** Most changes of an object touch nothing that is kept of it, such as a heartbeat. */
const isSame = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

export const createShelf = <T>(): Shelf<T> => {
  let objects = new Map<string, Map<string, T>>();
  const versions = new Map<string, number>();
  let changes = 0;
  const changed = (namespace: string): void => {
    changes += 1;
    versions.set(namespace, changes);
  };
  const put = (target: Map<string, Map<string, T>>, { namespace, name, value }: Placed<T>) => {
    const home = target.get(namespace);
    if (home === undefined) target.set(namespace, new Map([[name, value]]));
    else home.set(name, value);
  };
  return {
    size: () => [...objects.values()].reduce((sum, home) => sum + home.size, 0),
    replace: (all) => {
      const next = new Map<string, Map<string, T>>();
      for (const placed of all) put(next, placed);
      const touched = new Set([...objects.keys(), ...next.keys()]);
      objects = next;
      for (const namespace of touched) changed(namespace);
    },
    set: (placed) => {
      const home = objects.get(placed.namespace);
      if (home?.has(placed.name) && isSame(home.get(placed.name), placed.value)) return;
      put(objects, placed);
      changed(placed.namespace);
    },
    remove: (object) => {
      const namespace = namespaceOf(object) ?? '';
      const home = objects.get(namespace);
      if (home?.delete(nameOf(object)) !== true) return;
      if (home.size === 0) objects.delete(namespace);
      changed(namespace);
    },
    namespaces: () => objects.keys(),
    of: (namespace) => objects.get(namespace) ?? NONE,
    version: (namespace) => versions.get(namespace) ?? 0,
  };
};
