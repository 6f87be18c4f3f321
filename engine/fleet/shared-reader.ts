import {
  namespaceOf,
  objectReader,
  ok,
  recordAt,
  RESOURCES,
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
/** A read costs as much as so many objects of a list that nobody needs. */
const DEAR = 10;

/** The VMs of a namespace: how many of them are diagnosed, and how many there are. */
export type Crowd = { readonly wanted: number; readonly all: number };

/** Whether enough of what a list holds is needed. */
const isDense = ({ wanted, all }: Crowd): boolean => wanted * DEAR >= all;

const sumOf = (crowds: readonly Crowd[]): Crowd => ({
  wanted: crowds.reduce((sum, { wanted }) => sum + wanted, 0),
  all: crowds.reduce((sum, { all }) => sum + all, 0),
});

/** Of these a project has few, however many VMs it has. */
const OF_PROJECTS: ReadonlySet<Resource> = new Set([
  RESOURCES.resourceQuotas,
  RESOURCES.limitRanges,
  RESOURCES.migrations,
]);

/** Without what no rule reads and what weighs as much as the rest. */
const light = (object: KubeObject): KubeObject => ({
  ...object,
  metadata: Object.fromEntries(
    Object.entries(recordAt(object, 'metadata')).filter(([key]) => key !== 'managedFields'),
  ),
});

/**
 * A reader for diagnosing some of the VMs of `crowds`, by namespace. What many of them name is read
 * in lists, each list once; where few of the VMs are diagnosed, or a list may not be read, `reader`
 * is asked for each object, once.
 */
export const sharedReader = (reader: Reader, crowds: ReadonlyMap<string, Crowd>): Reader => {
  const mine = new Set([...crowds].flatMap(([name, { wanted }]) => (wanted > 0 ? name : [])));
  const dense = new Set([...crowds].flatMap(([name, crowd]) => (isDense(crowd) ? name : [])));
  const isMany = mine.size >= MANY;
  const isWide = isMany && isDense(sumOf([...crowds.values()]));
  const isWideFor = (resource: Resource): boolean =>
    OF_PROJECTS.has(resource) ? isMany && isDense({ wanted: mine.size, all: crowds.size }) : isWide;
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

  /** The list that holds an object or a selection; none where a read for each is cheaper. */
  const shelf = async (
    resource: Resource,
    namespace: string | undefined,
    selection: Selection,
  ): Promise<Fact<Reader> | undefined> => {
    if (namespace === undefined) {
      // Volumes are as many as the disks of the whole cluster.
      const isCrowded = resource === RESOURCES.persistentVolumes;
      return isCrowded && !isWide ? undefined : listed(resource, selection);
    }
    const wide =
      mine.has(namespace) && isWideFor(resource)
        ? await listedForMine(resource, selection)
        : undefined;
    if (wide?.state === 'ok') return wide;
    return dense.has(namespace) ? listed(resource, { namespace, ...selection }) : undefined;
  };

  return {
    get: async (resource, namespace, name) => {
      const objects = await shelf(resource, resource.namespaced ? namespace : undefined, {});
      return objects?.state === 'ok'
        ? objects.value.get(resource, namespace, name)
        : once(singles, [resource.group, resource.plural, namespace, name], () =>
            reader.get(resource, namespace, name),
          );
    },
    list: async (resource, query, project) => {
      const { namespace, ...selection } = query;
      const broad = await shelf(resource, namespace, selectionOf(resource, selection));
      const objects = broad ?? (await listed(resource, query));
      return objects.state === 'ok' ? objects.value.list(resource, query, project) : objects;
    },
  };
};
