import { jsonPatch, PatchFailure } from './json-patch';

const document = { a: { b: [1, 2, 3] }, 'x/y': 1, 'm~n': 2 };

describe('jsonPatch', () => {
  it.each([
    ['add a field', { op: 'add', path: '/c', value: 1 }, { ...document, c: 1 }],
    ['insert', { op: 'add', path: '/a/b/1', value: 9 }, { ...document, a: { b: [1, 9, 2, 3] } }],
    ['append', { op: 'add', path: '/a/b/-', value: 9 }, { ...document, a: { b: [1, 2, 3, 9] } }],
    ['remove', { op: 'remove', path: '/a/b/0' }, { ...document, a: { b: [2, 3] } }],
    ['replace', { op: 'replace', path: '/a/b/2', value: 4 }, { ...document, a: { b: [1, 2, 4] } }],
    ['escaped', { op: 'replace', path: '/x~1y', value: 5 }, { ...document, 'x/y': 5 }],
    ['escaped tilde', { op: 'replace', path: '/m~0n', value: 5 }, { ...document, 'm~n': 5 }],
    ['test', { op: 'test', path: '/a', value: { b: [1, 2, 3] } }, document],
    ['move', { op: 'move', from: '/a/b/0', path: '/c' }, { ...document, a: { b: [2, 3] }, c: 1 }],
    ['copy', { op: 'copy', from: '/a/b/0', path: '/c' }, { ...document, c: 1 }],
  ])('%s', (_title, operation, expected) => {
    expect(jsonPatch(document, [operation])).toEqual(expected);
  });

  it.each([
    { op: 'test', path: '/a/b/0', value: 2 },
    { op: 'replace', path: '/nothing', value: 2 },
    { op: 'remove', path: '/a/b/7' },
    { op: 'add', path: '/a/b/7', value: 1 },
    { op: 'add', path: '/no/way', value: 1 },
    { op: 'add', path: 'a', value: 1 },
    { op: 'shout', path: '/a' },
    { op: 'add' },
    7,
  ])('fails on %j and leaves the document alone', (operation) => {
    const before = structuredClone(document);
    expect(() => jsonPatch(document, [operation])).toThrow(PatchFailure);
    expect(document).toEqual(before);
  });
});
