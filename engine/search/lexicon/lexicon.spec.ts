import { FIELDS } from '../fields';
import { lexiconFor } from '.';
import { correction, distance, nearest } from '../../spelling';

describe('distance', () => {
  it.each([
    ['running', 'running', 0],
    ['runing', 'running', 1],
    ['rnuning', 'running', 1],
    ['widnows', 'windows', 1],
    ['stped', 'stopped', 2],
    ['abc', 'xyz', 3],
    ['a', 'abcdef', 3],
  ])('%s to %s', (a, b, expected) => {
    expect(distance(a, b, 2)).toBe(expected);
  });
});

it.each([
  ['runnning', 'running'],
  ['stoped', 'stopped'],
  ['namespce', 'namespace'],
  ['pausd', 'paused'],
  ['windwos', 'windows'],
  ['fedroa', 'fedora'],
  ['unhelthy', 'unhealthy'],
  ['yesturday', 'yesterday'],
  ['wihtout', 'without'],
  ['cat', undefined],
  ['elephant', undefined],
])('%s is read as %s', (given, meant) => {
  expect(correction(given, lexiconFor('en').correctable)).toBe(meant);
});

it('two mistakes need the same first letter', () => {
  expect(nearest('mindoqs', ['windows'])).toEqual([]);
});

it('knows every field by at least one word', () => {
  const fields = new Set(
    [...lexiconFor('en').whole.values()].flatMap(({ senses }) =>
      senses.flatMap((sense) => (sense.is === 'field' ? [sense.field] : [])),
    ),
  );
  expect([...fields].sort()).toEqual(FIELDS.map(({ name }) => name).sort());
});

it('reads English where it does not know the language', () => {
  expect(lexiconFor('xx')).toBe(lexiconFor('en'));
});
