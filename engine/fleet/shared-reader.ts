import {
  namespaceOf,
  objectReader,
  ok,
  recordAt,
  type Fact,
  type KubeObject,
  type ListQuery,
  type Reader,
  type Resource,
} from '../kubernetes';

type Selection = Pick<ListQuery, 'labelSelector' | 'fieldSelector'>;

/** Selectors that name one object; all that could be asked for are read in their place, once. */
const BROADER: readonly { plural: string; names: string; instead: Selection }[] = [
  { plural: 'events', names: 'involvedObject.name=', instead: {} },
  {
    plural: 'pods',
    names: 'kubevirt.io/created-by=',
    instead: { labelSelector: 'kubevirt.io=virt-launcher' },
  },
];

const selectionOf = ({ plural }: Resource, query: Selection): Selection => {
  const asked = `${query.fieldSelector ?? ''}${query.labelSelector ?? ''}`;
  const broader = BROADER.find((entry) => entry.plural === plural && asked.startsWith(entry.names));
  return broader?.instead ?? query;
};

/** From so many namespaces on, one list of the whole cluster is cheaper than one of each. */
const MANY = 4;

/** Without what no rule reads and what weighs as much as the rest. */
const light = (object: KubeObject): KubeObject => ({
  ...object,
  metadata: Object.fromEntries(
    Object.entries(recordAt(object, 'metadata')).filter(([key]) => key !== 'managedFields'),
  ),
});

/**
 * A reader for diagnosing the VMs of some namespaces: what many of them name is read in lists,
 * each list once. Where a list may not be read, `reader` is asked for each object.
 */
export const sharedReader = (reader: Reader, namespaces: readonly string[]): Reader => {
  const mine = new Set(namespaces);
  const lists = new Map<string, Promise<Fact<Reader>>>();
  const singles = new Map<string, Promise<Fact<KubeObject>>>();

  const once = <T>(kept: Map<string, Promise<T>>, key: unknown, read: () => Promise<T>) => {
    const text = JSON.stringify(key);
    const known = kept.get(text) ?? read();
    kept.set(text, known);
    return known;
  };

  const load = async (
    resource: Resource,
    query: ListQuery,
    keeps: (object: KubeObject) => boolean,
  ): Promise<Fact<Reader>> => {
    const fact = await reader.list(resource, query, (object) =>
      keeps(object) ? light(object) : undefined,
    );
    return fact.state === 'ok' ? ok(objectReader(fact.value)) : fact;
  };

  const listed = (resource: Resource, query: ListQuery): Promise<Fact<Reader>> =>
    once(lists, [resource.group, resource.plural, query], () => load(resource, query, () => true));

  /** Of the whole cluster, and only what is in one of the namespaces kept. */
  const listedForMine = (resource: Resource, selection: Selection): Promise<Fact<Reader>> =>
    once(lists, [resource.group, resource.plural, selection, 'mine'], () =>
      load(resource, selection, (object) => mine.has(namespaceOf(object) ?? '')),
    );

  const shelf = async (
    resource: Resource,
    namespace: string | undefined,
    selection: Selection,
  ): Promise<Fact<Reader>> => {
    if (namespace === undefined) return listed(resource, selection);
    const isShared = mine.has(namespace) && mine.size >= MANY;
    const wide = isShared ? await listedForMine(resource, selection) : undefined;
    return wide?.state === 'ok' ? wide : listed(resource, { namespace, ...selection });
  };

  return {
    get: async (resource, namespace, name) => {
      const objects = await shelf(resource, resource.namespaced ? namespace : undefined, {});
      return objects.state === 'ok'
        ? objects.value.get(resource, namespace, name)
        : once(singles, [resource.group, resource.plural, namespace, name], () =>
            reader.get(resource, namespace, name),
          );
    },
    list: async (resource, query, project) => {
      const { namespace, ...selection } = query;
      const objects = await shelf(resource, namespace, selectionOf(resource, selection));
      return objects.state === 'ok' ? objects.value.list(resource, query, project) : objects;
    },
    log: (namespace, pod, container) => reader.log(namespace, pod, container),
  };
};
