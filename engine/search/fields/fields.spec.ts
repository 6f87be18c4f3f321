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
  ['created', 'since', '7d', '2026-11-13T14:30:00Z', '2026-11-13 14:30 UTC'],
  ['created', 'since', '2026-11-13', '2026-11-13T00:00:00Z', '2026-11-13 UTC'],
  ['status', 'is', 'RUNNING', 'Running', 'Running'],
  ['os', 'is', 'rocky linux 9', 'Rocky Linux 9', 'Rocky Linux 9'],
  ['ip', 'is', '10.0.0.0/8', '10.0.0.0/8', '10.0.0.0/8'],
  ['guestAgent', 'is', true, true, 'yes'],
])('%s %s %j is %j', (name, op, given, value, shown) => {
  expect(fieldNamed(name)?.operators[op]?.prepare(given, context)).toMatchObject({ value, shown });
});
