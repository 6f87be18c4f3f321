import { evaluate, grouped, instantOf, select, totalOf, type Where } from './executor';
import type { Facts, Machine } from './shelf';

const NOW = Date.parse('2026-11-20T14:30:00Z');
const machine = (key: string, facts: Facts): Machine => ({ uid: key, key, facts });
const hour = 3_600_000;

const one = machine('a/one', {
  status: ['Running'],
  vcpu: [4],
  memory: [8 * 2 ** 30],
  node: ['n1'],
  ip: ['10.128.0.2', '192.168.50.9'],
  created: [NOW - 2 * hour],
  snapshot: [NOW - 50 * hour, NOW - 100 * hour],
  'label.team': ['web'],
});
const two = machine('a/two', { status: ['Stopped'], vcpu: [1], snapshot: [], created: [NOW] });
const three = machine('a/three', { status: ['Running'], vcpu: [2], node: ['n1'] });
const world = { machines: [one, two, three], now: NOW };

describe('evaluate', () => {
  it.each<[string, Where, boolean | undefined]>([
    ['nothing to hold', {}, true],
    ['a value', { status: 'Running' }, true],
    ['one of a list', { status: ['Paused', 'Running'] }, true],
    ['another value', { status: 'Paused' }, false],
    ['every entry', { status: 'Running', vcpu: 1 }, false],
    ['a comparison', { vcpu: { gte: 4, lt: 8 } }, true],
    ['a size with a unit', { memory: { gt: '8Gi' } }, false],
    ['an equal size', { memory: '8Gi' }, true],
    ['a window', { created: { since: 'now-3h', before: 'now-1h' } }, true],
    ['a window no one value is in', { snapshot: { since: 'now-90h', before: 'now-60h' } }, false],
    ['a block', { ip: { cidr: '192.168.50.0/24' } }, true],
    ['a text that looks like the block', { ip: { cidr: '10.12.0.0/16' } }, false],
    ['a missing label', { 'label.owner': { exists: false } }, true],
    ['the negation of a missing label', { not: { 'label.owner': 'bob' } }, true],
    ['an unknown', { agent: true }, undefined],
    ['the negation of an unknown', { not: { agent: true } }, undefined],
    ['an unknown beside a falsehood', { agent: true, status: 'Paused' }, false],
    ['an unknown beside a truth, either', { any: [{ agent: true }, { vcpu: 4 }] }, true],
    ['an unknown beside a falsehood, either', { any: [{ agent: true }, { vcpu: 5 }] }, undefined],
    ['both', { all: [{ vcpu: 4 }, { not: { status: 'Stopped' } }] }, true],
  ])('reads %s', (_, where, expected) => {
    expect(evaluate(where, one, world)).toBe(expected);
  });

  it('knows the difference between none and unknown', () => {
    expect(evaluate({ not: { snapshot: { since: 'now-1h' } } }, two, world)).toBe(true);
    expect(evaluate({ not: { snapshot: { since: 'now-1h' } } }, three, world)).toBeUndefined();
  });

  it('leaves the other machine out of what is the same as it', () => {
    const where = { sameAs: { fact: 'node', vm: 'a/one' } };
    expect(select(where, undefined, world)).toEqual([three]);
  });

  it.each<[string, Where]>([
    ['a quantity', { memory: { gt: '8 bananas' } }],
    ['a comparison', { vcpu: { above: 4 } }],
    ['an instant', { created: { since: 'lately' } }],
    ['a machine', { sameAs: { fact: 'node', vm: 'a/nobody' } }],
  ])('refuses %s it cannot read', (_, where) => {
    expect(() => evaluate(where, one, world)).toThrow();
  });
});

describe('instantOf', () => {
  it.each([
    ['now', NOW],
    ['now-90m', NOW - 1.5 * hour],
    ['now-2d', NOW - 48 * hour],
    ['now-1w', NOW - 168 * hour],
    ['2026-11-20T00:00:00Z', Date.parse('2026-11-20')],
  ])('reads %s', (text, expected) => {
    expect(instantOf(text, NOW)).toBe(expected);
  });
});

describe('what is made of the machines found', () => {
  it('ranks by a fact and leaves out those without it', () => {
    expect(select({}, { by: 'vcpu', n: 2, order: 'desc' }, world)).toEqual([one, three]);
    expect(select({}, { by: 'memory', n: 2, order: 'asc' }, world)).toEqual([one]);
  });

  it('counts by value and sums', () => {
    expect(grouped(world.machines, 'status')).toEqual({ Running: 2, Stopped: 1 });
    expect(totalOf(world.machines, 'vcpu')).toBe(7);
  });
});
