import fc from 'fast-check';
import { at, nameOf, namespaceOf, textAt, type KubeObject } from '../../kubernetes';
import type { ResourceName } from '../fields';
import { finish } from '../slices';
import { CLUSTER } from '../testing/cluster';
import { EQUIPPED } from '../testing/equipped';
import type { View } from './home';
import { rightsOf, type Rights } from './rights';
import { createStock, type Stock } from './stock';

const KINDS: Readonly<Record<string, ResourceName>> = {
  VirtualMachine: 'virtualMachines',
  VirtualMachineInstance: 'virtualMachineInstances',
  VirtualMachineClusterInstancetype: 'clusterInstancetypes',
  VirtualMachineInstancetype: 'instancetypes',
  PersistentVolumeClaim: 'persistentVolumeClaims',
  VirtualMachineSnapshot: 'snapshots',
  VirtualMachineInstanceMigration: 'migrations',
  Node: 'nodes',
};

const kindOf = (object: KubeObject): ResourceName | undefined =>
  KINDS[textAt(object, 'kind') ?? ''];

const keyOf = (object: KubeObject): string =>
  [textAt(object, 'kind'), namespaceOf(object), nameOf(object)].join('/');

const KNOWN = [...CLUSTER, ...EQUIPPED].filter((object) => kindOf(object) !== undefined);
const OBJECTS = [...new Map(KNOWN.map((object) => [keyOf(object), object])).values()];
const HOMES = [...new Set(OBJECTS.map((object) => namespaceOf(object) ?? ''))]
  .filter((name) => name !== '')
  .sort();

/** Callers who may read everything, all but the instances, and neither sizes nor disks. */
const CALLERS: Rights[] = [
  ['virtualMachineInstances+', 'clusterInstancetypes+', 'persistentVolumeClaims+', 'nodes+'],
  ['virtualMachineInstances-', 'clusterInstancetypes+', 'persistentVolumeClaims+', 'nodes-'],
  ['virtualMachineInstances+', 'clusterInstancetypes-', 'persistentVolumeClaims-', 'nodes+'],
].map((kinds) =>
  rightsOf(
    Object.values(KINDS).flatMap((kind) => {
      const told = kinds.find((text) => text.startsWith(kind));
      return told === undefined ? [] : [[kind, told.endsWith('+')] as const];
    }),
  ),
);

const feedFor = (stock: Stock, object: KubeObject) => {
  const kind = kindOf(object);
  return kind === undefined ? undefined : stock.feed(kind);
};

const viewOf = (stock: Stock, rights: Rights): View =>
  finish(stock.view(stock.homes().map((name) => [name, rights] as const)));

const told = ({ records, vocabulary }: View) => ({
  records,
  machines: [...vocabulary.machines.keys()],
  nodes: [...vocabulary.nodes],
  labels: [...vocabulary.labels].map(([key, values]) => [key, [...values].sort()]).sort(),
  classes: [...(vocabulary.values.get('storageClass') ?? [])].sort(),
});

/** The same object after somebody changed it. */
const changed = (object: KubeObject, round: number): KubeObject => {
  const status: unknown = at(object, 'status');
  const labels: unknown = at(object, 'metadata', 'labels');
  return {
    ...object,
    metadata: {
      ...(at(object, 'metadata') as object),
      labels: { ...(labels as object), round: `r${round}` },
    },
    status: { ...(status as object), printableStatus: round % 2 === 0 ? 'Paused' : 'Running' },
  };
};

type Step = { do: 'set' | 'remove' | 'list' | 'look'; which: number; round: number };

const steps = fc.array(
  fc.record<Step>({
    do: fc.constantFrom('set', 'set', 'remove', 'list', 'look'),
    which: fc.nat({ max: OBJECTS.length - 1 }),
    round: fc.nat({ max: 3 }),
  }),
  { maxLength: 60 },
);

/** Follows the steps in a lasting stock; the objects that are there at the end. */
const follow = (stock: Stock, all: readonly Step[]): KubeObject[] => {
  const there = new Map<string, KubeObject>();
  for (const step of all) {
    const object = OBJECTS[step.which];
    if (object === undefined) continue;
    const feed = feedFor(stock, object);
    if (step.do === 'set') {
      const next = changed(object, step.round);
      feed?.set(next);
      there.set(keyOf(next), next);
    }
    if (step.do === 'remove') {
      feed?.remove(object);
      there.delete(keyOf(object));
    }
    if (step.do === 'list') {
      const listed = OBJECTS.filter((other) => kindOf(other) === kindOf(object));
      const list = feed?.begin();
      for (const other of listed) list?.add(other);
      list?.finish();
      for (const key of [...there.keys()])
        if (key.startsWith(`${textAt(object, 'kind')}/`)) there.delete(key);
      for (const other of listed) there.set(keyOf(other), other);
    }
    if (step.do === 'look') for (const rights of CALLERS) viewOf(stock, rights);
  }
  return [...there.values()];
};

describe('a stock that follows a cluster', () => {
  it('tells every caller what one that is filled at the end tells', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const lasting = createStock(true);
        const objects = follow(lasting, all);
        for (const rights of CALLERS) {
          const fresh = createStock(false);
          for (const object of objects) feedFor(fresh, object)?.set(object);
          expect(lasting.homes()).toEqual(fresh.homes());
          expect(told(viewOf(lasting, rights))).toEqual(told(viewOf(fresh, rights)));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('answers with the same view until something that is kept of an object changes', () => {
    const stock = createStock(true);
    for (const object of OBJECTS) feedFor(stock, object)?.set(object);
    const [caller] = CALLERS;
    if (caller === undefined) throw new Error('nobody asks');
    const before = viewOf(stock, caller);
    for (const object of OBJECTS) {
      const metadata = { ...(at(object, 'metadata') as object), resourceVersion: '99' };
      feedFor(stock, object)?.set({ ...object, metadata });
    }
    expect(viewOf(stock, caller)).toBe(before);
    const [machine] = OBJECTS.filter((object) => kindOf(object) === 'virtualMachines');
    if (machine !== undefined) stock.feed('virtualMachines')?.set(changed(machine, 0));
    expect(viewOf(stock, caller)).not.toBe(before);
  });

  it('has one namespace for each that holds a machine', () => {
    const stock = createStock(true);
    for (const object of OBJECTS) feedFor(stock, object)?.set(object);
    const holding = OBJECTS.filter((object) => kindOf(object) === 'virtualMachines').map(
      namespaceOf,
    );
    expect(stock.homes()).toEqual(HOMES.filter((name) => holding.includes(name)));
  });
});
