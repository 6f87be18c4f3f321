import { arranged } from './arranged';

const ids = (...entries: Parameters<typeof arranged>[0]): string[] =>
  arranged(entries).map(({ id }) => id);

it.each([
  ['as they come', [{ id: 'a' }, { id: 'b' }], 'a b'],
  ['after a neighbour', [{ id: 'a' }, { id: 'b' }, { id: 'x', insertAfter: 'a' }], 'a x b'],
  ['before a neighbour', [{ id: 'a' }, { id: 'b' }, { id: 'x', insertBefore: 'b' }], 'a x b'],
  [
    'after one that comes later',
    [{ id: 'x', insertAfter: 'a' }, { id: 'a' }, { id: 'b' }],
    'a x b',
  ],
  [
    'by the first neighbour there is',
    [{ id: 'a' }, { id: 'b' }, { id: 'x', insertAfter: ['no', 'a'] }],
    'a x b',
  ],
  [
    'before rather than after',
    [{ id: 'a' }, { id: 'b' }, { id: 'x', insertBefore: 'a', insertAfter: 'b' }],
    'x a b',
  ],
  ['at the end without its neighbour', [{ id: 'a' }, { id: 'x', insertAfter: 'no' }], 'a x'],
])('puts entries %s', (_title, entries, expected) => {
  expect(ids(...entries).join(' ')).toBe(expected);
});
