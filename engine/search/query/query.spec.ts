import { english } from '../../messages';
import { holds, parseAddress } from './address';
import { compile, MAX_DEPTH } from './compile';
import { describe as inWords } from './describe';
import { matchesGlob } from './glob';
import { civilAt, instantOf, isTimeZone, showTime, startOf } from './time-zone';
import type { Predicate } from '../types';
import { NOW } from '../testing/machines';

const context = { now: NOW, timeZone: 'UTC' };

describe('wildcards', () => {
  it.each([
    ['prod-*', 'prod-web', true],
    ['prod-*', 'prod', false],
    ['*-web', 'shop-web', true],
    ['*a*b*', 'xxaxxbxx', true],
    ['*a*b*', 'xxbxxaxx', false],
    ['*', '', true],
    ['a.c', 'abc', false],
    ['', '', true],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(matchesGlob(pattern, text)).toBe(expected);
  });

  it('takes no time for a hostile pattern', () => {
    expect(matchesGlob('*a'.repeat(120), 'a'.repeat(119) + 'b')).toBe(false);
  });
});

describe('addresses', () => {
  it.each([
    ['10.1.0.0/16', '10.1.200.3', true],
    ['10.1.0.0/16', '10.10.0.3', false],
    ['10.1.2.3', '10.1.2.3', true],
    ['10.1.2.3', '10.1.2.30', false],
    ['fd00::/8', 'fd01:2::3', true],
    ['0.0.0.0/0', '::1', false],
  ])('%s holds %s: %s', (network, address, expected) => {
    const [a, b] = [parseAddress(network), parseAddress(address)];
    expect(a !== undefined && b !== undefined && holds(a, b)).toBe(expected);
  });

  it.each([
    '10.1',
    '256.1.1.1',
    '1.2.3.4/33',
    'web',
    ':::',
    '1::2::3',
    '1.2.3.4/',
    '',
    'a'.repeat(99),
  ])('%j is none', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });
});

describe('time zones', () => {
  it('skips forward over an hour that is not there', () => {
    const missing = { year: 2026, month: 3, day: 29, hour: 2, minute: 30 };
    expect(new Date(instantOf(missing, 'Europe/Madrid')).toISOString()).toBe(
      '2026-03-29T01:30:00.000Z',
    );
  });

  it('takes the first of an hour that occurs twice', () => {
    const twice = { year: 2026, month: 10, day: 25, hour: 2, minute: 30 };
    expect(new Date(instantOf(twice, 'Europe/Madrid')).toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    );
  });

  it.each(['UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia'])(
    'goes there and back in %s',
    (zone) => {
      for (let hour = 0; hour < 24 * 400; hour += 7) {
        const instant = Date.UTC(2026, 0, 1) + hour * 3_600_000;
        const back = instantOf(civilAt(instant, zone), zone);
        expect(Math.abs(back - instant) === 3_600_000 || back === instant).toBe(true);
      }
    },
  );

  it('starts weeks on Monday', () => {
    expect(new Date(startOf('week', NOW, 'UTC')).toISOString()).toBe('2026-11-16T00:00:00.000Z');
  });

  it('names the zone', () => {
    expect(showTime(NOW, NOW, 'Europe/Madrid')).toBe('15:30 Europe/Madrid');
    expect([isTimeZone('Europe/Madrid'), isTimeZone('Mars/Base'), isTimeZone('')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a query from outside', () => {
  it.each<[unknown, RegExp]>([
    [null, /all: /],
    [{ all: 'x' }, /all: /],
    [{ all: [], any: [] }, /all: /],
    [{ field: 'tpm', op: 'is', value: true, negated: true }, /all: /],
    [{ not: { field: 'tpm', op: 'is', value: true, any: [] } }, /all: /],
    [{ field: 'constructor', op: 'is', value: 1 }, /no field constructor/],
    [{ field: 'name', op: 'toString', value: 'x' }, /no operator toString.*contains/],
    [{ field: 'status', op: 'is', value: 'Sleeping' }, /Sleeping.*Running/],
    [{ field: 'status', op: 'in', value: [] }, /status in/],
    [{ field: 'created', op: 'since', value: 'whenever' }, /RFC 3339/],
    [{ field: 'created', op: 'since', value: '2026-02-30' }, /RFC 3339/],
    [{ field: 'created', op: 'before', value: '2026-02-29T00:00:00Z' }, /RFC 3339/],
    [{ field: 'created', op: 'since', value: '2026-11-20T25:00' }, /RFC 3339/],
    [{ field: 'created', op: 'between', value: ['1h', '2h'] }, /earlier first/],
    [{ field: 'label', op: 'has', value: 'team=web' }, /label has .*a label key/],
    [{ field: 'ip', op: 'is', value: '10.1' }, /CIDR/],
    [{ field: 'node', op: 'exists', value: 'maybe' }, /true or false/],
    [{ field: 'vcpu', op: 'between', value: [4, 2] }, /smaller first/],
    [{ field: 'name', op: 'is', value: 'a'.repeat(300) }, /253/],
    [
      { any: Array.from({ length: 300 }, () => ({ field: 'name', op: 'is', value: 'a' })) },
      /too large/,
    ],
  ])('%#: says what is wrong', (where, message) => {
    const result = compile(where, context);
    expect('problem' in result ? english(result.problem) : '').toMatch(message);
  });

  it('bounds the depth', () => {
    let where: Predicate = { field: 'name', op: 'is', value: 'a' };
    for (let depth = 0; depth <= MAX_DEPTH; depth += 1) where = { not: where };
    expect('problem' in compile(where, context)).toBe(true);
  });

  it.each<[string, unknown, Predicate]>([
    ['tpm', undefined, { field: 'tpm', op: 'is', value: true }],
    ['guestAgent', true, { field: 'guestAgent', op: 'is', value: true }],
    ['migratable', false, { field: 'migratable', op: 'is', value: false }],
    ['snapshotCount', true, { field: 'snapshotCount', op: 'gt', value: 0 }],
    ['nicCount', false, { field: 'nicCount', op: 'is', value: 0 }],
    ['node', false, { field: 'node', op: 'exists', value: false }],
    ['memory', true, { field: 'memory', op: 'exists', value: true }],
  ])('%s exists %s asks for a machine that has it', (field, value, where) => {
    expect(compile({ field, op: 'exists', value }, context)).toMatchObject({ where });
  });

  it('makes values canonical', () => {
    const where = {
      all: [
        { field: 'status', op: 'in', value: ['running', 'ERROR'] },
        { field: 'memory', op: 'gt', value: '8GB' },
        { field: 'changed', op: 'since', value: '1h' },
        { field: 'os', op: 'is', value: 'rhel 9' },
      ],
    };
    expect(compile(where, context)).toMatchObject({
      where: {
        all: [
          { value: ['Running', 'Error'] },
          { value: 8 * 2 ** 30 },
          { value: '2026-11-20T13:30:00Z' },
          { value: 'RHEL 9' },
        ],
      },
    });
    expect(inWords(where, context)).toBe(
      'Status is Running or Error, Memory is more than 8 GiB, State changed since 13:30 UTC, Operating system is RHEL 9',
    );
  });
});
