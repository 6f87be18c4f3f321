import { watchEventOf, type WatchEvent } from './watch-event';

const object = { kind: 'VirtualMachine', metadata: { name: 'web', resourceVersion: '7' } };

it.each<[string, unknown, WatchEvent]>([
  ['ADDED', { type: 'ADDED', object }, { kind: 'set', object, version: '7' }],
  ['MODIFIED', { type: 'MODIFIED', object }, { kind: 'set', object, version: '7' }],
  ['DELETED', { type: 'DELETED', object }, { kind: 'remove', object, version: '7' }],
  ['BOOKMARK', { type: 'BOOKMARK', object }, { kind: 'bookmark', version: '7' }],
  ['410', { type: 'ERROR', object: { kind: 'Status', code: 410 } }, { kind: 'expired' }],
  ['500', { type: 'ERROR', object: { kind: 'Status', code: 500 } }, { kind: 'broken' }],
  ['an error without a status', { type: 'ERROR' }, { kind: 'broken' }],
  ['an object without a version', { type: 'ADDED', object: {} }, { kind: 'broken' }],
  ['a type nobody knows', { type: 'PATCHED', object }, { kind: 'broken' }],
  ['a list', [], { kind: 'broken' }],
])('%s', (_, line, expected) => {
  expect(watchEventOf(JSON.stringify(line))).toEqual(expected);
});

it.each(['', '{"type":', '<html>'])('no JSON is no event: %j', (line) => {
  expect(watchEventOf(line)).toEqual({ kind: 'broken' });
});
