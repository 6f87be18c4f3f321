import fc from 'fast-check';
import { nameOf, namespaceOf, objectReader, type KubeObject } from '../../kubernetes';
import { CLUSTER } from '../testing/cluster';
import { instance, machine, machines, NOW, type MachineOptions } from '../testing/machines';
import { readInventory, type Inventory } from './inventory';
import { renewMachines, type MachineName } from './renew';

const LATER = NOW + 60_000;

const read = (objects: readonly KubeObject[], now = NOW): Promise<Inventory> =>
  readInventory(objectReader(objects), { now, lasting: true });

const isMachine = ({ kind }: KubeObject): boolean =>
  kind === 'VirtualMachine' || kind === 'VirtualMachineInstance';

const isCalled =
  ({ namespace, name }: MachineName) =>
  (object: KubeObject): boolean =>
    isMachine(object) && namespaceOf(object) === namespace && nameOf(object) === name;

const NAMES: readonly MachineName[] = CLUSTER.filter(({ kind }) => kind === 'VirtualMachine').map(
  (object) => ({ namespace: namespaceOf(object) ?? '', name: nameOf(object) }),
);

type Step = { which: number; gone: boolean; options: MachineOptions };

const steps = fc.array(
  fc.record<Step>({
    which: fc.nat({ max: NAMES.length - 1 }),
    gone: fc.boolean(),
    options: fc.constantFrom<MachineOptions>(
      { status: 'Stopped' },
      { status: 'Running', node: 'worker-2', ip: '10.0.0.9' },
      { status: 'Running', node: 'worker-1', labels: { tier: 'gold' } },
      { status: 'Paused', memory: '32Gi', cores: 8 },
    ),
  }),
  { maxLength: 6 },
);

const told = ({ records, vocabulary }: Inventory) => ({
  records,
  machines: [...vocabulary.machines.keys()],
  labels: [...vocabulary.labels.keys()].sort(),
});

describe('machines read again', () => {
  it('leave an inventory that tells what one read anew tells', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 4 }), async (rounds) => {
        let objects: readonly KubeObject[] = CLUSTER;
        let inventory = await read(objects);
        for (const round of rounds) {
          const changed: MachineName[] = [];
          for (const { which, gone, options } of round) {
            const name = NAMES[which];
            if (name === undefined) continue;
            changed.push(name);
            objects = objects.filter((object) => !isCalled(name)(object));
            const added = gone ? [] : machines(name.namespace, [[name.name, options]]);
            objects = [...objects, ...added];
          }
          const next = await renewMachines(objectReader(objects), inventory, changed);
          // A namespace whose last machine went is none any more for who reads anew.
          if (next === undefined) return;
          inventory = next;
          expect(told(inventory)).toEqual(told(await read(objects, LATER)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tell the time of the whole, which is older', async () => {
    const inventory = await read(CLUSTER);
    const [first] = NAMES;
    const next = await renewMachines(objectReader(CLUSTER), inventory, first ? [first] : []);
    expect(next?.asOf).toBe(inventory.asOf);
  });

  const known = NAMES[0] ?? { namespace: '', name: '' };
  const withType = machine(known.namespace, known.name, { instancetype: 'u1.large' });
  const ownType = {
    ...withType,
    spec: {
      ...(withType.spec as object),
      instancetype: { kind: 'VirtualMachineInstancetype', name: 'u1.large' },
    },
  };

  it.each<[string, readonly KubeObject[], MachineName]>([
    [
      'in a namespace that held none',
      [...CLUSTER, machine('new-project', 'first')],
      { namespace: 'new-project', name: 'first' },
    ],
    [
      'with a kind of instance type that was not read',
      [ownType, ...CLUSTER.filter((object) => !isCalled(known)(object))],
      known,
    ],
  ])('are not enough %s', async (_what, objects, changed) => {
    const inventory = await read(CLUSTER);
    expect(await renewMachines(objectReader(objects), inventory, [changed])).toBeUndefined();
  });

  it('are not enough when one of their objects cannot be read, and nothing of it is taken', async () => {
    const stopped = machine(known.namespace, known.name, { status: 'Stopped' });
    const running = [
      machine(known.namespace, known.name, { status: 'Running' }),
      instance(known.namespace, known.name, { node: 'worker-1' }),
    ];
    const inventory = await read([stopped]);
    const reader = objectReader(running, ({ kind }) =>
      kind === 'VirtualMachineInstance' ? { reason: 'unavailable', message: 'gone' } : undefined,
    );
    expect(await renewMachines(reader, inventory, [known])).toBeUndefined();
    const again = await renewMachines(objectReader([stopped]), inventory, []);
    expect(again?.records.map(({ status }) => status)).toEqual(['Stopped']);
  });
});
