import type { Expectation } from './corpus';
import { judge, type Answer } from './judge';
import type { Machine } from './shelf';

const machine = (key: string, status: string): Machine => ({
  uid: key,
  key,
  facts: { status: [status], vcpu: [2], os: ['fedora'] },
});
const machines = [machine('a/one', 'Running'), machine('a/two', 'Stopped')];
const answer = (more: Partial<Answer> = {}): Answer => ({
  outcome: 'ok',
  readable: 'as shown',
  uids: ['a/one'],
  unchecked: [],
  notUnderstood: [],
  ...more,
});
const running: Expectation = { where: { status: 'Running' }, or: [] };
const verdictOf = (expected: Expectation, given: Answer) =>
  judge({ category: 'c', sentence: 's', expect: expected }, given, machines, 0).verdict;

describe('judge', () => {
  it.each<[string, Expectation, Answer, string]>([
    ['the set meant', running, answer(), 'right'],
    ['one too many', running, answer({ uids: ['a/one', 'a/two'] }), 'wrong'],
    ['none of them', running, answer({ uids: [] }), 'wrong'],
    ['a row twice', running, answer({ uids: ['a/one', 'a/one'] }), 'wrong'],
    ['a kind left unread', running, answer({ unchecked: ['nodes'] }), 'wrong'],
    ['a question', running, answer({ outcome: 'ambiguous', uids: [] }), 'question'],
    ['a list where a refusal is due', { refuse: 'any' }, answer(), 'wrong'],
    ['an empty list where a refusal is due', { refuse: 'any' }, answer({ uids: [] }), 'wrong'],
    ['a refusal', { refuse: 'out_of_scope' }, answer({ outcome: 'not_understood' }), 'refused'],
    [
      'the other reading',
      { where: { status: 'Paused' }, or: [{ status: 'Running' }] },
      answer(),
      'right',
    ],
  ])('judges %s', (_, expected, given, verdict) => {
    expect(verdictOf(expected, given)).toBe(verdict);
  });

  it.each<[Answer['aggregate'], string]>([
    [{ function: 'count', value: 1 }, 'right'],
    [{ function: 'count', value: 2 }, 'wrong'],
    [{ function: 'sum', value: 1 }, 'wrong'],
    [undefined, 'wrong'],
  ])('compares a count: %j is %s', (aggregate, verdict) => {
    const counted: Expectation = { ...running, aggregate: { function: 'count' } };
    expect(verdictOf(counted, answer({ aggregate }))).toBe(verdict);
  });

  it.each([
    [[{ key: 'Fedora', value: 1 }], 'right'],
    [
      [
        { key: 'fedora', value: 1 },
        { key: 'none', value: 3 },
      ],
      'right',
    ],
    [[{ key: 'fedora', value: 2 }], 'wrong'],
    [[], 'wrong'],
  ])('compares groups: %j is %s', (groups, verdict) => {
    const counted: Expectation = { ...running, aggregate: { function: 'count', by: 'os' } };
    expect(verdictOf(counted, answer({ aggregate: { function: 'count', groups } }))).toBe(verdict);
  });
});
