import { interpret } from '../interpret';
import { teachLanguages } from '../languages';
import { toRecord } from '../records/record';
import { instance, machine, NOW, type MachineOptions } from '../testing/machines';
import { vocabularyOf } from '../vocabulary';

const record = (namespace: string, name: string, options: MachineOptions = {}) =>
  toRecord(machine(namespace, name, options), { vmi: instance(namespace, name, options) });

const vocabulary = vocabularyOf(
  [
    record('a', 'db', { node: 'worker-1', labels: { team: 'core' }, preference: 'rhel.9' }),
    record('a', 'web', { node: 'worker-2', instancetype: 'u1.small' }),
    record('b', 'web', { node: 'worker-1' }),
    record('b', 'idle'),
  ],
  new Map(),
  ['worker-1', 'worker-2'],
);

const read = (sentence: string): string => {
  const { outcome, interpretation } = interpret(sentence, vocabulary, { now: NOW });
  return outcome === 'ok' ? interpretation.readable : outcome;
};

const OTHERS = 'Virtual machine is not a/db';

describe('what another machine has', () => {
  it.each([
    ['VMs on the same node as db', `Node is worker-1, ${OTHERS}`],
    ['VMs in the same project as the VM db', `Project is a, ${OTHERS}`],
    ['same OS and node as db', `Operating system is RHEL, Node is worker-1, ${OTHERS}`],
    ['VMs of the same team as db', `Label is team=core, ${OTHERS}`],
    ['VMs sharing a node with db', `Node is worker-1, ${OTHERS}`],
    ["VMs on db's node", `Node is worker-1, ${OTHERS}`],
    ['VMs on the node of db', `Node is worker-1, ${OTHERS}`],
    ['other VMs on the node where db lives', `Node is worker-1, ${OTHERS}`],
    ['VMs on the node where db runs', `Node is worker-1, ${OTHERS}`],
    ['VMs next to db', `Node is worker-1, ${OTHERS}`],
    ['stopped VMs on the same node as db', `Status is Stopped, Node is worker-1, ${OTHERS}`],
    ['VMs not on the same node as db', 'Node is not worker-1'],
    [
      'stopped VMs or VMs on the same node as db',
      `Status is Stopped or (Node is worker-1 and ${OTHERS})`,
    ],
    ['on the same node as web in b', 'Node is worker-1, Virtual machine is not b/web'],
    ['on the same node as a/web', 'Node is worker-2, Virtual machine is not a/web'],
    ['a/web or b/web', 'Virtual machine is a/web or b/web'],
  ])('%s: %s', (sentence, expected) => {
    expect(read(sentence)).toBe(expected);
  });

  it.each([
    ['VMs on the same node as web', 'on the same node as a/web'],
    ['VMs like db', 'on the same node as db'],
    ['VMs on the same node as bd', 'on the same node as db'],
  ])('%s: asks, and suggests %s', (sentence, suggestion) => {
    const { outcome, suggestions } = interpret(sentence, vocabulary, { now: NOW });
    expect([outcome, suggestions?.some((text) => text.endsWith(suggestion))]).toEqual([
      'ambiguous',
      true,
    ]);
  });

  it.each([
    'VMs on the same node as idle',
    'VMs with the same instance type as db',
    'VMs on the same node as db or idle',
    'VMs on the same node as nothing-at-all',
    'VMs with the same OS',
  ])('%s: nothing to compare with is a question', (sentence) => {
    expect(read(sentence)).not.toMatch(/ is /);
  });

  it('asks for the kinds that could tell', () => {
    const { needs } = interpret('VMs with the same storage class as db', vocabulary, { now: NOW });
    expect(needs).toEqual(['persistentVolumeClaims']);
  });
});

describe('the size of another machine in other languages', () => {
  beforeAll(teachLanguages);

  it.each([
    ['es', 'VMs con el mismo tamaño que db'],
    ['fr', 'VM de même taille que db'],
    ['de', 'VMs mit gleicher Größe wie db'],
    ['ja', 'dbと同じスペックのVM'],
    ['ko', 'db와 같은 스펙인 VM'],
    ['zh', '和db一样配置的VM'],
  ])('is read in %s: %s', (locale, sentence) => {
    const { interpretation } = interpret(sentence, vocabulary, { now: NOW, locale });
    expect(interpretation.readable).toBe(read('VMs with the same size as db'));
  });
});
