import { prose, readFacts } from './facts';

const facts = (question: string) => readFacts(question, []);

it.each([
  ['Why is prod/web-1 down?', [{ namespace: 'prod', name: 'web-1' }]],
  ['start and/or stop shop/db', [{ namespace: 'shop', name: 'db' }]],
  [
    'read/write of prod/web-1',
    [
      { namespace: 'prod', name: 'web-1' },
      { namespace: 'read', name: 'write' },
    ],
  ],
  ['see https://host/path/x and kubevirt.io/v1', []],
  ['a file of application/json', []],
  ['/etc/hosts', []],
])('namespace/name in %j', (question, expected) => {
  expect(facts(question).namespaced).toEqual(expected);
});

it.each([
  [
    'Namespace: prod\n- VM name: `web-1`',
    [
      ['namespace', 'prod'],
      ['vm name', 'web-1'],
    ],
  ],
  ['  replicas = 3', [['replicas', '3']]],
  ['at 10:30 http://x', []],
])('pairs in %j', (question, expected) => {
  expect(facts(question).pairs.map(({ key, value }) => [key.join(' '), value])).toEqual(expected);
});

it('reads a line of JSON as data, not as prose', () => {
  const { pairs, quoted, literals, question } = facts(
    'Explain the VM.\nvirtual machine: {"namespace":"shop","vmName":"web-1","node":3}',
  );
  expect(pairs.map(({ key, value }) => [key.join(' '), value])).toEqual([
    ['namespace', 'shop'],
    ['vm name', 'web-1'],
  ]);
  expect([quoted, literals, question]).toEqual([[], [], 'Explain the VM.']);
});

it.each([
  ['say "a b" and `c` and “d”', ['a b', 'c', 'd']],
  ["the VM's disk isn't 'big one'", ['big one']],
])('quotations in %j', (question, expected) => {
  expect(facts(question).quoted).toEqual(expected);
});

it.each([
  ['Is it warm in New York or in Lisbon?', ['New York', 'Lisbon']],
  ['Show VMs with more CPU', []],
])('proper nouns in %j', (question, expected) => {
  expect(facts(question).proper).toEqual(expected);
});

it('takes the object of an attachment after what the question says', () => {
  const content = 'kind: Pod\nmetadata: {name: p1, namespace: shop}';
  const attachment = { attachmentType: 'api object', contentType: 'application/yaml', content };
  const { pairs } = readFacts('Namespace: prod', [attachment]);
  expect(pairs.map(({ value }) => value)).toEqual(['prod', 'shop', 'p1', 'Pod']);
});

it('survives an attachment that is no YAML', () => {
  const attachment = { attachmentType: 'log', contentType: 'text/plain', content: '{: ][ \t%' };
  expect(readFacts('q', [attachment]).pairs).toEqual([]);
});

it.each([
  ['Why?\nNamespace: prod', 'Why?'],
  ['Namespace: prod', 'Namespace: prod'],
])('prose of %j', (question, expected) => {
  expect(prose(question)).toBe(expected);
});
