import { exactBytes } from './fields/comparisons-number';
import { english, say, type Message } from '../messages';
import { fieldNamed } from './fields';
import { groupedBy } from './results/groups';
import type { Wanted } from './sentence/results';
import type { Aggregate, Interpretation } from './types';

type Order = NonNullable<Interpretation['order']>[number];
type Having = NonNullable<Aggregate['having']>;

const COUNTED: Readonly<Record<Having['op'], Message>> = {
  is: say('{{number}} per {{field}}'),
  gt: say('more than {{number}} per {{field}}'),
  gte: say('at least {{number}} per {{field}}'),
  lt: say('fewer than {{number}} per {{field}}'),
  lte: say('at most {{number}} per {{field}}'),
  between: say('between {{number}} and {{most}} per {{field}}'),
};

/** What is said of a field, or of the label with a key. */
const about = ({ id }: Message, name: string, params: Message['params']): Order => {
  const label = fieldNamed(name)?.label;
  const field = label === undefined ? name.replace(/^label:/, '') : english(label);
  return {
    message: { id, params: { ...params, field } },
    ...(label === undefined ? {} : { label }),
  };
};

/** A number of machines, or an amount they add up to. */
const inUnit = (value: number, unit: Aggregate['unit']): number | string => {
  if (unit === undefined) return value;
  return unit === 'bytes' ? exactBytes(value) : `${value} vCPU`;
};

/** How many rows a group must have, or what they must add up to. */
const groupWords = (aggregate: Wanted['aggregate']): Order[] => {
  if (aggregate?.having === undefined) return [];
  const { op, value } = aggregate.having;
  const [number = 0, most = number] = [value].flat().map((one) => inUnit(one, aggregate.unit));
  const params: Message['params'] = op === 'between' ? { number, most } : { number };
  return [about(COUNTED[op], groupedBy(aggregate), params)];
};

const DESCENDING = say('sorted by {{field}} descending');
const ASCENDING = say('sorted by {{field}} ascending');

/** Order, number and size of groups of what is asked for; they are part of what is executed. */
export const orderWords = ({
  sort,
  limit,
  aggregate,
}: Pick<Wanted, 'sort' | 'limit' | 'aggregate'>): Order[] => [
  ...groupWords(aggregate),
  ...(sort === undefined || fieldNamed(sort.field) === undefined
    ? []
    : [about(sort.descending ? DESCENDING : ASCENDING, sort.field, {})]),
  ...(limit === undefined ? [] : [{ message: say('the first {{limit}}', { limit }) }]),
];
