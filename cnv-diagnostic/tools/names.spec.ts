import { english } from '@cnv-ai/engine/messages';
import { nameProblem, namespacesProblem } from './names';

it.each([
  ['shop', 'web-1'],
  ['a', '1'],
  ['x'.repeat(63), 'rhel9.prod.example'],
])('%s/%s can be', (namespace, vmName) => {
  expect(nameProblem(namespace, vmName)).toBeUndefined();
});

it.each([
  ['', 'web'],
  ['-shop', 'web'],
  ['shop', ''],
  ['shop', 'Web'],
  ['shop', 'web_1'],
  ['shop', '../secrets/x'],
  ['shop/..', 'web'],
  ['shop', 'a..b'],
  ['x'.repeat(64), 'web'],
  ['shop', 'a\u202eb\n'],
])('%j/%j cannot be, and one sentence says so', (namespace, vmName) => {
  const problem = nameProblem(namespace, vmName);
  const sentence = problem && english(problem);
  expect(sentence).toMatch(/^"[^\n\u202e]*" is no (namespace|VM name): .*right one\.$/);
  expect(sentence?.length).toBeLessThanOrEqual(230);
});

it.each([[[]], [['prod-*', 'shop']], [['*']]])('%j are namespaces', (patterns) => {
  expect(namespacesProblem(patterns)).toBeUndefined();
});

it.each([[['a/b']], [['shop', '']], [['Prod']]])('%j are none', (patterns) => {
  expect(namespacesProblem(patterns)).toBeDefined();
});
