import { byCodeUnit, namespaceOf, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { objectKey } from './kinds';

type View = {
  readonly all: readonly KubeObject[];
  readonly byNamespace: ReadonlyMap<string, readonly KubeObject[]>;
};

/** In the API server's order. New objects are few and last, so sorting has little to do. */
const viewOf = (objects: ReadonlyMap<string, KubeObject>): View => {
  const all = [...objects.entries()]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, object]) => object);
  const byNamespace = new Map<string, KubeObject[]>();
  for (const object of all) {
    const namespace = namespaceOf(object) ?? '';
    const some = byNamespace.get(namespace);
    if (some === undefined) byNamespace.set(namespace, [object]);
    else some.push(object);
  }
  return { all, byNamespace };
};

/** The objects of one kind, already projected. */
export const kindStore = () => {
  let objects = new Map<string, KubeObject>();
  let view: View | undefined;
  return {
    size: (): number => objects.size,
    /** In one step: a reader sees the old list or the new one. */
    replace: (all: readonly KubeObject[]): void => {
      objects = new Map(all.map((object) => [objectKey(object), object]));
      view = undefined;
    },
    set: (object: KubeObject): void => {
      objects.set(objectKey(object), object);
      view = undefined;
    },
    remove: (object: KubeObject): void => {
      objects.delete(objectKey(object));
      view = undefined;
    },
    list: (namespace?: string): readonly KubeObject[] => {
      view ??= viewOf(objects);
      return namespace === undefined ? view.all : (view.byNamespace.get(namespace) ?? []);
    },
  };
};

export type KindStore = ReturnType<typeof kindStore>;
