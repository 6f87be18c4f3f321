import { fieldNamed } from './fields';
import type { Names } from './names';
import type { VmRecord } from './records/record';
import {
  byField,
  lazily,
  makersOf,
  type Labels,
  type Values,
  type Vocabulary,
} from './vocabulary-parts';

export type { Vocabulary } from './vocabulary-parts';

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

const machinesOf = (records: readonly VmRecord[]): Map<string, VmRecord[]> => {
  const machines = new Map<string, VmRecord[]>();
  for (const record of records) {
    const known = machines.get(record.name);
    if (known === undefined) machines.set(record.name, [record]);
    else known.push(record);
  }
  return machines;
};

/** Without any it is not known whether there are none or none were read. */
const valuesOf = (records: readonly VmRecord[]): Values =>
  byField((field) => {
    const names = fieldNamed(field)?.names;
    if (names === undefined) return undefined;
    const found = new Set<string>();
    for (const record of records) for (const value of names(record) ?? []) found.add(value);
    return found.size > 0 ? found : undefined;
  });

const systemsOf = (records: readonly VmRecord[]): Map<string, VmRecord> => {
  const systems = new Map<string, VmRecord>();
  for (const record of records) {
    if (record.os === undefined) continue;
    const system = `${record.os.family} ${record.os.version ?? ''}`;
    if (!systems.has(system)) systems.set(system, record);
  }
  return systems;
};

const ZONE = 'zone';

/** The same words with the namespaces and nodes there are, whether they hold machines or not. */
export const withPlaces = (
  vocabulary: Vocabulary,
  namespaces: ReadonlyMap<string, Labels>,
  hosts: readonly { name: string; zone?: string }[],
): Vocabulary =>
  lazily({
    ...makersOf(vocabulary),
    namespaces: () => {
      const all = new Map(namespaces);
      for (const [name, labels] of vocabulary.namespaces) if (!all.has(name)) all.set(name, labels);
      return all;
    },
    nodes: () => present([...hosts.map(({ name }) => name), ...vocabulary.nodes]),
    values: () =>
      byField((field) => {
        const known = vocabulary.values.get(field);
        if (field !== ZONE || hosts.length === 0) return known;
        return present([...(known ?? []), ...hosts.map(({ zone }) => zone)]);
      }),
  });

/** The words of `further`, where more kinds tell of the same machines, in the places known before. */
export const withWords = (before: Vocabulary, further: Vocabulary): Vocabulary =>
  lazily({
    ...makersOf(further),
    namespaces: () => before.namespaces,
    nodes: () => before.nodes,
    values: () =>
      byField((field) => {
        const [known, more] = [before.values.get(field), further.values.get(field)];
        return field === ZONE ? (known ?? more) : (more ?? known);
      }),
  });

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
export const joinVocabularies = (parts: readonly Vocabulary[]): Vocabulary =>
  lazily({
    namespaces: () => new Map(parts.flatMap(({ namespaces }) => [...namespaces])),
    machines: () => unionOfMachines(parts.map(({ machines }) => machines)),
    nodes: () => union(parts.map(({ nodes }) => nodes)),
    instancetypes: () => union(parts.map(({ instancetypes }) => instancetypes)),
    preferences: () => union(parts.map(({ preferences }) => preferences)),
    labels: () => unionByKey(parts.map(({ labels }) => labels)),
    values: () =>
      byField((field) => {
        const known = parts.flatMap(({ values }) => values.get(field) ?? []);
        return known.length === 0 ? undefined : union(known);
      }),
    systems: () => new Map(parts.flatMap(({ systems }) => [...systems])),
  });

/** The words of some machines; further namespaces and nodes may hold no machine at all. */
export const vocabularyOf = (
  records: readonly VmRecord[],
  namespaces: ReadonlyMap<string, Labels> = new Map(),
  nodes: readonly string[] = [],
): Vocabulary =>
  withPlaces(
    lazily({
      namespaces: () => new Map(records.map(({ namespace }) => [namespace, {}])),
      machines: () => machinesOf(records),
      nodes: () => present(records.map(({ node }) => node)),
      instancetypes: () => present(records.map(({ instancetype }) => instancetype)),
      preferences: () => present(records.map(({ preference }) => preference)),
      labels: () => labelsOf(records),
      values: () => valuesOf(records),
      systems: () => systemsOf(records),
    }),
    namespaces,
    nodes.map((name) => ({ name })),
  );

const NAMES = {
  namespace: ({ namespaces }) => namespaces,
  node: ({ nodes }) => nodes,
  name: ({ machines }) => machines,
  instancetype: ({ instancetypes }) => instancetypes,
  preference: ({ preferences }) => preferences,
} satisfies Record<NamedField, (vocabulary: Vocabulary) => unknown>;

/** Whether the word is the name of something of this kind. */
export const isNamed = (vocabulary: Vocabulary, field: NamedField, word: string): boolean =>
  NAMES[field](vocabulary).has(word);

export const namesOf = (vocabulary: Vocabulary, field: NamedField): Names =>
  NAMES[field](vocabulary);

/** The kinds of things the word is the exact name of. */
export const kindsOf = (vocabulary: Vocabulary, word: string): NamedField[] =>
  NAMED_FIELDS.filter((field) => isNamed(vocabulary, field, word));

/** Whether some label of some machine says this. */
export const isLabelValue = ({ labels }: Vocabulary, word: string): boolean => {
  for (const values of labels.values()) if (values.has(word)) return true;
  return false;
};
