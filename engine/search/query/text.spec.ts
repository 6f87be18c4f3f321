import fc from 'fast-check';
import { english } from '../../messages';
import { interpret } from '../interpret';
import { CLUSTER } from '../testing/cluster';
import { NOW } from '../testing/machines';
import { objectReader } from '../../kubernetes';
import { readInventory } from '../inventory/inventory';
import type { Predicate } from '../types';
import type { Vocabulary } from '../vocabulary';
import { compile } from './compile';
import { fromText } from './from-text';
import { toText } from './to-text';

const context = { now: NOW, timeZone: 'UTC' };

const canonical = (where: Predicate): Predicate | undefined => {
  const compiled = compile(where, context);
  return 'problem' in compiled ? undefined : compiled.where;
};

const read = (text: string): Predicate | string => {
  const found = fromText(text, context);
  return 'problem' in found ? english(found.problem) : found.where;
};

const problemIn = (text: string): string => {
  const found = fromText(text, context);
  return 'problem' in found ? english(found.problem) : '';
};

let vocabulary: Vocabulary;
beforeAll(async () => {
  ({ vocabulary } = await readInventory(objectReader(CLUSTER), { now: NOW }));
});

describe('a query as text', () => {
  it.each<[Predicate, string]>([
    [{ field: 'status', op: 'is', value: 'running' }, 'status:Running'],
    [{ field: 'status', op: 'in', value: ['Paused', 'Error'] }, 'status:(Paused, Error)'],
    [{ not: { field: 'name', op: 'is', value: 'web' } }, 'NOT name:"web"'],
    [{ field: 'memory', op: 'gte', value: '8GB' }, 'memory>=8GiB'],
    [{ field: 'memory', op: 'lt', value: 1000 }, 'memory<1000B'],
    [{ field: 'vcpu', op: 'between', value: [2, 4] }, 'vcpu:2..4'],
    [{ field: 'os', op: 'is', value: 'rhel 9' }, 'os:"RHEL 9"'],
    [{ field: 'changed', op: 'since', value: '1h' }, 'changed>=2026-11-20T13:30:00Z'],
    [{ field: 'label', op: 'has', value: 'team' }, 'label has "team"'],
    [{ field: 'node', op: 'exists' }, 'has:node'],
    [{ field: 'node', op: 'exists', value: false }, 'missing:node'],
    [{ all: [] }, 'ALL()'],
    [
      {
        any: [
          { field: 'status', op: 'is', value: 'Error' },
          {
            all: [
              { field: 'tpm', op: 'is', value: true },
              { field: 'ip', op: 'is', value: '10.0.0.1' },
            ],
          },
        ],
      },
      'status:Error OR (tpm:true AND ip:10.0.0.1)',
    ],
  ])('%j is %s', (where, text) => {
    expect(toText(canonical(where) ?? where)).toBe(text);
  });

  it.each<[string, Predicate]>([
    ['STATUS = running', { field: 'status', op: 'is', value: 'Running' }],
    ['project:"shop"', { field: 'namespace', op: 'is', value: 'shop' }],
    ['-tpm:true', { not: { field: 'tpm', op: 'is', value: true } }],
    ['status!=Running', { not: { field: 'status', op: 'is', value: 'Running' } }],
    [
      'vcpu > 4 and not status:(Running)',
      {
        all: [
          { field: 'vcpu', op: 'gt', value: 4 },
          { not: { field: 'status', op: 'in', value: ['Running'] } },
        ],
      },
    ],
    ['has:host', { field: 'hostDevice', op: 'exists', value: true }],
    ['-has:HOST', { not: { field: 'hostDevice', op: 'exists', value: true } }],
    ['has:node', { field: 'node', op: 'exists', value: true }],
    ['name STARTSWITH "web"', { field: 'name', op: 'startsWith', value: 'web' }],
  ])('%s is a query too', (text, where) => {
    expect(read(text)).toEqual(where);
  });

  it.each([
    ['', /field is expected/],
    ['running VMs', /comparison is expected after|no field running/],
    ['colour:red', /no field colour/],
    ['has:constructor', /no field constructor/],
    ['status:', /value is expected/],
    ['name:"web', /quotation/],
    ['(status:Running', /“\)” is missing/],
    ['status:Running)', /expected here/],
    ['status:Running OR tpm:true vcpu>4', /parentheses/],
    ['status:Sleeping', /Sleeping.*Running/],
    ['name>"a"', /no operator gt/],
    ['NOT '.repeat(60) + 'tpm:true', /too deeply/],
  ])('%s: says what is wrong', (text, problem) => {
    expect(problemIn(text)).toMatch(problem);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(fromText(text, context)).toBeDefined();
      }),
    );
  });
});

describe('a query typed into the search bar', () => {
  it('has chips where its constraints stand', () => {
    const text = 'status:Error AND (tpm:true OR NOT memory>8GiB)';
    const { chips } = interpret(text, vocabulary, { now: NOW }).interpretation;
    expect(chips.map(({ span, group, negated }) => [text.slice(...span), group, negated])).toEqual([
      ['status:Error', undefined, undefined],
      ['tpm:true', 'g1', undefined],
      ['NOT memory>8GiB', 'g1', true],
    ]);
    expect(chips[0]?.detail).toMatch(/CrashLoopBackOff/);
  });

  it.each([
    ['namespace:prod-wbe', 'ambiguous'],
    ['name:nothing-is-called-so', 'ambiguous'],
    ['namespace:"prod-wbe"', 'ok'],
  ])('%s, a name that is not there: %s', (text, outcome) => {
    expect(interpret(text, vocabulary, { now: NOW }).outcome).toBe(outcome);
  });
});
