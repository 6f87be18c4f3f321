import { labelsOf, nameOf, namespaceOf, type KubeObject } from './objects';
import { at, byCodeUnit, textAt } from './json';
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

/** Equality selectors only (`a=b,c`): the readers ask for nothing else. */
const matches = (selector: string, read: (key: string) => unknown): boolean =>
  selector.split(',').every((term) => {
    const [key = '', value] = term.split(/==?/);
    const found = read(key);
    return value === undefined ? found !== undefined : found === value;
  });

/** A reader over objects at hand: a test's, or those of a folder. */
export const objectReader = (
  objects: readonly KubeObject[],
  obstacle: Obstacle = () => undefined,
  logs: Readonly<Record<string, string>> = {},
): Reader => {
  const blocked = (resource: Resource, namespace?: string): Fact<never> | undefined => {
    const found = obstacle(resource, namespace);
    return found && unread(found.reason, found.message);
  };
  const byKind = new Map<string, KubeObject[]>();
  for (const object of objects) {
    const list = byKind.get(kindOf(object));
    if (list === undefined) byKind.set(kindOf(object), [object]);
    else list.push(object);
  }
  const all = ({ group, kind }: Resource) => byKind.get(`${group}/${kind}`) ?? [];
  const key = (object: KubeObject): string => `${namespaceOf(object) ?? ''}/${nameOf(object)}`;
  return {
    get: (resource, namespace, name) => {
      const found = all(resource).find(
        (object) =>
          nameOf(object) === name && (!resource.namespaced || namespaceOf(object) === namespace),
      );
      return Promise.resolve(blocked(resource, namespace) ?? (found ? ok(found) : absent));
    },
    list: (resource, query, project) => {
      const found = all(resource)
        .filter(
          (object) =>
            (query.namespace === undefined || namespaceOf(object) === query.namespace) &&
            (query.labelSelector === undefined ||
              matches(query.labelSelector, (label) => labelsOf(object)[label])) &&
            (query.fieldSelector === undefined ||
              matches(query.fieldSelector, (field) => at(object, ...field.split('.')))),
        )
        .sort((a, b) => byCodeUnit(key(a), key(b)))
        .map(project)
        .filter((value) => value !== undefined);
      return Promise.resolve(blocked(resource, query.namespace) ?? ok(found));
    },
    log: (namespace, pod, container) => {
      const text = logs[`${namespace}/${pod}/${container}`];
      return Promise.resolve(text === undefined ? absent : ok(text));
    },
  };
};
