import fc from 'fast-check';
import { objectReader } from '../kubernetes';
import { whereOf } from './chips';
import { interpret } from './interpret';
import { readInventory, type Inventory } from './inventory/inventory';
import { compile } from './query/compile';
import { searchInventory } from './search';
import { CLUSTER } from './testing/cluster';
import { NOW } from './testing/machines';
import type { Predicate, SearchResult } from './types';

let inventory: Inventory;
beforeAll(async () => {
  inventory = await readInventory(objectReader(CLUSTER), { now: NOW });
});

const ask = (query: string): SearchResult => searchInventory(inventory, { query, limit: 500 }, NOW);

const keys = (result: SearchResult): string[] =>
  result.vms.map(({ namespace, name }) => `${namespace}/${name}`);

/** Words the grammar knows, and some it does not, in any order. */
const words = fc.constantFrom(
  ...'VMs running stopped failed windows rhel 9 in on prod prod-web worker-1 not without or and , ( ) label team team=web node with more than at least 8 GB 4 vcpus last hour 2 days since yesterday before ago created started older named web-01 web-* name contains count by status newest top 5 except neither purple "web-02" : = != > <= 2026-11-03 13:30 10.0.0.0/8 between to for from namespace namespaces guest agent delete why'.split(
    ' ',
  ),
);
const sentences = fc.array(words, { maxLength: 14 }).map((list) => list.join(' '));
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), sentences);

describe('whatever is typed', () => {
  it('never throws, and a list comes only when every word was used', () => {
    fc.assert(
      fc.property(anything, (sentence) => {
        const result = ask(sentence);
        const { interpretation, outcome } = result;
        if (outcome === 'ok') expect(interpretation.notUnderstood).toEqual([]);
        else expect([result.vms, typeof result.clarification]).toEqual([[], 'string']);
        for (const { span } of interpretation.chips) {
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeLessThanOrEqual(sentence.length);
          expect(span[0]).toBeLessThan(span[1]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('executes exactly what the chips show', () => {
    fc.assert(
      fc.property(sentences, (sentence) => {
        const result = ask(sentence);
        if (result.outcome !== 'ok') return;
        const { where, chips } = result.interpretation;
        expect(whereOf(chips)).toEqual(where);
        const compiled = compile(where, { now: NOW, timeZone: 'UTC' });
        const test = 'problem' in compiled ? () => 'no' : compiled.test;
        const direct = inventory.records.filter((record) => test(record) === 'yes');
        expect(result.total).toBe(direct.length);
      }),
      { numRuns: 500 },
    );
  });

  it('asked again as a query gives the same machines', () => {
    fc.assert(
      fc.property(sentences, (sentence) => {
        const result = ask(sentence);
        if (result.outcome !== 'ok' || result.interpretation.chips.length === 0) return;
        const again = searchInventory(
          inventory,
          { where: result.interpretation.where, limit: 500 },
          NOW,
        );
        expect(again.total).toBe(result.total);
      }),
      { numRuns: 500 },
    );
  });
});

describe('adding a constraint', () => {
  const constraints = [
    ['that are running', 'that are not running', 'that failed'],
    ['in prod-web', 'in prod-web or shop', 'not in staging'],
    ['on worker-1', 'not on worker-2'],
    ['with label team', 'without label team'],
    ['with more than 2 vcpus', 'with less than 4 vcpus'],
    ['with at most 16 GB of memory', 'with 4 GB'],
    ['created in the last 30 days', 'older than 11 days'],
    ['with guest agent', 'without guest agent'],
    ['os:windows', '-os:windows'],
  ];
  const chosen = fc
    .shuffledSubarray(constraints, { minLength: 2, maxLength: 5 })
    .chain((lists) => fc.tuple(...lists.map((list) => fc.constantFrom(...list))));

  it('never adds machines, and none is lost on the way', () => {
    fc.assert(
      fc.property(chosen, (list) => {
        const before = ask(`VMs ${list.slice(0, -1).join(', ')}`);
        const after = ask(`VMs ${list.join(', ')}`);
        expect([before.outcome, after.outcome]).toEqual(['ok', 'ok']);
        expect(keys(before)).toEqual(expect.arrayContaining(keys(after)));
        expect(after.interpretation.chips).toHaveLength(list.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('paraphrases', () => {
  it.each([
    ['stopped VMs in prod-web', 'prod-web: powered off', 'ns:prod-web status:stopped'],
    ['which windows machines are up', 'running windows VMs', 'os:windows status=Running'],
    ['VMs without label team', 'missing the team label', 'VMs that have no team label'],
    ['VMs on worker-1', 'what is hosted on worker-1', 'node:worker-1'],
    ['at least 4 vcpus', 'VMs with 4 or more cores', 'vcpu>=4'],
    ['older than 30 days', 'more than 30 days old', 'created more than 30 days ago', 'age > 30d'],
    ['windows or fedora', 'both windows and fedora VMs', 'either fedora or windows'],
  ])('%s, as others say it', (...said) => {
    const [first, ...others] = said.map((sentence) => keys(ask(sentence)));
    expect(first?.length).toBeGreaterThan(0);
    for (const found of others) expect(found).toEqual(first);
  });
});

it('text of the user is looked for as it stands, never run as a pattern', () => {
  const signs = fc.array(fc.constantFrom('.', '+', '(', ')', '[', ']', '|', '^', '$', '\\', 'a'), {
    minLength: 3,
    maxLength: 60,
  });
  fc.assert(
    fc.property(signs, (list) => {
      const text = list.join('');
      const { vms } = ask(`name contains "${text}"`);
      for (const { name } of vms) expect(name).toContain(text);
    }),
  );
});

describe('three values', () => {
  const leaves: fc.Arbitrary<Predicate> = fc.constantFrom<Predicate>(
    { field: 'status', op: 'is', value: 'Running' },
    { field: 'guestAgent', op: 'is', value: true },
    { field: 'os', op: 'is', value: 'RHEL 9' },
    { field: 'node', op: 'exists', value: true },
    { field: 'vcpu', op: 'gte', value: 4 },
  );
  const predicates = fc.letrec<{ tree: Predicate }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      leaves,
      tie('tree').map((not): Predicate => ({ not })),
      fc.array(tie('tree'), { maxLength: 3 }).map((all): Predicate => ({ all })),
      fc.array(tie('tree'), { maxLength: 3 }).map((any): Predicate => ({ any })),
    ),
  })).tree;

  it('a machine matches, does not, or is unknown, and so for the negation', () => {
    const count = (where: Predicate): [number, number] => {
      const { total, unknown } = searchInventory(inventory, { where }, NOW);
      return [total, unknown];
    };
    fc.assert(
      fc.property(predicates, (where) => {
        const plain = count({ all: [where, { field: 'name', op: 'is', value: '*' }] });
        const negated = count({ all: [{ not: where }, { field: 'name', op: 'is', value: '*' }] });
        expect(plain[1]).toBe(negated[1]);
        expect(plain[0] + negated[0] + plain[1]).toBe(inventory.records.length);
      }),
      { numRuns: 200 },
    );
  });
});

it('reads ten thousand characters of anything as one clear refusal', () => {
  for (const piece of ['(', '"', 'not ', 'a', '１', '<', 'in prod or ', '\ud800']) {
    const result = interpret(piece.repeat(10_000 / piece.length), inventory.vocabulary, {
      now: NOW,
    });
    expect(result.outcome).toBe('not_understood');
    expect(result.clarification).toMatch(/500 characters/);
  }
});
