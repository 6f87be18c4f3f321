import {
  isRecord,
  nameOf,
  namespaceOf,
  textAt,
  type KubeObject,
  type Reader,
  type Resource,
} from '@cnv-ai/engine/kubernetes';
import type { Source } from '@cnv-ai/engine/search';

/** Names the platform gives, which tell nothing of who runs the cluster, and the word in an alias. */
const PUBLIC = /^(?:alias|default|openshift|kube|(?:openshift|kube|kubevirt)-[a-z0-9.-]+)$/;

/** As an object can be called. A name of digits alone cannot be told from a number. */
const NAME = /^(?=.*[a-z])[a-z0-9](?:[-.a-z0-9]{0,251}[a-z0-9])$/;

/** Kinds whose objects come with the platform. */
const OF_PLATFORM: ReadonlySet<string> = new Set([
  'cdis',
  'csidrivers',
  'hyperconvergeds',
  'kubevirts',
  'securitycontextconstraints',
  'virtualmachineclusterinstancetypes',
  'virtualmachineclusterpreferences',
]);

/** Keys whose value is the name of an object, wherever they stand. */
const NAMING: ReadonlySet<string> = new Set([
  'claimName',
  'migrationFrom',
  'migrationTo',
  'namespace',
  'networkName',
  'node',
  'nodeName',
  'secretName',
  'sourceNode',
  'storageClass',
  'storageClassName',
  'targetNode',
  'vmiName',
  'volumeName',
]);

/** Keys of references: the `name` in them is that of an object. */
const REFERRING: ReadonlySet<string> = new Set([
  'configMap',
  'configMapRef',
  'dataVolume',
  'from',
  'involvedObject',
  'object',
  'ownerReferences',
  'pvc',
  'ref',
  'secret',
  'secretRef',
  'source',
  'sourceRef',
  'target',
  'to',
  'vms',
]);

/** Search fields whose values are names of objects. */
const NAME_FIELDS: ReadonlySet<string> = new Set([
  'lastBackup',
  'lastSnapshot',
  'machine',
  'migrationFrom',
  'migrationTo',
  'name',
  'namespace',
  'network',
  'node',
  'snapshot',
  'storageClass',
  'template',
]);

/** The names one call came across. */
export type Vocabulary = {
  readonly has: (name: string) => boolean;
  readonly add: (name: string | undefined) => void;
  /** Names in what a tool answered. */
  readonly addAnswer: (structured: unknown) => void;
  /** The same reader; what it reads is remembered by name. */
  readonly watching: (reader: Reader) => Reader;
  readonly watchingSource: (source: Reader | Source) => Reader | Source;
};

export const vocabulary = (): Vocabulary => {
  const names = new Set<string>();
  const add = (name: string | undefined): void => {
    if (name !== undefined && NAME.test(name) && !PUBLIC.test(name)) names.add(name);
  };

  const addNamed = (record: KubeObject, isReference: boolean): void => {
    const name = textAt(record, 'name');
    // What has a namespace or a kind beside its name is an object, or a reference to one.
    const named = isReference || ['namespace', 'kind'].some((key) => textAt(record, key) ?? '');
    if (named) add(name);
    for (const [key, value] of Object.entries(record)) {
      if (typeof value === 'string' && NAMING.has(key)) add(value);
    }
  };

  const addDeep = (value: unknown, key = ''): void => {
    if (Array.isArray(value)) for (const entry of value) addDeep(entry, key);
    else if (isRecord(value)) {
      addNamed(value, REFERRING.has(key));
      for (const [name, entry] of Object.entries(value)) addDeep(entry, name);
    }
  };

  const addOwn = (resource: Resource, object: KubeObject): void => {
    if (!OF_PLATFORM.has(resource.plural)) add(nameOf(object));
    add(namespaceOf(object));
  };

  const addObject = (resource: Resource, object: KubeObject): void => {
    addOwn(resource, object);
    addDeep(object);
  };

  const watching = (reader: Reader): Reader => ({
    get: async (resource, namespace, name) => {
      add(namespace);
      if (!OF_PLATFORM.has(resource.plural)) add(name);
      const fact = await reader.get(resource, namespace, name);
      if (fact.state === 'ok') addObject(resource, fact.value);
      return fact;
    },
    list: (resource, query, project) =>
      reader.list(resource, query, (object) => {
        // There are thousands of these; what they refer to is read on its own where it matters.
        if (resource.plural === 'virtualmachines') addOwn(resource, object);
        else addObject(resource, object);
        return project(object);
      }),
  });

  return {
    has: (name) => names.has(name),
    add,
    addAnswer: (structured) => {
      addDeep(structured);
      addFieldValues(structured, add);
    },
    watching,
    watchingSource: (source) => {
      if (!('stock' in source)) return watching(source);
      const { stock } = source;
      const watched: Source['stock'] = {
        ...stock,
        homes: () => {
          const homes = stock.homes();
          homes.forEach(add);
          return homes;
        },
        hosts: () => {
          const hosts = stock.hosts();
          hosts.forEach(({ name }) => add(name));
          return hosts;
        },
        *view(homes) {
          const view = yield* stock.view(homes);
          for (const record of view.records) {
            add(record.name);
            add(record.namespace);
          }
          return view;
        },
      };
      return { ...source, stock: watched, reader: watching(source.reader) };
    },
  };
};

/** Values of a search's facets, groups and columns that are names, or a project and a name. */
const addFieldValues = (structured: unknown, add: (name: string | undefined) => void): void => {
  const addAll = (value: unknown): void => {
    for (const entry of [value].flat())
      if (typeof entry === 'string') entry.split('/').forEach(add);
  };
  const { facets, aggregate, vms } = isRecord(structured) ? structured : {};
  for (const facet of [facets].flat().filter(isRecord)) {
    if (!NAME_FIELDS.has(textAt(facet, 'field') ?? '')) continue;
    for (const value of [facet.values].flat()) addAll(textAt(value, 'value'));
  }
  const groupedBy = textAt(aggregate, 'by') ?? textAt(aggregate, 'of') ?? '';
  if (isRecord(aggregate) && NAME_FIELDS.has(groupedBy)) {
    for (const group of [aggregate.groups].flat()) addAll(textAt(group, 'key'));
  }
  for (const row of [vms].flat().filter(isRecord)) {
    const fields = isRecord(row.fields) ? row.fields : {};
    for (const [field, value] of Object.entries(fields)) {
      if (NAME_FIELDS.has(field)) addAll(value);
    }
  }
};
