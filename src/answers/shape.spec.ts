import {
  makeDiagnosis,
  makeFix,
  makeRootCause,
  makeRow,
  makeSearchResult,
} from '../testing/factories';
import { isDiagnosis } from './diagnosis-shape';
import { isPredicate, isSearchResult } from './search-shape';

/** As it comes over the wire. */
const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('isDiagnosis', () => {
  it('takes a whole one, also with fields it does not know', () => {
    expect(isDiagnosis(wire({ ...makeDiagnosis(), later: true }))).toBe(true);
  });

  const target = { apiVersion: 'v1', kind: 'Node', name: 'n' };
  const withAction = (action: unknown) => ({
    ...makeDiagnosis(),
    suggestions: [{ ...makeFix(), action }],
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['an unknown verdict', { ...makeDiagnosis(), verdict: 'fine' }],
    ['a summary without twin', { ...makeDiagnosis(), summaryMessage: undefined }],
    [
      'evidence without object',
      {
        ...makeDiagnosis(),
        rootCauses: [{ ...makeRootCause(), evidence: [{ source: 'object', path: '', value: '' }] }],
      },
    ],
    [
      'a patch of an unknown type',
      withAction({ verb: 'patch', target, patchType: 'strategic', patch: {} }),
    ],
    ['an unknown subresource', withAction({ verb: 'subresource', target, subresource: 'delete' })],
    [
      'a message whose params hold objects',
      {
        ...makeDiagnosis(),
        summaryMessage: { id: 'x', params: { a: {} } },
      },
    ],
  ])('refuses %s', (_name, value) => {
    expect(isDiagnosis(wire(value ?? null))).toBe(false);
  });

  it('takes both kinds of action', () => {
    const patch = { verb: 'patch', target, patchType: 'merge', patch: { spec: 1 } };
    const restart = { verb: 'subresource', target, subresource: 'restart' };
    expect(isDiagnosis(wire(withAction(patch)))).toBe(true);
    expect(isDiagnosis(wire(withAction(restart)))).toBe(true);
  });
});

describe('isSearchResult', () => {
  it('takes a whole one', () => {
    expect(isSearchResult(wire(makeSearchResult()))).toBe(true);
  });

  it.each([
    ['an unknown outcome', { outcome: 'fine' }],
    ['a total that is no number', { total: '1' }],
    ['a row without name', { vms: [{ ...makeRow(), name: undefined }] }],
    ['a link to another site', { listUrl: 'https://example.com/' }],
    ['a link to another site without scheme', { listUrl: '//example.com/' }],
    ['a link that runs a script', { listUrl: 'javascript:alert(1)' }],
    ['a link that a browser reads as another site', { listUrl: '/\\example.com' }],
    ['a scope of words', { scope: { namespaces: 'some', hidden: false } }],
  ])('refuses %s', (_name, change) => {
    expect(isSearchResult(wire({ ...makeSearchResult(), ...change }))).toBe(false);
  });
});

describe('isPredicate', () => {
  const leaf = { field: 'status', op: 'in', value: ['Running'] };
  const nested = (depth: number): unknown =>
    Array.from({ length: depth }).reduce<unknown>((inner) => ({ not: inner }), leaf);

  it.each([
    ['a comparison', leaf, true],
    ['an empty conjunction', { all: [] }, true],
    ['alternatives', { any: [leaf, { not: leaf }] }, true],
    ['twenty negations', nested(20), true],
    ['five thousand negations', nested(5_000), false],
    ['a conjunction with a number', { all: [leaf, 7] }, false],
    ['a comparison without operator', { field: 'status' }, false],
    ['an empty object', {}, false],
    ['a word', 'status', false],
  ])('of %s', (_name, value, expected) => {
    expect(isPredicate(value)).toBe(expected);
  });
});
