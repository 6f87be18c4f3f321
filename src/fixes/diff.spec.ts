import fc from 'fast-check';
import { differences } from './diff';

describe('differences', () => {
  it.each([
    ['a value', { a: 1 }, { a: 2 }, [{ path: 'a', before: '1', after: '2' }]],
    ['what is added', {}, { a: { b: 'x' } }, [{ path: 'a', after: '{"b":"x"}' }]],
    ['what goes', { a: ['x'] }, { a: [] }, [{ path: 'a[0]', before: 'x' }]],
    [
      'a place in a list',
      { a: [{ b: 1 }] },
      { a: [{ b: 2 }] },
      [{ path: 'a[0].b', before: '1', after: '2' }],
    ],
    [
      'a key with a dot',
      { 'a.b/c': 1 },
      { 'a.b/c': 2 },
      [{ path: '"a.b/c"', before: '1', after: '2' }],
    ],
    ['another kind of value', { a: [] }, { a: {} }, [{ path: 'a', before: '[]', after: '{}' }]],
    [
      'nothing of what the server keeps for itself',
      { metadata: { resourceVersion: '1', generation: 1, managedFields: [] } },
      { metadata: { resourceVersion: '2', generation: 2, managedFields: [{}] } },
      [],
    ],
    [
      'no secret',
      { spec: {} },
      { spec: { cloudInitNoCloud: { userData: 'password: not-a-real-one' } } },
      [{ path: 'spec.cloudInitNoCloud', after: '{"userData":"[redacted]"}' }],
    ],
    [
      'no secret that is replaced',
      { volume: { userData: 'password: not-a-real-one' } },
      { volume: { userData: 'password: another-that-is-none' } },
      [],
    ],
  ])('tells %s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });

  it('finds nothing between equals, and something between values that are not', () => {
    const leaf = fc.oneof(fc.integer(), fc.boolean());
    fc.assert(
      fc.property(fc.jsonValue(), leaf, leaf, (around, one, other) => {
        const copy: unknown = JSON.parse(JSON.stringify(around));
        expect(differences({ around, leaf: one }, { around: copy, leaf: other })).toHaveLength(
          one === other ? 0 : 1,
        );
      }),
    );
  });
});
