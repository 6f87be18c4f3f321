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
export type Evidence = Origin & { value: string };

type Definition<V> = {
  name: string;
  label: Message;
  /** Words people use for the field, by language, `|` between them. */
  words: Readonly<Record<string, string>>;
  type: string;
  comparisons: Comparisons<V>;
  /** `undefined`: it has none. `UNKNOWN`: the caller may not read it, or nobody reports it. */
  read: (record: VmRecord) => V | Unknown | undefined;
  /** `value` is what it was compared with: it says which of several labels counts. */
  evidence?: (record: VmRecord, value: unknown) => Evidence | undefined;
  /** For sorting. */
  order?: (value: V) => string | number;
  /** For columns, facets and groups; without it the field has none. */
  cell?: (value: V) => string | number | boolean;
  /** More than one value at a time, so that "a and b" asks for both. */
  multiple?: boolean;
  /** Absence is worth asking for: "without a node". */
  optional?: boolean;
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
export type Field = Omit<Definition<never>, 'comparisons' | 'read' | 'order' | 'cell'> & {
  operators: Readonly<Record<string, BoundOperator>>;
  exists: (record: VmRecord) => Truth;
  sortKey?: (record: VmRecord) => string | number | undefined;
  column?: (record: VmRecord) => string | number | boolean | undefined;
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
  const { comparisons, read, order, cell, ...rest } = definition;
  const operators = Object.fromEntries(
    Object.entries(comparisons).map(([name, operator]) => [name, bind(operator, read)]),
  );
  return {
    ...rest,
    operators,
    exists: (record) => {
      const value = read(record);
      return value === UNKNOWN ? 'unknown' : truth(value !== undefined);
    },
    sortKey: known(read, order),
    column: known(read, cell),
  };
};

/** A value that comes from the VirtualMachineInstance: unknown to who may not read it. */
export const fromInstance = <V>(record: VmRecord, value: V | undefined): V | Unknown | undefined =>
  value === undefined && record.vmi === 'unread' ? UNKNOWN : value;

export const existence = (record: VmRecord, field: Field, wanted: boolean): Truth =>
  wanted ? field.exists(record) : negate(field.exists(record));
