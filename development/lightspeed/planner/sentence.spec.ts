import { readFacts } from './facts';
import { userSentence } from './sentence';

it.each([
  ['VMs that failed to start', 'VMs that failed to start'],
  ['Find what this asks for: "VMs that failed to start"', 'VMs that failed to start'],
  ['Find machines.\nQuestion: which ones failed?', 'which ones failed?'],
  ['Namespace: prod\n\nWhich VMs failed\nlast night?\n\nBe brief.', 'Which VMs failed last night?'],
  ['Machines named "web" or "db"', 'Machines named "web" or "db"'],
  ['Between "one two three" and "four five six"', 'Between "one two three" and "four five six"'],
  ['', ''],
])('the sentence of %j', (question, expected) => {
  expect(userSentence(readFacts(question, []))).toBe(expected);
});
