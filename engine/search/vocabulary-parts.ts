import type { VmRecord } from './records/record';
import type { Steps } from './slices';

/** Names by field, gathered when they are asked for; none of a field whose names were not read. */
export type Values = { get: (field: string) => ReadonlySet<string> | undefined };

/**
 * The names that exist for this caller. A word of a sentence that is one of them is never corrected.
 * Each part is made when it is first asked for and then kept: most sentences need few of them.
 */
export type Vocabulary = {
  /** Namespaces, with their labels as far as they can be read. */
  readonly namespaces: ReadonlyMap<string, Labels>;
  /** By name, of which there may be one in each namespace. */
  readonly machines: ReadonlyMap<string, readonly VmRecord[]>;
  readonly nodes: ReadonlySet<string>;
  readonly instancetypes: ReadonlySet<string>;
  readonly preferences: ReadonlySet<string>;
  /** Label keys of virtual machines, each with its values. */
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names other fields consist of, such as zones. */
  readonly values: Values;
  /** One machine of each operating system and version. */
  readonly systems: ReadonlyMap<string, VmRecord>;
};

export type Labels = Readonly<Record<string, string>>;

type Makers = { [Part in keyof Vocabulary]: () => Vocabulary[Part] };

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly part: T } | undefined;
  return () => (made ??= { part: make() }).part;
};

/** Each part is made once, when it is first asked for. */
export const lazily = (makers: Makers): Vocabulary => {
  const namespaces = once(makers.namespaces);
  const machines = once(makers.machines);
  const nodes = once(makers.nodes);
  const instancetypes = once(makers.instancetypes);
  const preferences = once(makers.preferences);
  const labels = once(makers.labels);
  const values = once(makers.values);
  const systems = once(makers.systems);
  return {
    get namespaces() {
      return namespaces();
    },
    get machines() {
      return machines();
    },
    get nodes() {
      return nodes();
    },
    get instancetypes() {
      return instancetypes();
    },
    get preferences() {
      return preferences();
    },
    get labels() {
      return labels();
    },
    get values() {
      return values();
    },
    get systems() {
      return systems();
    },
  };
};

/** A spread would make every part at once. */
export const makersOf = (vocabulary: Vocabulary): Makers => ({
  namespaces: () => vocabulary.namespaces,
  machines: () => vocabulary.machines,
  nodes: () => vocabulary.nodes,
  instancetypes: () => vocabulary.instancetypes,
  preferences: () => vocabulary.preferences,
  labels: () => vocabulary.labels,
  values: () => vocabulary.values,
  systems: () => vocabulary.systems,
});

/** Makes the parts one after the other, before a sentence asks for all of them in one frame. */
export function* makeParts(vocabulary: Vocabulary): Steps<void> {
  for (const make of Object.values(makersOf(vocabulary))) {
    make();
    yield;
  }
}

/** The names of a field are gathered once. */
export const byField = (gather: Values['get']): Values => {
  const known = new Map<string, ReadonlySet<string> | undefined>();
  return {
    get: (field) => {
      if (!known.has(field)) known.set(field, gather(field));
      return known.get(field);
    },
  };
};
