import { MAX_DEPTH } from '@cnv-ai/engine/search';
import { parsePredicate } from './predicate';

const leaf = { field: 'name', op: '=', value: 'web' };
const nested = (depth: number): object => (depth === 0 ? leaf : { not: nested(depth - 1) });

it.each([
  leaf,
  { field: 'node', op: 'exists' },
  { all: [] },
  { all: [leaf, { any: [leaf, { not: leaf }] }] },
  nested(MAX_DEPTH),
])('takes %j', (value) => {
  expect(parsePredicate(value)).toEqual(value);
});

it.each<[string, unknown]>([
  ['nothing', undefined],
  ['a text', 'name = web'],
  ['a list', [leaf]],
  ['an empty object', {}],
  ['no operator', { field: 'name' }],
  ['a broken part', { all: [leaf, {}] }],
  ['a text for a list', { any: 'web' }],
  ['two in one', { all: [leaf], any: [leaf] }],
  ['a word beside the comparison', { ...leaf, negated: true }],
  ['what an object has by itself', { ...leaf, constructor: 1 }],
  ['more depth than a question has', nested(MAX_DEPTH + 1)],
  ['more parts than a question has', { all: Array.from({ length: 300 }, () => leaf) }],
])('does not take %s', (_, value) => {
  expect(parsePredicate(value)).toBeUndefined();
});
