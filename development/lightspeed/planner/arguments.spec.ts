import { fillArguments } from './arguments';
import { readFacts } from './facts';

const fill = (question: string, properties: object, required: readonly string[] = []) => {
  const { args, missing } = fillArguments(
    { type: 'object', properties, required },
    readFacts(question, []),
  );
  return missing.length > 0 ? { missing } : args;
};

const string = { type: 'string' };

it.each<[string, object, string[], object]>([
  ['in namespace production', { namespace: string }, [], { namespace: 'production' }],
  ['in the production namespace', { namespace: string }, [], { namespace: 'production' }],
  ['the namespace is gone', { namespace: string }, [], {}],
  ['project shop', { namespaces: { type: 'array', items: string } }, [], {}],
  [
    'in project shop',
    { namespaces: { type: 'array', items: string } },
    [],
    { namespaces: ['shop'] },
  ],
  ['the VM failed', { vmName: string }, ['vmName'], { missing: ['vmName'] }],
  ['a machine called web', { name: string }, ['name'], { name: 'web' }],
  [
    'Why does the VM shop-net/web-01 not start?',
    { vmName: string, namespace: string },
    ['vmName', 'namespace'],
    { vmName: 'web-01', namespace: 'shop-net' },
  ],
  ['Virtual machine: web', { vmName: string }, ['vmName'], { vmName: 'web' }],
  ['show 7 lines', { lines: { type: 'integer' } }, [], { lines: 7 }],
  ['limit: 5', { limit: { type: 'integer' } }, [], { limit: 5 }],
  ['at port 8080', { other: { type: 'integer' } }, [], {}],
  ['8080', { other: { type: 'integer' } }, ['other'], { other: 8080 }],
  ['in all namespaces', { allNamespaces: { type: 'boolean' } }, [], { allNamespaces: true }],
  ['in some namespaces', { allNamespaces: { type: 'boolean' } }, [], {}],
  ['with hidden entries', { hidden: { type: 'boolean' } }, [], { hidden: true }],
  [
    'restarts',
    { action: { type: 'string', enum: ['stop', 'restart'] } },
    ['action'],
    { action: 'restart' },
  ],
  ['x', { kind: { const: 'only', type: 'string' } }, ['kind'], { kind: 'only' }],
  ['x', { body: { type: 'object' } }, ['body'], { missing: ['body'] }],
  ['x', { size: { type: 'integer', default: 1 } }, ['size'], {}],
  ['too long', { query: { type: 'string', maxLength: 3 } }, ['query'], { missing: ['query'] }],
  [
    'file a/b.txt',
    { name: { anyOf: [{ type: 'null' }, string] }, path: string },
    [],
    { path: 'a/b.txt' },
  ],
])('%s %j', (question, properties, required, expected) => {
  expect(fill(question, properties, required)).toEqual(expected);
});

it('leaves to a tool that reads the sentence what the sentence says', () => {
  const properties = { query: string, namespace: string };
  const question = 'errors in namespace prod';
  expect(fill(question, properties)).toEqual({ query: question });
  expect(fill(question, properties, ['namespace'])).toEqual({ query: question, namespace: 'prod' });
});
