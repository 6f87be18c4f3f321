import fc from 'fast-check';
import { objectReader } from '../../kubernetes';
import { FIELDS } from '../fields';
import { readInventory, type Inventory } from '../inventory/inventory';
import { finish } from '../slices';
import { CLUSTER } from '../testing/cluster';
import { NOW } from '../testing/machines';
import type { Predicate } from '../types';
import { columnOf } from './columns';
import { compile } from './compile';

let inventory: Inventory;
beforeAll(async () => {
  inventory = await readInventory(objectReader(CLUSTER), { now: NOW });
});

const context = { now: NOW, timeZone: 'UTC' };

const LEAVES: Predicate[] = [
  { field: 'status', op: 'is', value: 'Running' },
  { field: 'status', op: 'in', value: ['Stopped', 'Error'] },
  { field: 'vcpu', op: 'gt', value: 2 },
  { field: 'created', op: 'since', value: '12d' },
  { field: 'storageClass', op: 'is', value: 'fast' },
  { field: 'namespace', op: 'matches', value: 'prod-*' },
  { field: 'status', op: 'is', value: 'no such value' },
  ...FIELDS.map(({ name }) => ({ field: name, op: 'exists', value: true })),
];

const { where: queries } = fc.letrec<{ where: Predicate }>((tie) => ({
  where: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...LEAVES),
    fc.record({ all: fc.array(tie('where'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('where'), { maxLength: 3 }) }),
    fc.record({ not: tie('where') }),
  ),
}));

const NAMES = ['no', 'unknown', 'yes'];

describe('columnOf', () => {
  it('says of each record what the query says of it alone', () => {
    fc.assert(
      fc.property(queries, (where) => {
        const compiled = compile(where, context);
        fc.pre(!('problem' in compiled));
        const column = finish(columnOf(compiled.where, inventory.records, context));
        expect([...column].map((code) => NAMES[code])).toEqual(
          inventory.records.map(compiled.test),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('remembers no "ago": later the same words mean later times', () => {
    const where = { field: 'created', op: 'since', value: '12d' };
    const found = [0, 400].map((days) => {
      const now = NOW + days * 86_400_000;
      const column = finish(columnOf(where, inventory.records, { ...context, now }));
      return column.filter((code) => code === 2).length;
    });
    expect(found[0]).toBeGreaterThan(0);
    expect(found[1]).toBe(0);
  });
});
