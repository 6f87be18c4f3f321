import { affordable } from './subjects';

const own = { kind: 'Pod', name: 'a', namespace: 'ns' };
const unplaced = { kind: 'VirtualMachineInstance', name: 'a' };
const foreign = ['b', 'c'].map((name) => ({ kind: 'Pod', name, namespace: 'images' }));

describe('affordable', () => {
  it.each([
    [9, 2],
    [2, 1],
    [1, 0],
    [0, 0],
  ])('with %s reads left, those of %s objects of other projects are read', (left, count) => {
    expect(affordable([own, unplaced, ...foreign], 'ns', left)).toEqual([
      own,
      unplaced,
      ...foreign.slice(0, count),
    ]);
  });
});
