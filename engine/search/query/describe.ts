import { english, say, type Message } from '../../messages';
import { fieldNamed, type Field, type QueryContext } from '../fields';
import type { Predicate } from '../types';

/** A constraint in words: "State changed" "since" "13:30 UTC". */
export type Wording = { label: Message; operator: Message; value: string };

type Leaf = Extract<Predicate, { field: string }>;

export const isLeaf = (predicate: Predicate): predicate is Leaf => 'field' in predicate;

const existenceWording = (field: Field, wanted: boolean): Wording => ({
  label: field.label,
  operator: wanted ? say('is known') : say('is missing'),
  value: '',
});

/** The words of one comparison; `undefined` when it is not valid. */
export const wordingOf = (leaf: Leaf, context: QueryContext): Wording | undefined => {
  const field = fieldNamed(leaf.field);
  if (field === undefined) return undefined;
  if (leaf.op === 'exists') return existenceWording(field, leaf.value !== false);
  const operator = Object.hasOwn(field.operators, leaf.op) ? field.operators[leaf.op] : undefined;
  const prepared = operator?.prepare(leaf.value, context);
  if (operator === undefined || prepared === undefined) return undefined;
  return { label: field.label, operator: operator.label, value: prepared.shown };
};

/** How an operator is negated in English. */
const NEGATED: Readonly<Record<string, string>> = {
  has: 'lacks',
  contains: 'does not contain',
  'starts with': 'does not start with',
  'ends with': 'does not end with',
  'is known': 'is missing',
  'is missing': 'is known',
};

const negation = (operator: string): string =>
  NEGATED[operator] ??
  (operator === 'is' || operator.startsWith('is ')
    ? `is not${operator.slice(2)}`
    : `not ${operator}`);

const phrase = ({ label, operator, value }: Wording, negated: boolean): string => {
  const words = english(operator);
  return [english(label), negated ? negation(words) : words, value]
    .filter((part) => part !== '')
    .join(' ');
};

const describeLeaf = (leaf: Leaf, context: QueryContext, negated: boolean): string => {
  const wording = wordingOf(leaf, context);
  return wording === undefined ? '' : phrase(wording, negated);
};

const join = (parts: readonly string[], word: string, nested: boolean): string =>
  nested && parts.length > 1 ? `(${parts.join(word)})` : parts.join(word);

const describeAt = (predicate: Predicate, context: QueryContext, nested: boolean): string => {
  const each = (items: readonly Predicate[]): string[] =>
    items.map((item) => describeAt(item, context, true));
  if ('all' in predicate) return join(each(predicate.all), nested ? ' and ' : ', ', nested);
  if ('any' in predicate) return join(each(predicate.any), ' or ', nested);
  if (!('not' in predicate)) return describeLeaf(predicate, context, false);
  return isLeaf(predicate.not)
    ? describeLeaf(predicate.not, context, true)
    : `not (${describeAt(predicate.not, context, false)})`;
};

/** The query for people: "Project is prod-*, Status is Error, State changed since 13:30 UTC". */
export const describe = (predicate: Predicate, context: QueryContext): string =>
  describeAt(predicate, context, false);
