import { fieldNamed, type Field } from '../fields';
import type { Predicate } from '../types';
import { isLeaf } from './describe';
import { writeValue } from './value-text';

/** Operators with a sign of their own; the others are written as words. */
const SIGNS: Readonly<Record<string, string>> = {
  is: ':',
  in: ':',
  between: ':',
  gt: '>',
  gte: '>=',
  since: '>=',
  lt: '<',
  before: '<',
  lte: '<=',
};

const writeOperand = (field: Field, op: string, value: unknown): string => {
  if (!Array.isArray(value)) return writeValue(field, value);
  const values = value.map((item: unknown) => writeValue(field, item));
  return op === 'between' ? values.join('..') : `(${values.join(', ')})`;
};

/** The text between a field and its value: `:` or ` contains `. */
export const operatorText = (op: string): string => SIGNS[op] ?? ` ${op} `;

const leafText = ({ field: name, op, value }: Extract<Predicate, { field: string }>): string => {
  if (op === 'exists') return `${value === false ? 'missing' : 'has'}:${name}`;
  const field = fieldNamed(name);
  return field === undefined
    ? `${name}${operatorText(op)}${JSON.stringify(value)}`
    : `${name}${operatorText(op)}${writeOperand(field, op, value)}`;
};

const listText = (
  items: readonly Predicate[],
  words: { join: string; name: string },
  nested: boolean,
): string => {
  if (items.length < 2)
    return `${words.name}(${items.map((item) => textAt(item, false)).join('')})`;
  const text = items.map((item) => textAt(item, true)).join(words.join);
  return nested ? `(${text})` : text;
};

const textAt = (where: Predicate, nested: boolean): string => {
  if ('all' in where) return listText(where.all, { join: ' AND ', name: 'ALL' }, nested);
  if ('any' in where) return listText(where.any, { join: ' OR ', name: 'ANY' }, nested);
  return isLeaf(where) ? leafText(where) : `NOT ${textAt(where.not, true)}`;
};

/**
 * A compiled query as text that people can type and that reads back as the same query:
 * `status:Stopped AND (memory>8GiB OR NOT label has "team")`. Lists of fewer than two are `ALL(…)`
 * and `ANY(…)`.
 */
export const toText = (where: Predicate): string => textAt(where, false);
