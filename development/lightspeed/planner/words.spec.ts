import { contentWords, sameWord, wordsOf } from './words';

it.each([
  ['vmName', ['vm', 'name']],
  ['search_vms-semantic', ['search', 'vms', 'semantic']],
  ['Größe über 4 GB', ['größe', 'über', '4', 'gb']],
])('words of %s', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

it('leaves function words out', () => {
  expect([...contentWords('Why is the machine not in the list?')]).toEqual(['machine', 'list']);
});

it.each([
  ['machine', 'machines', true],
  ['diagnose', 'diagnosis', true],
  ['starting', 'started', true],
  ['restart', 'start', false],
  ['status', 'stateless', false],
  ['pod', 'port', false],
])('%s and %s: %s', (a, b, same) => {
  expect([sameWord(a, b), sameWord(b, a)]).toEqual([same, same]);
});
