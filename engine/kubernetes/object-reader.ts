import { namespaceOf, type KubeObject } from './objects';
import { textAt } from './json';
import { objectIndex, type ObjectIndex } from './object-index';
import { absent, ok, unread, type Fact, type Reader, type UnreadReason } from './reader';
import type { Resource } from './resources';

/** What stands in the way of a read, or `undefined` when nothing does. */
export type Obstacle = (
  resource: Resource,
  namespace: string | undefined,
) => { reason: UnreadReason; message: string } | undefined;

const kindOf = (object: KubeObject): string => {
  const group = (textAt(object, 'apiVersion') ?? '').split('/').slice(0, -1).join('/');
  return `${group}/${textAt(object, 'kind') ?? ''}`;
};

/** The object under a key, put there when it is first asked for. */
const kept = <K, V>(
  map: { get: (key: K) => V | undefined; set: (key: K, value: V) => unknown },
  key: K,
  make: () => V,
): V => {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
};

type Shelves = (resource: Resource, namespace: string | undefined) => ObjectIndex;

/** Objects by kind and namespace, indexed when they are first asked for. */
const shelvesOf = (objects: readonly KubeObject[]): Shelves => {
  const kinds = new Map<string, Map<string, KubeObject[]>>();
  for (const object of objects) {
    const places = kept(kinds, kindOf(object), () => new Map<string, KubeObject[]>());
    kept(places, namespaceOf(object) ?? '', () => []).push(object);
  }
  const indexes = new Map<string, ObjectIndex>();
  return ({ group, kind }, namespace) => {
    const places = kinds.get(`${group}/${kind}`);
    return kept(indexes, `${group}/${kind}/${namespace ?? '*'}`, () =>
      objectIndex(
        namespace === undefined
          ? [...(places?.values() ?? [])].flat()
          : (places?.get(namespace) ?? []),
      ),
    );
  };
};

const shelved = new WeakMap<readonly KubeObject[], Shelves>();

/** A reader over objects at hand: a test's, or those of a folder. A list is indexed once. */
export const objectReader = (
  objects: readonly KubeObject[],
  obstacle: Obstacle = () => undefined,
): Reader => {
  const indexOf = kept(shelved, objects, () => shelvesOf(objects));
  const blocked = (resource: Resource, namespace?: string): Fact<never> | undefined => {
    const found = obstacle(resource, namespace);
    return found && unread(found.reason, found.message);
  };
  return {
    get: (resource, namespace, name) => {
      const place = resource.namespaced ? namespace : undefined;
      const found = indexOf(resource, place).named(place, name);
      return Promise.resolve(blocked(resource, namespace) ?? (found ? ok(found) : absent));
    },
    list: (resource, query, project) => {
      const found = indexOf(resource, query.namespace)
        .selected(query)
        .map(project)
        .filter((value) => value !== undefined);
      return Promise.resolve(blocked(resource, query.namespace) ?? ok(found));
    },
  };
};
