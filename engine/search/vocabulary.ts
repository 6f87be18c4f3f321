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

/** The same names with what further kinds tell. */
export const withRecords = (vocabulary: Vocabulary, records: readonly VmRecord[]): Vocabulary => ({
  ...vocabulary,
  machines: machinesOf(records),
  values: new Map([...vocabulary.values, ...valuesOf(records)]),
});

/** The vocabulary of what was read; further namespaces and nodes may hold no machine at all. */
export const vocabularyOf = (
  records: readonly VmRecord[],
  namespaces: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(),
  nodes: readonly string[] = [],
  zones: readonly string[] = [],
): Vocabulary => {
  const values = valuesOf(records);
  if (nodes.length > 0) values.set('zone', new Set([...(values.get('zone') ?? []), ...zones]));
  const all = new Map(namespaces);
  for (const { namespace } of records) if (!all.has(namespace)) all.set(namespace, {});
  return {
    namespaces: all,
    machines: machinesOf(records),
    nodes: present([...nodes, ...records.map(({ node }) => node)]),
    instancetypes: present(records.map(({ instancetype }) => instancetype)),
    preferences: present(records.map(({ preference }) => preference)),
    labels: labelsOf(records),
    values,
  };
};

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
