import { mergePatch, strategicMerge } from './merge-patch';

describe('mergePatch', () => {
  it('merges objects, removes with null and replaces lists', () => {
    const target = { a: { b: 1, c: 2 }, list: [1, 2] };
    expect(mergePatch(target, { a: { b: null, d: 3 }, list: [9] })).toEqual({
      a: { c: 2, d: 3 },
      list: [9],
    });
  });
  it('does not write null into what it adds', () => {
    expect(mergePatch({}, { a: { b: null } })).toEqual({ a: {} });
  });
});

describe('strategicMerge', () => {
  const target = {
    conditions: [
      { type: 'Ready', status: 'True' },
      { type: 'Available', status: 'True' },
    ],
    args: ['a'],
    finalizers: ['one'],
  };
  it('joins keyed lists by their key', () => {
    expect(strategicMerge(target, { conditions: [{ type: 'Ready', status: 'False' }] })).toEqual({
      ...target,
      conditions: [
        { type: 'Ready', status: 'False' },
        { type: 'Available', status: 'True' },
      ],
    });
  });
  it('deletes an entry by its directive', () => {
    const patch = { conditions: [{ type: 'Ready', $patch: 'delete' }] };
    expect(strategicMerge(target, patch)).toMatchObject({ conditions: [{ type: 'Available' }] });
  });
  it('replaces other lists, joins finalizers and drops ordering directives', () => {
    const patch = { args: ['b'], finalizers: ['two'], '$setElementOrder/conditions': [] };
    expect(strategicMerge(target, patch)).toEqual({
      ...target,
      args: ['b'],
      finalizers: ['one', 'two'],
    });
  });
  it('takes entries out of a list of words', () => {
    expect(
      strategicMerge(target, { '$deleteFromPrimitiveList/finalizers': ['one'] }),
    ).toMatchObject({
      finalizers: [],
    });
  });
});
