import { NOW } from '../testing/machines';
import { FIELDS, fieldNamed } from '.';

const context = { now: NOW, timeZone: 'UTC' };

describe.each(FIELDS.map((field) => [field.name, field] as const))('%s', (_name, field) => {
  it('has words, a label and operators that refuse nonsense', () => {
    expect(field.words.en).toMatch(/\w/);
    expect(field.label.id).toMatch(/^[A-Z]|^v/);
    const operators = Object.values(field.operators);
    expect(operators.length).toBeGreaterThan(0);
    for (const operator of operators) {
      expect(operator.expects).not.toBe('');
      for (const nonsense of [undefined, null, {}, [], '', Number.NaN, -1, [[]]]) {
        expect(operator.prepare(nonsense, context)).toBeUndefined();
      }
    }
  });
});

it.each<[string, string, unknown, unknown, string]>([
  ['memory', 'gt', '8GB', 8 * 2 ** 30, '8 GiB'],
  ['memory', 'gt', '8Gi', 8 * 2 ** 30, '8 GiB'],
  ['memory', 'gt', 1024, 1024, '1 KiB'],
  ['memory', 'lte', '2000MB', 2000 * 2 ** 20, '2000 MiB'],
  ['memory', 'lte', '8.25GiB', 8.25 * 2 ** 30, '8.25 GiB'],
  ['memory', 'is', '2147483649 B', 2 ** 31 + 1, '2147483649 B'],
  ['memory', 'is', '512 kib', 2 ** 19, '512 KiB'],
  ['memory', 'is', 2 ** 31 + 1, 2 ** 31 + 1, '2147483649 B'],
  ['created', 'since', '7d', '2026-11-13T14:30:00Z', '2026-11-13 14:30 UTC'],
  ['created', 'since', '2026-11-13', '2026-11-13T00:00:00Z', '2026-11-13 UTC'],
  ['status', 'is', 'RUNNING', 'Running', 'Running'],
  ['os', 'is', 'rocky linux 9', 'Rocky Linux 9', 'Rocky Linux 9'],
  ['ip', 'is', '10.0.0.0/8', '10.0.0.0/8', '10.0.0.0/8'],
  ['guestAgent', 'is', true, true, 'yes'],
])('%s %s %j is %j', (name, op, given, value, shown) => {
  expect(fieldNamed(name)?.operators[op]?.prepare(given, context)).toMatchObject({ value, shown });
});

it.each<[string, string, string]>([
  ['2026-11-20', 'America/New_York', '2026-11-20T05:00:00Z'],
  ['2026-11-20', 'Asia/Tokyo', '2026-11-19T15:00:00Z'],
  ['2026-11-20T09:00', 'Asia/Kolkata', '2026-11-20T03:30:00Z'],
  ['2026-11-20T09:00:30', 'Asia/Kolkata', '2026-11-20T03:30:30Z'],
  ['2026-11-20T09:00Z', 'Asia/Kolkata', '2026-11-20T09:00:00Z'],
  ['2026-11-20t09:00:00.5+02:00', 'Asia/Kolkata', '2026-11-20T07:00:00Z'],
  ['2026-10-25T02:30', 'Europe/Madrid', '2026-10-25T00:30:00Z'],
  ['2028-02-29', 'UTC', '2028-02-29T00:00:00Z'],
])('created since %s, asked from %s, is %s', (value, timeZone, instant) => {
  const since = fieldNamed('created')?.operators.since;
  expect(since?.prepare(value, { now: NOW, timeZone })).toMatchObject({ value: instant });
});
