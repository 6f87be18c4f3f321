import fc from 'fast-check';
import { objectReader, unread, type KubeObject, type Reader } from '../kubernetes';
import { lookAtAll, type Looked } from './page';
import type { Surveyed } from './survey';

const NOW = Date.parse('2026-05-04T12:00:00Z');
const MANY = 21;
const nameAt = (index: number): string => `vm-${String(index).padStart(2, '0')}`;

const broken = (index: number): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { namespace: 'shop', name: nameAt(index), uid: nameAt(index) },
  spec: {
    runStrategy: 'Always',
    instancetype: { kind: 'VirtualMachineInstancetype', name: `no-${index % 3}` },
    template: { spec: { domain: { devices: {} } } },
  },
  status: { printableStatus: 'Stopped' },
});
const machines = Array.from({ length: MANY }, (_, index) => ({
  namespace: 'shop',
  name: nameAt(index),
}));
const objects = objectReader(machines.map((_, index) => broken(index)));

/** Reads of these are given up. */
const hurried = (isLate: (resource: string, name: string) => boolean): Reader => ({
  ...objects,
  get: (resource, namespace, name) =>
    isLate(resource.plural, name)
      ? Promise.resolve(unread('deadline', 'There was no time.'))
      : objects.get(resource, namespace, name),
});

const lateFor = (...names: string[]): Reader =>
  hurried((resource, name) => resource.endsWith('instancetypes') && names.includes(name));

const look = (reader: Reader, those: readonly Surveyed[] = machines) =>
  lookAtAll(reader, those, NOW, {});

const isHurried = ({ unchecked }: Looked): boolean =>
  unchecked.some(({ reason }) => reason === 'deadline');

describe('a page that has too little time', () => {
  it('ends before the first VM that was not read to its end', async () => {
    const looked = await look(lateFor('no-2'));
    expect([...looked.keys()]).toEqual(machines.slice(0, 2));
    expect([...looked.values()].filter(isHurried)).toEqual([]);
  });

  it('says of the first VMs what was not read, when it has nothing else', async () => {
    const looked = await look(lateFor('no-0', 'no-1', 'no-2'));
    expect([...looked.keys()]).toEqual(machines.slice(0, 8));
    expect([...looked.values()].filter(isHurried)).toHaveLength(8);
  });

  it('is empty when not one VM could be read', async () => {
    const looked = await look(hurried((resource) => resource === 'virtualmachines'));
    expect(looked.size).toBe(0);
  });

  it('loses nothing: what was late once is asked for again', async () => {
    const unhurried = await look(objects);
    expect(unhurried.size).toBe(MANY);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.subarray(['no-0', 'no-1', 'no-2']), { maxLength: 12 }),
        async (late) => {
          const turns = [...late];
          const all = new Map<Surveyed, Looked>();
          while (all.size < MANY) {
            // The first VM of a page is on time: it asks for one of three, of which two may be late.
            const names = (turns.shift() ?? []).filter((name) => name !== `no-${all.size % 3}`);
            const looked = await look(lateFor(...names), machines.slice(all.size));
            for (const [machine, one] of looked) all.set(machine, one);
          }
          expect(all).toEqual(unhurried);
        },
      ),
      { numRuns: 25 },
    );
  });
});
