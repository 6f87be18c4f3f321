import { FIELDS } from './fields';
import type { VmRecord } from './records/record';

/** The names that exist for this caller. A word of a sentence that is one of them is never corrected. */
export type Vocabulary = {
  /** Namespaces, with their labels as far as they can be read. */
  namespaces: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** By name, of which there may be one in each namespace. */
  machines: ReadonlyMap<string, readonly VmRecord[]>;
  nodes: ReadonlySet<string>;
  instancetypes: ReadonlySet<string>;
  preferences: ReadonlySet<string>;
  /** Label keys of virtual machines, each with its values. */
  labels: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names other fields consist of, such as zones; a field is missing where they were not read. */
  values: ReadonlyMap<string, ReadonlySet<string>>;
};

/** Fields whose values are names of things. */
export type NamedField = 'namespace' | 'node' | 'name' | 'instancetype' | 'preference';

export const NAMED_FIELDS = ['namespace', 'node', 'name', 'instancetype', 'preference'] as const;

const present = (values: readonly (string | undefined)[]): ReadonlySet<string> =>
  new Set(values.filter((value) => value !== undefined).filter((value) => value !== ''));

const labelsOf = (records: readonly VmRecord[]): Map<string, Set<string>> => {
  const labels = new Map<string, Set<string>>();
  for (const record of records) {
    for (const [key, value] of Object.entries(record.labels)) {
      const values = labels.get(key) ?? new Set<string>();
      values.add(value);
      labels.set(key, values);
    }
  }
  return labels;
};

const LISTED = FIELDS.filter(({ names }) => names !== undefined);

const machinesOf = (records: readonly VmRecord[]): Map<string, VmRecord[]> => {
  const machines = new Map<string, VmRecord[]>();
  for (const record of records) {
    const known = machines.get(record.name);
    if (known === undefined) machines.set(record.name, [record]);
    else known.push(record);
  }
  return machines;
};

/** The names of a field; without any it is not known whether there are none or none were read. */
const valuesOf = (records: readonly VmRecord[]): Map<string, Set<string>> => {
  const values = new Map<string, Set<string>>();
  for (const { name, names } of LISTED) {
    const found = new Set<string>();
    for (const record of records) for (const value of names?.(record) ?? []) found.add(value);
    if (found.size > 0) values.set(name, found);
  }
  return values;
};

const ZONE = 'zone';

type Labels = Readonly<Record<string, string>>;

/** The same words with the namespaces and nodes there are, whether they hold machines or not. */
export const withPlaces = (
  vocabulary: Vocabulary,
  namespaces: ReadonlyMap<string, Labels>,
  hosts: readonly { name: string; zone?: string }[],
): Vocabulary => {
  const all = new Map(namespaces);
  for (const [name, labels] of vocabulary.namespaces) if (!all.has(name)) all.set(name, labels);
  const values = new Map(vocabulary.values);
  const zones = hosts.map(({ zone }) => zone);
  if (hosts.length > 0) values.set(ZONE, present([...(values.get(ZONE) ?? []), ...zones]));
  const nodes = present([...hosts.map(({ name }) => name), ...vocabulary.nodes]);
  return { ...vocabulary, namespaces: all, nodes, values };
};

/** The words of `further`, where more kinds tell of the same machines, in the places known before. */
export const withWords = (before: Vocabulary, further: Vocabulary): Vocabulary => {
  const values = new Map([...before.values, ...further.values]);
  const zones = before.values.get(ZONE);
  if (zones !== undefined) values.set(ZONE, zones);
  return { ...further, namespaces: before.namespaces, nodes: before.nodes, values };
};

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> => {
  const all = new Set<string>();
  for (const set of sets) for (const value of set) all.add(value);
  return all;
};

const unionByKey = (
  maps: readonly ReadonlyMap<string, ReadonlySet<string>>[],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const all = new Map<string, Set<string>>();
  for (const map of maps) {
    for (const [key, values] of map) {
      const known = all.get(key);
      if (known === undefined) all.set(key, new Set(values));
      else for (const value of values) known.add(value);
    }
  }
  return all;
};

const unionOfMachines = (
  maps: readonly Vocabulary['machines'][],
): Map<string, readonly VmRecord[]> => {
  const all = new Map<string, readonly VmRecord[]>();
  for (const map of maps) {
    for (const [name, records] of map) {
      const known = all.get(name);
      all.set(name, known === undefined ? records : [...known, ...records]);
    }
  }
  return all;
};

/** The words of machines that were read in parts. */
export const joinVocabularies = (parts: readonly Vocabulary[]): Vocabulary => ({
  namespaces: new Map(parts.flatMap(({ namespaces }) => [...namespaces])),
  machines: unionOfMachines(parts.map(({ machines }) => machines)),
  nodes: union(parts.map(({ nodes }) => nodes)),
  instancetypes: union(parts.map(({ instancetypes }) => instancetypes)),
  preferences: union(parts.map(({ preferences }) => preferences)),
  labels: unionByKey(parts.map(({ labels }) => labels)),
  values: unionByKey(parts.map(({ values }) => values)),
});

/** The words of some machines; further namespaces and nodes may hold no machine at all. */
export const vocabularyOf = (
  records: readonly VmRecord[],
  namespaces: ReadonlyMap<string, Labels> = new Map(),
  nodes: readonly string[] = [],
): Vocabulary =>
  withPlaces(
    {
      namespaces: new Map(records.map(({ namespace }) => [namespace, {}])),
      machines: machinesOf(records),
      nodes: present(records.map(({ node }) => node)),
      instancetypes: present(records.map(({ instancetype }) => instancetype)),
      preferences: present(records.map(({ preference }) => preference)),
      labels: labelsOf(records),
      values: valuesOf(records),
    },
    namespaces,
    nodes.map((name) => ({ name })),
  );

/** Whether the word is the name of something of this kind. */
export const isNamed = (vocabulary: Vocabulary, field: NamedField, word: string): boolean =>
  ({
    namespace: vocabulary.namespaces,
    node: vocabulary.nodes,
    name: vocabulary.machines,
    instancetype: vocabulary.instancetypes,
    preference: vocabulary.preferences,
  })[field].has(word);

export const namesOf = (vocabulary: Vocabulary, field: NamedField): Iterable<string> =>
  ({
    namespace: vocabulary.namespaces,
    node: vocabulary.nodes,
    name: vocabulary.machines,
    instancetype: vocabulary.instancetypes,
    preference: vocabulary.preferences,
  })[field].keys();

/** The kinds of things the word is the exact name of. */
export const kindsOf = (vocabulary: Vocabulary, word: string): NamedField[] =>
  NAMED_FIELDS.filter((field) => isNamed(vocabulary, field, word));

/** Whether some label of some machine says this. */
export const isLabelValue = ({ labels }: Vocabulary, word: string): boolean => {
  for (const values of labels.values()) if (values.has(word)) return true;
  return false;
};
