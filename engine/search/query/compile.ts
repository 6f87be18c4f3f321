import { isRecord } from '../../kubernetes';
import { say, type Message } from '../../messages';
import { nearest } from '../../spelling';
import { FIELD_NAMES, fieldNamed, FIELDS, type Field, type QueryContext } from '../fields';
import { existence } from '../fields/field';
import type { VmRecord } from '../records/record';
import type { Predicate } from '../types';
import { negate, type Truth } from './truth';

export type Test = (record: VmRecord) => Truth;

/** A predicate that can be executed, in canonical form; or what is wrong with it. */
export type Compiled = { where: Predicate; test: Test } | { problem: Message };

export const MAX_DEPTH = 8;
export const MAX_TERMS = 200;

const wordsOf = ({ words }: Field): string[] => words.en?.split('|') ?? [];

const cut = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify([value]).slice(1, -1);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

const all =
  (tests: readonly Test[]): Test =>
  (record) => {
    let unknown = false;
    for (const test of tests) {
      const result = test(record);
      if (result === 'no') return 'no';
      unknown ||= result === 'unknown';
    }
    return unknown ? 'unknown' : 'yes';
  };

const someOf =
  (tests: readonly Test[]): Test =>
  (record) => {
    let unknown = false;
    for (const test of tests) {
      const result = test(record);
      if (result === 'yes') return 'yes';
      unknown ||= result === 'unknown';
    }
    return unknown ? 'unknown' : 'no';
  };

/** The field that may be meant, else every field there is. */
const unknownField = (name: unknown): Message => {
  const given = cut(name);
  const folded = given.toLowerCase();
  const known = FIELDS.find(
    (field) => field.name.toLowerCase() === folded || wordsOf(field).includes(folded),
  );
  const close = nearest(folded, FIELD_NAMES, 2).map(({ word }) => word);
  const parts = FIELD_NAMES.filter((field) => folded.length > 2 && field.includes(folded));
  const similar = [...new Set([...(known === undefined ? [] : [known.name]), ...close, ...parts])];
  return similar.length > 0
    ? say('There is no field {{field}}. Did you mean {{fields}}?', {
        field: given,
        fields: similar.slice(0, 3).join(', '),
      })
    : say('There is no field {{field}}. Fields: {{allowed}}.', {
        field: given,
        allowed: FIELD_NAMES.join(', '),
      });
};

/** One spelling for one meaning: several values are `in`, and `in` has a list. */
const canonicalLeaf = (field: Field, op: string, value: unknown): Predicate => {
  const listable = field.operators.in !== undefined;
  if (op === 'is' && listable && Array.isArray(value))
    return { field: field.name, op: 'in', value };
  const list = op === 'in' && !Array.isArray(value) ? [value] : value;
  return { field: field.name, op, value: list };
};

type Source = Readonly<Record<string, unknown>>;

/** What it says that there is one: yes where the answer is yes or no, one or more of a number of things. */
const existenceLeaf = (field: Field, wanted: boolean): Source | undefined => {
  if (field.type === 'boolean') return { field: field.name, op: 'is', value: wanted };
  if (field.counts !== true) return undefined;
  return { field: field.name, op: wanted ? 'gt' : 'is', value: 0 };
};

const compileExistence = (field: Field, value: unknown, context: QueryContext): Compiled => {
  const wanted = value ?? true;
  if (typeof wanted !== 'boolean') {
    return { problem: say('{{field}} exists accepts true or false.', { field: field.name }) };
  }
  const leaf = existenceLeaf(field, wanted);
  if (leaf !== undefined) return compileLeaf(leaf, context);
  return {
    where: { field: field.name, op: 'exists', value: wanted },
    test: (record) => existence(record, field, wanted),
  };
};

function compileLeaf(source: Source, context: QueryContext): Compiled {
  const { field: name, op, value } = source;
  const field = typeof name === 'string' ? fieldNamed(name) : undefined;
  if (field === undefined) return { problem: unknownField(name) };
  if (op === 'exists') return compileExistence(field, value, context);
  const operator =
    typeof op === 'string' && Object.hasOwn(field.operators, op) ? field.operators[op] : undefined;
  if (operator === undefined || typeof op !== 'string') {
    const allowed = [...Object.keys(field.operators), 'exists'].join(', ');
    const params = { field: field.name, op: cut(op), allowed };
    return { problem: say('{{field}} has no operator {{op}}. Operators: {{allowed}}.', params) };
  }
  const prepared = operator.prepare(value, context);
  if (prepared === undefined) {
    const params = { field: field.name, op, value: cut(value), allowed: operator.expects };
    return {
      problem: say('{{field}} {{op}} does not accept {{value}}. Allowed: {{allowed}}.', params),
    };
  }
  return { where: canonicalLeaf(field, op, prepared.value), test: prepared.test };
}

type Budget = { terms: number };

const SHAPE = say('A query is {all: […]}, {any: […]}, {not: …} or {field, op, value}.');
const TOO_LARGE = say('The query is too large: at most {{terms}} terms, {{depth}} levels deep.', {
  terms: MAX_TERMS,
  depth: MAX_DEPTH,
});

const LEAF_KEYS: ReadonlySet<string> = new Set(['field', 'op', 'value']);

/** What stands beside what is read would be left out unsaid: `{all, any}`, `{field, op, value, negated}`. */
const isShaped = (source: Source): boolean => {
  const keys = Object.keys(source);
  return keys.length === 1 || keys.every((key) => LEAF_KEYS.has(key));
};

const compileList = (
  list: readonly unknown[],
  context: QueryContext,
  depth: number,
  budget: Budget,
): { wheres: Predicate[]; tests: Test[] } | { problem: Message } => {
  const wheres: Predicate[] = [];
  const tests: Test[] = [];
  for (const item of list) {
    const compiled = compileAt(item, context, depth + 1, budget);
    if ('problem' in compiled) return compiled;
    wheres.push(compiled.where);
    tests.push(compiled.test);
  }
  return { wheres, tests };
};

const compileAt = (
  source: unknown,
  context: QueryContext,
  depth: number,
  budget: Budget,
): Compiled => {
  budget.terms -= 1;
  if (depth > MAX_DEPTH || budget.terms < 0) return { problem: TOO_LARGE };
  if (!isRecord(source) || !isShaped(source)) return { problem: SHAPE };
  if (Array.isArray(source.all)) {
    const list = compileList(source.all, context, depth, budget);
    return 'problem' in list ? list : { where: { all: list.wheres }, test: all(list.tests) };
  }
  if (Array.isArray(source.any)) {
    const list = compileList(source.any, context, depth, budget);
    return 'problem' in list ? list : { where: { any: list.wheres }, test: someOf(list.tests) };
  }
  if ('not' in source) {
    const inner = compileAt(source.not, context, depth + 1, budget);
    if ('problem' in inner) return inner;
    return { where: { not: inner.where }, test: (record) => negate(inner.test(record)) };
  }
  return 'field' in source ? compileLeaf(source, context) : { problem: SHAPE };
};

/**
 * Checks a predicate from outside and makes it executable. The errors name the field and what it
 * accepts. Times relative to now become instants, so that what is shown is what is executed.
 */
export const compile = (source: unknown, context: QueryContext): Compiled =>
  compileAt(source, context, 0, { terms: MAX_TERMS });

/** Matches everything. */
export const EVERYTHING = { all: [] } satisfies Predicate;
