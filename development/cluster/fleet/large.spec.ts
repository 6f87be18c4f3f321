import { nameOf, namespaceOf } from '@cnv-ai/engine/kubernetes';
import { fleet } from '.';
import { enlarged } from './large';

const NOW = Date.parse('2026-11-20T14:30:00Z');
const machines = (objects: readonly { kind?: unknown }[]): number =>
  objects.filter(({ kind }) => kind === 'VirtualMachine').length;

it('has at least as many machines as asked for, all under names of their own', () => {
  const objects = enlarged(fleet(NOW), 1_000);
  expect(machines(objects)).toBeGreaterThanOrEqual(1_000);
  const keys = objects.map((object) =>
    [object.kind, namespaceOf(object), nameOf(object)].join('/'),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

it('leaves out nothing and adds nothing else', () => {
  const small = fleet(NOW);
  expect(enlarged(small, 1)).toEqual(small);
});
