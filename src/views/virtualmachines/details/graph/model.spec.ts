import fc from 'fast-check';
import type { Graph } from '@cnv-ai/engine/diagnosis';
import { badgeOf, dependenciesOf, linesOf } from './model';

const ref = (kind: string, name: string) => ({ apiVersion: 'v1', kind, namespace: 'demo', name });
const vm = ref('VirtualMachine', 'db');
const claim = ref('PersistentVolumeClaim', 'db-root');
const node = (of: typeof vm, state: Graph['nodes'][number]['state'] = 'ok') => ({
  ref: of,
  state,
  label: of.name,
});
const edge = { from: vm, to: claim, relation: 'disk' };

describe('linesOf', () => {
  it('keeps a line once, and none that leads to what is not there', () => {
    const gone = { from: vm, to: ref('Secret', 'x'), relation: 'uses' };
    const graph = { nodes: [node(vm), node(claim)], edges: [edge, edge, gone] };
    expect(linesOf(graph).map(({ relation }) => relation)).toEqual(['disk']);
  });

  it('never names an object that the graph has not', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd');
    const refs = names.map((name) => ref('Pod', name));
    const edges = fc.array(fc.record({ from: refs, to: refs, relation: names }));
    fc.assert(
      fc.property(fc.uniqueArray(names), edges, (known, drawn) => {
        const graph = { nodes: known.map((name) => node(ref('Pod', name))), edges: drawn };
        const ids = new Set(dependenciesOf(graph).map(({ id }) => id));
        const lines = linesOf(graph);
        expect(lines.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
      }),
    );
  });
});

describe('dependenciesOf', () => {
  it('puts first what needs attention, and tells how each is reached', () => {
    const graph = { nodes: [node(vm), node(claim, 'missing')], edges: [edge] };
    expect(
      dependenciesOf(graph).map(({ label, reachedBy }) => [
        label,
        reachedBy.map(({ from }) => from),
      ]),
    ).toEqual([
      ['db-root', ['db']],
      ['db', []],
    ]);
  });
});

describe('badgeOf', () => {
  it.each([
    ['VirtualMachineInstance', 'VMI'],
    ['Pod', 'P'],
    ['PersistentVolumeClaim', 'PVC'],
    ['NetworkAttachmentDefinition', 'NAD'],
    ['VirtualMachineClusterInstancetype', 'VMCI'],
  ])('%s is %s', (kind, badge) => expect(badgeOf(kind)).toBe(badge));
});
