import { servedPlural } from './resources';
import { asWritten } from './written';

const text = (plural: string, object: object): string =>
  JSON.stringify(asWritten(servedPlural(plural), { ...object }));

it.each([
  ['virtualmachines', { kind: 'V', apiVersion: 'v1', b: [{ d: 1, c: 2 }] }],
  ['virtualmachines', { b: [{ c: 2, d: 1 }], apiVersion: 'v1', kind: 'V' }],
])('a custom resource is sorted through and through: %s %j', (plural, object) => {
  expect(text(plural, object)).toBe('{"apiVersion":"v1","b":[{"c":2,"d":1}],"kind":"V"}');
});

it('of a built-in kind the maps are sorted and the rest stays in its order', () => {
  const spec = { nodeSelector: { z: '1', a: '2' }, containers: [{ name: 'x', image: 'y' }] };
  expect(text('pods', { spec })).toBe(
    '{"spec":{"nodeSelector":{"a":"2","z":"1"},"containers":[{"name":"x","image":"y"}]}}',
  );
});

it.each([
  ['527104000Ki', '514750Mi'],
  ['1024Ki', '1Mi'],
  ['1536Mi', '1536Mi'],
  ['4Gi', '4Gi'],
  ['0Ki', '0Ki'],
  ['200m', '200m'],
  ['100', '100'],
])('the quantity %s is written as %s', (given, written) => {
  const status = { allocatable: { memory: given } };
  expect(text('nodes', { status })).toBe(`{"status":{"allocatable":{"memory":"${written}"}}}`);
});
