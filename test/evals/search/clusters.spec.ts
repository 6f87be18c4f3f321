import { uidOf } from '@cnv-ai/engine/kubernetes';
import { STATUSES } from '@cnv-ai/engine/search';
import { buildCluster, clusterFor, CLUSTERS } from './clusters';
import { grouped } from './executor';
import { machinesOf } from './facts';
import { readCluster } from './inventory/read';

describe.each(CLUSTERS)('the cluster of %s', (name) => {
  const objects = buildCluster(name);
  const machines = machinesOf(objects);

  it('is the same every time', () => {
    expect(JSON.stringify(buildCluster(name))).toBe(JSON.stringify(objects));
  });

  it('has more than 50 virtual machines, each object with its own uid', () => {
    expect(machines.length).toBeGreaterThan(50);
    expect(new Set(objects.map(uidOf)).size).toBe(objects.length);
    expect(new Set(machines.map(({ key }) => key)).size).toBe(machines.length);
  });

  it('has every printable status', () => {
    expect(Object.keys(grouped(machines, 'status')).sort()).toEqual([...STATUSES].sort());
  });

  it('knows the access mode of every claim', () => {
    const modes = Object.keys(grouped(machines, 'accessMode')).sort();
    expect(modes).toEqual(['ReadWriteMany', 'ReadWriteOnce']);
  });
});

describe('the cluster of an entry', () => {
  it('is that of its set, or the inventory', () => {
    const [first = ''] = CLUSTERS;
    const own = clusterFor({ category: `${first}-time` });
    expect(own.machines).toEqual(machinesOf(buildCluster(first)));
    expect(clusterFor({ category: 'time' }).machines.length).toBeGreaterThan(own.machines.length);
  });

  it('is built once', () => {
    for (const category of [...CLUSTERS.map((name) => `${name}-de`), 'de', 'snow-de']) {
      expect(clusterFor({ category })).toBe(clusterFor({ category }));
    }
    expect(clusterFor({ category: 'de' })).toBe(clusterFor({ category: 'snow-de' }));
  });
});

const machine = {
  name: 'web-1',
  node: 'node-a',
  size: { instancetype: 'small' },
  disks: [{ size: '10Gi', storageClass: 'fast' }],
  ageHours: 20,
  changedHours: 3,
};
const fleet = { namespace: 'shop', system: 'beos', labels: { app: 'web' }, machines: [machine] };
const data = {
  ageHours: 900,
  nodes: { 'node-a': { zone: 'east', ready: false } },
  namespaces: { shop: { stage: 'live' } },
  storageClasses: { fast: 'ReadWriteOnce' },
  instancetypes: { small: { cpu: 2, memory: '4Gi' }, 'shop/large': { cpu: 8, memory: '64Gi' } },
  preferences: ['beos'],
  networks: { 'shop/lan': 'bridge' },
  systems: { beos: { preference: 'beos.5', id: 'beos', versionId: '5', prettyName: 'BeOS 5' } },
  fleets: [fleet],
};
const read = (more: object) => readCluster({ ...data, ...more }, 'shop.yaml');
const withMachines = (...machines: readonly object[]) => read({ fleets: [{ ...fleet, machines }] });

describe('readCluster', () => {
  it('completes a machine with what its fleet says and what is usual', () => {
    const own = { ...machine, labels: { owner: 'ada' }, system: 'rhel9' };
    const stopped = { ...machine, name: 'web-2', status: 'Stopped' };
    expect(withMachines(own, stopped).machines).toMatchObject([
      {
        namespace: 'shop',
        ordinal: 0,
        status: 'Running',
        runStrategy: 'Always',
        agent: true,
        labels: { app: 'web', owner: 'ada' },
        system: { id: 'rhel' },
        nics: [{ binding: 'masquerade' }],
      },
      { ordinal: 1, runStrategy: 'Halted', agent: false, system: { prettyName: 'BeOS 5' } },
    ]);
  });

  it('starts a machine as long before it is ready as the cluster takes to boot', () => {
    expect(read({ bootHours: 0.5 }).machines[0]?.startedHours).toBe(3.5);
  });

  it('counts its machines from 0, or from where the cluster begins', () => {
    const machines = [machine, { ...machine, name: 'web-2' }];
    const fleets = [{ ...fleet, machines }];
    const ordinalsOf = (more: object) => read({ fleets, ...more }).machines.map((m) => m.ordinal);
    expect(ordinalsOf({})).toEqual([0, 1]);
    expect(ordinalsOf({ firstOrdinal: 300 })).toEqual([300, 301]);
  });

  it.each<[string, object, string]>([
    ['a missing part', { nodes: undefined }, 'shop.yaml: "nodes" is missing.'],
    ['a misspelled part', { fleet: [] }, 'shop.yaml: "fleet" is not a field of this map.'],
    ['no map', { nodes: ['node-a'] }, 'shop.yaml.nodes: a map is due.'],
    ['no list', { preferences: 'beos' }, 'shop.yaml.preferences: a list is due.'],
    [
      'a number for a label',
      { namespaces: { shop: { cost: 4100 } } },
      'shop.yaml.namespaces.shop.cost: a text is due.',
    ],
    [
      'an access mode there is not',
      { storageClasses: { fast: 'RWX' } },
      'shop.yaml.storageClasses.fast: "RWX" is not one that is known.',
    ],
  ])('complains of %s', (_, more, message) => {
    expect(() => read(more)).toThrow(message);
  });

  it.each<[string, object, string]>([
    ['a text for hours', { ageHours: '20' }, 'shop.yaml.fleets[0].machines[0].ageHours: a number'],
    ['a text for a flag', { agent: 'no' }, 'machines[0].agent: true or false is due.'],
    ['a field there is not', { nodes: 'a' }, 'machines[0]: "nodes" is not a field of this map.'],
    ['a label that is no text', { labels: { a: 1 } }, 'machines[0].labels.a: a text is due.'],
    ['a system there is not', { system: 'os2' }, 'machines[0].system: there is no system "os2".'],
    ['a size without memory', { size: { cores: 2 } }, 'machines[0].size: "memory" is missing.'],
    ['an unknown node', { node: 'node-b' }, 'shop.yaml: shop/web-1: "node-b" is none of nodes.'],
    ['an unknown namespace', { namespace: 'x' }, 'x/web-1: "x" is none of namespaces.'],
    [
      'an unknown class',
      { disks: [{ size: '1Gi', storageClass: 'slow' }] },
      '"slow" is none of storageClasses.',
    ],
    [
      'an instance type of another scope',
      { size: { instancetype: 'large' } },
      '"large" is none of instancetypes.',
    ],
    [
      'an unknown network',
      { nics: [{ binding: 'bridge', network: 'default/lan' }] },
      '"default/lan" is none of networks.',
    ],
    [
      'a migration from nowhere',
      { migration: { hours: 1, source: 'node-c' } },
      '"node-c" is none of nodes.',
    ],
  ])('complains of a machine with %s', (_, more, message) => {
    expect(() => withMachines({ ...machine, ...more })).toThrow(message);
  });

  it('complains of a machine that is there twice', () => {
    expect(() => withMachines(machine, machine)).toThrow('shop.yaml: shop/web-1 is there twice.');
  });

  it('finds what a machine names in its own namespace', () => {
    const size = { instancetype: 'large', namespaced: true };
    const nics = [{ binding: 'bridge', network: 'lan' }];
    expect(withMachines({ ...machine, size, nics }).machines).toHaveLength(1);
  });
});
