import { listAt, textAt, uidOf } from '@cnv-ai/engine/kubernetes';
import { STATUSES } from '@cnv-ai/engine/search';
import { grouped } from './executor';
import { machinesOf } from './facts';
import { inventoryObjects } from './inventory';

const objects = inventoryObjects();
const machines = machinesOf(objects);
const ofKind = (kind: string) => objects.filter((object) => textAt(object, 'kind') === kind);

describe('the inventory', () => {
  it('is the same every time', () => {
    expect(JSON.stringify(inventoryObjects())).toBe(JSON.stringify(objects));
  });

  it('has at least 300 virtual machines, each with its own uid', () => {
    expect(machines.length).toBeGreaterThanOrEqual(300);
    expect(new Set(objects.map(uidOf)).size).toBe(objects.length);
    expect(new Set(machines.map(({ key }) => key)).size).toBe(machines.length);
  });

  it('has every printable status', () => {
    expect(Object.keys(grouped(machines, 'status')).sort()).toEqual([...STATUSES].sort());
  });

  it.each([
    ['os', ['centos', 'debian', 'fedora', 'rhel', 'sles', 'ubuntu', 'windows']],
    ['binding', ['bridge', 'masquerade', 'sriov']],
    ['accessMode', ['ReadWriteMany', 'ReadWriteOnce']],
    ['zone', ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']],
    ['cordoned', ['false', 'true']],
    ['nodeReady', ['false', 'true']],
    ['agent', ['false', 'true']],
    ['migratable', ['false', 'true']],
    ['restartRequired', ['false', 'true']],
    ['snapshotFailed', ['false', 'true']],
    ['deletionProtected', ['false', 'true']],
    ['gpu', ['false', 'true']],
    ['arch', ['amd64', 'arm64']],
  ])('has every kind of %s', (fact, values) => {
    expect(Object.keys(grouped(machines, fact)).sort()).toEqual(values);
  });

  it('has migrations that went well and that failed', () => {
    const has = (fact: string) => machines.filter(({ facts }) => (facts[fact] ?? []).length > 0);
    expect(has('migrated').length).toBeGreaterThan(5);
    expect(has('migrationFailed').length).toBeGreaterThan(5);
  });

  it('gives every instance the VM that owns it', () => {
    const owners = new Set(ofKind('VirtualMachine').map(uidOf));
    for (const instance of ofKind('VirtualMachineInstance')) {
      expect(owners).toContain(textAt(instance, 'metadata', 'ownerReferences', 0, 'uid'));
    }
  });

  it('leaves the conditions of virt-handler without a transition time, as it does', () => {
    const conditions = ofKind('VirtualMachine').flatMap((vm) => listAt(vm, 'status', 'conditions'));
    const times = conditions
      .filter((entry) => ['AgentConnected', 'LiveMigratable'].includes(textAt(entry, 'type') ?? ''))
      .map((entry) => textAt(entry, 'lastTransitionTime'));
    expect(times.length).toBeGreaterThan(100);
    expect(new Set(times)).toEqual(new Set([undefined]));
  });
});
