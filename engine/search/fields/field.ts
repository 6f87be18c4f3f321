import type { ObjectRef, RESOURCES } from '../../kubernetes';
import type { Message } from '../../messages';
import { negate, truth, UNKNOWN, type Truth, type Unknown } from '../query/truth';
import type { Origin } from '../records/size';
import type { VmRecord } from '../records/record';

/** What a comparison may depend on beside the value: the time now, and the zone times are shown in. */
export type QueryContext = { now: number; timeZone: string };

/** A value from outside, checked: its canonical form, how it is shown, and the comparison itself. */
export type Prepared<V> = { value: unknown; shown: string; test: (found: V) => boolean | Truth };

export type Operator<V> = {
  label: Message;
  /** What the operator accepts, for the error that names it. */
  expects: string;
  prepare: (value: unknown, context: QueryContext) => Prepared<V> | undefined;
};

/** How values of one type are compared. */
export type Comparisons<V> = Readonly<Record<string, Operator<V>>>;

/** Where a value was read, and the text that stands there. */
export type Evidence = { in: Origin['in'] | ObjectRef; path: string; value: string };

/** A kind of `RESOURCES` by its name there. */
export type ResourceName = keyof typeof RESOURCES;

/** Words that stand for one value, `|` between them: "protected". */
type Phrases = readonly (readonly [words: string, value: string | boolean])[];

type Definition<V> = {
  name: string;
  label: Message;
  /** Words people use for the field, by language, `|` between them. */
  words: Readonly<Record<string, string>>;
  /** Words that stand for the field with its value, by language. */
  phrases?: Readonly<Record<string, Phrases>>;
  /** Words for it that are said of the node a machine is on. */
  hostStates?: Readonly<Record<'yes' | 'no', string>>;
  type: string;
  /** Kinds that tell the value, beside the machine and its instance: read only when asked for. */
  needs?: readonly ResourceName[];
  comparisons: Comparisons<V>;
  /** `undefined`: it has none. `UNKNOWN`: the caller may not read it, or nobody reports it. */
  read: (record: VmRecord) => V | Unknown | undefined;
  /** `value` is what it was compared with: it says which of several labels counts. */
  evidence?: (record: VmRecord, value: unknown) => Evidence | undefined;
  /** For sorting. */
  order?: (value: V) => string | number | undefined;
  /** For columns, facets and groups; without it the field has none. */
  cell?: (value: V) => string | number | boolean | undefined;
  /** One by one what another machine can have too, where `cell` is not that. */
  each?: (value: V) => readonly (string | number)[];
  /** A number of things, of which a machine may have none. */
  counts?: boolean;
  /** More than one value at a time, so that "a and b" asks for both. */
  multiple?: boolean;
  /** Absence is worth asking for: "without a node". */
  optional?: boolean;
  /** Absence of this value, when that is not the same as having none. */
  present?: (value: V) => boolean;
  /** Names a value consists of, where a sentence may only use names that are there. */
  listed?: (value: V) => readonly string[];
  /** Any text can be a value, whether it is there or not. */
  open?: boolean;
  /** Its values say why another field is as it is, and mean nothing where that is not spoken of. */
  explains?: { field: string; stem: string };
  /** Its values are names of nodes. */
  namesNodes?: boolean;
  /** A part of a name is enough in a sentence: "nvidia" of nvidia.com/A100. */
  partial?: boolean;
  /** The field meant when a time follows: `''` for the field itself, else for one of its values. */
  timed?: Readonly<Record<string, string>>;
  /** It comes and goes, and no time of it is kept: a time beside it can be of nothing. */
  passing?: boolean;
  /** A value as it could stand in a cluster, for the reference; texts need one. */
  example?: string;
  /** Every value there is. */
  values?: readonly string[];
  unit?: 'bytes' | 'vcpu';
};

type BoundOperator = {
  label: Message;
  expects: string;
  prepare: (
    value: unknown,
    context: QueryContext,
  ) => { value: unknown; shown: string; test: (record: VmRecord) => Truth } | undefined;
};

/** A searchable field. */
export type Field = Omit<
  Definition<never>,
  'comparisons' | 'read' | 'order' | 'cell' | 'listed' | 'present' | 'each'
> & {
  operators: Readonly<Record<string, BoundOperator>>;
  exists: (record: VmRecord) => Truth;
  sortKey?: (record: VmRecord) => string | number | undefined;
  column?: (record: VmRecord) => string | number | boolean | undefined;
  /** What another machine can have too; empty when it has none or it is not known. */
  each: (record: VmRecord) => readonly (string | number | boolean)[];
  /** The names a record has; `undefined` when they are not known. */
  names?: (record: VmRecord) => readonly string[] | undefined;
};

const asTruth = (value: boolean | Truth): Truth =>
  typeof value === 'boolean' ? truth(value) : value;

const bind = <V>(operator: Operator<V>, read: Definition<V>['read']): BoundOperator => ({
  label: operator.label,
  expects: operator.expects,
  prepare: (value, context) => {
    const prepared = operator.prepare(value, context);
    if (prepared === undefined) return undefined;
    const test = (record: VmRecord): Truth => {
      const found = read(record);
      if (found === UNKNOWN) return 'unknown';
      return found === undefined ? 'no' : asTruth(prepared.test(found));
    };
    return { value: prepared.value, shown: prepared.shown, test };
  },
});

const known = <V, T>(
  read: Definition<V>['read'],
  convert: ((value: V) => T) | undefined,
): ((record: VmRecord) => T | undefined) | undefined =>
  convert &&
  ((record) => {
    const value = read(record);
    return value === undefined || value === UNKNOWN ? undefined : convert(value);
  });

/** Makes a field out of its definition: the one place that says all about it. */
export const defineField = <V>(definition: Definition<V>): Field => {
  const { comparisons, read, order, cell, listed, present, each, ...rest } = definition;
  const operators = Object.fromEntries(
    Object.entries(comparisons).map(([name, operator]) => [name, bind(operator, read)]),
  );
  return {
    ...rest,
    operators,
    exists: (record) => {
      const value = read(record);
      if (value === UNKNOWN) return 'unknown';
      return truth(value !== undefined && (present === undefined || present(value)));
    },
    sortKey: known(read, order),
    column: known(read, cell),
    each: (record) => {
      const value = read(record);
      if (value === undefined || value === UNKNOWN) return [];
      const own = rest.multiple === true ? undefined : cell?.(value);
      return each?.(value) ?? (own === undefined ? [] : [own]);
    },
    ...(listed === undefined
      ? {}
      : {
          names: (record: VmRecord) => {
            const value = read(record);
            if (value === UNKNOWN) return undefined;
            return value === undefined ? [] : listed(value);
          },
        }),
  };
};

/** A value that comes from the VirtualMachineInstance: unknown to who may not read it. */
export const fromInstance = <V>(record: VmRecord, value: V | undefined): V | Unknown | undefined =>
  value === undefined && record.vmi === 'unread' ? UNKNOWN : value;

export const existence = (record: VmRecord, field: Field, wanted: boolean): Truth =>
  wanted ? field.exists(record) : negate(field.exists(record));
