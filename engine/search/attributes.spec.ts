import { objectReader, RESOURCES, type Reader, type Resource } from '../kubernetes';
import { readInventory } from './inventory/inventory';
import { completeFor, searchInventory, searchVms } from './search';
import { NOW } from './testing/machines';
import { EQUIPPED } from './testing/equipped';
import type { Predicate, SearchRequest, SearchResult } from './types';

const readerWithout = (...denied: Resource[]): { reader: Reader; lists: string[] } => {
  const lists: string[] = [];
  const inner = objectReader(EQUIPPED, (resource) =>
    denied.includes(resource) ? { reason: 'forbidden', message: 'no' } : undefined,
  );
  const list: Reader['list'] = (resource, query, project) => {
    lists.push(resource.plural);
    return inner.list(resource, query, project);
  };
  return { reader: { ...inner, list }, lists };
};

const ask = (request: SearchRequest, ...denied: Resource[]): Promise<SearchResult> =>
  searchVms(readerWithout(...denied).reader, { limit: 500, ...request }, NOW);

const names = ({ vms }: SearchResult): string => vms.map(({ name }) => name).join(' ');

const answer = ({ outcome, unknown, ...result }: SearchResult): string =>
  outcome === 'ok'
    ? `${names({ outcome, unknown, ...result })}${unknown > 0 ? ` ?${unknown}` : ''}`
    : outcome;

describe('sentences about every attribute', () => {
  it.each([
    ['VMs with MAC 02:00:00:00:00:0a', 'big'],
    ['02-00-00-00-00-0B', 'small'],
    ['VMs with mac 02:00:*', 'big small'],
    ['VMs up for more than 30 days', 'big'],
    ['VMs with uptime > 30 days', 'big'],
    ["VMs that can't be live migrated", 'big ?2'],
    ['live migratable VMs', 'small ?2'],
    ['migrationBlocker:DisksNotLiveMigratable', 'big ?2'],
    ['VMs that need a restart', 'small'],
    ['VMs that do not need a restart', 'big graphics idle'],
    ['VMs with disks larger than 100 GiB', 'big ?1'],
    ['VMs without disks larger than 100 GiB', 'graphics small ?1'],
    ['VMs with more than 220 GB of disk', 'big ?1'],
    ['VMs with more than 1 disk', 'big'],
    ['VMs with 2 disks', 'big'],
    ['VMs with less than 100 GB of storage', 'graphics small ?1'],
    ['VMs on storage class fast', 'big ?1'],
    ['VMs with storage fast', 'big ?1'],
    ['VMs with disks fast', 'big ?1'],
    // Beside a storage class, bytes may be those of disks; only disks are added up.
    ['VMs with more than 100 GB on storage class fast', 'ambiguous'],
    ['VMs with more than 100 GB on fast', 'ambiguous'],
    ['VMs on storage class fast, 20 to 300 GB', 'ambiguous'],
    ['VMs on fast, 100 GB or more in total', 'big ?1'],
    ['VMs with more than 10 GB in total on standard', 'small ?1'],
    ['VMs on fast with a disk over 100 GB', 'big ?1'],
    ['VMs on fast with less than 64 GB of memory', 'big ?1'],
    ['VMs on standard with 2 vcpus or less than 64 GB of RAM', 'small ?1'],
    ['VMs using the fast storage class', 'big ?1'],
    ['VMs on fast with snapshots', 'big'],
    ['VMs on fast with a failed migration', 'big'],
    ['VMs with RWO volumes', 'big ?1'],
    ['VMs with access mode ReadWriteMany', 'big small ?1'],
    ['VMs with SR-IOV', 'big ?2'],
    ['VMs with masquerade interfaces', 'small ?2'],
    ['VMs on network vlan10', 'big'],
    ['vlan10 network VMs', 'big'],
    ['VMs on the pod network', 'graphics idle small'],
    ['VMs with a GPU', 'graphics'],
    ['VMs without a GPU', 'big idle small'],
    ['VMs with nvidia gpus', 'graphics'],
    ['VMs with host devices', ''],
    ['VMs with dedicated CPUs', 'graphics'],
    ['VMs with hugepages', 'graphics'],
    ['VMs with secure boot', 'big idle'],
    ['VMs without TPM', 'graphics small'],
    ['protected VMs', 'big'],
    ['VMs without deletion protection', 'graphics idle small'],
    ['VMs whose description contains billing', 'big'],
    ['VMs without a description', 'graphics idle small'],
    ['amd64 VMs', 'big ?3'],
    ['VMs with eviction strategy None', 'big ?3'],
    ['VMs without an eviction strategy', 'graphics idle small'],
    ['VMs from boot source rhel9', 'big'],
    ['gpu VMs', 'graphics'],
    ['VMs with storage class fast or standard', 'big small ?1'],
    ['VMs on the vlan10 network', 'big'],
    ['VMs with description billing', 'big'],
    ['VMs using template rhel9', ''],
    ['snapshot:Failed', 'small'],
    ['VMs with no snapshots', 'graphics idle'],
    ['VMs with snapshots', 'big small'],
    ['VMs with a failed snapshot', 'small'],
    ['VMs with snapshots older than 30 days', 'big'],
    ['VMs whose last snapshot is older than 30 days', ''],
    ['VMs snapshotted in the last 7 days', 'big'],
    ['VMs not snapshotted in the last 7 days', 'graphics idle small'],
    ['VMs with more than 1 snapshots', 'big'],
    ['VMs migrated in the last 7 days', 'small'],
    ['VMs with a failed migration', 'big'],
    ['VMs with failed migrations since yesterday', 'big'],
    ['VMs migrated from worker-1', 'small'],
    ['VMs that were never migrated', 'big graphics idle'],
    ['VMs in folder finance', 'big'],
    ['VMs with affinity rules', 'big'],
    ['VMs without a node selector', 'big idle small'],
    ['VMs with a backup', 'big small'],
    ['VMs with no backups', 'graphics idle'],
    ['VMs with a failed backup', 'small'],
    ['VMs backed up in the last 14 days', 'big'],
    ['VMs whose last backup is older than 7 days', 'big'],
    ['VMs with one network interface', 'big graphics idle small'],
    ['VMs with more than 1 nic', ''],
    ['VMs on nodes that are cordoned', 'small'],
    ['VMs whose node is not cordoned', 'big graphics'],
    ['VMs on NotReady hosts', 'graphics'],
    ['VMs on cordoned nodes', 'small'],
    ['VMs on nodes that are not ready', 'graphics'],
    ['VMs in zone a', 'big'],
    ['VMs in zone eu-west-1b', 'graphics small'],
    ['VMs on nodes in eu-west-1b', 'graphics small'],
    ['running VMs with a GPU on nodes in eu-west-1b', 'graphics'],
    ['VMs in zone b or zone a', 'big graphics small'],
    ['VMs with warning events', 'idle'],
    ['has:tpm', 'big idle'],
    ['missing:tpm', 'graphics small'],
    ['has:migratable', 'small ?2'],
    ['has:nics', 'big graphics idle small'],
    ['has:migrations', 'big small'],
    ['has:labels', 'big'],
    ['missing:labels', 'graphics idle small'],
    ['VMs with FailedScheduling events', 'idle'],
    ['running VMs with a GPU in zone b without snapshots', 'graphics'],
  ])('%s: %s', async (query, expected) => {
    const result = await ask({ query });
    expect(`${answer(result)} | ${result.clarification ?? ''}`).toBe(
      `${expected} | ${result.outcome === 'ok' ? '' : (result.clarification ?? '')}`,
    );
  });

  it.each([
    ['VMs on storage class fsat', 'VMs on storage class fast'],
    ['VMs in zone north', 'VMs in zone eu-west-1a'],
    ['VMs on network vlan11', 'VMs on network vlan10'],
  ])('%s: there is none, did you mean %s', async (query, suggestion) => {
    const result = await ask({ query });
    expect([result.outcome, result.suggestions?.includes(suggestion)]).toEqual(['ambiguous', true]);
  });

  it.each([
    'VMs with network problems',
    'VMs with template windows',
    'VMs with snapshot issues',
    'VMs with two disks larger than 5 GB',
  ])('does not guess at %s', async (query) => {
    expect((await ask({ query })).outcome).not.toBe('ok');
  });
});

const {
  persistentVolumeClaims,
  snapshots,
  backups,
  backupTrackers,
  migrations,
  nodes,
  events,
  clusterPreferences,
  clusterInstancetypes,
  virtualMachineInstances,
} = RESOURCES;

const is = (field: string, value: unknown, op = 'is'): Predicate => ({ field, op, value });
const has = (field: string): Predicate => is(field, true, 'exists');

describe('what the caller may not read is unknown, and so is its absence', () => {
  it.each<[Resource, Predicate, number]>([
    [persistentVolumeClaims, is('storageClass', 'fast'), 3],
    [persistentVolumeClaims, is('accessMode', 'ReadWriteOnce'), 3],
    [persistentVolumeClaims, is('disk', '100GiB', 'gt'), 3],
    [persistentVolumeClaims, is('diskSize', '100GiB', 'gt'), 3],
    [snapshots, has('snapshot'), 4],
    [snapshots, is('snapshot', 'Failed'), 4],
    [snapshots, is('snapshotCount', 0), 4],
    [snapshots, is('lastSnapshot', '7d', 'before'), 4],
    [snapshots, is('snapshotTime', '7d', 'before'), 4],
    [backups, has('backup'), 4],
    [backupTrackers, is('backup', 'Failed'), 4],
    [backups, is('lastBackup', '7d', 'before'), 4],
    [migrations, is('migration', 'Failed'), 4],
    [migrations, is('migrated', '7d', 'since'), 4],
    [migrations, is('migrationFrom', 'worker-1'), 4],
    [nodes, is('nodeCordoned', true), 3],
    [nodes, is('nodeReady', false), 3],
    [nodes, is('zone', 'eu-west-1a'), 3],
    [events, has('warning'), 4],
    [events, is('warning', 'FailedScheduling'), 4],
    [clusterPreferences, is('secureBoot', true), 1],
    [clusterPreferences, is('tpm', true), 1],
  ])('%j', async (denied, where, unknown) => {
    const [plain, negated] = await Promise.all([
      ask({ where }, denied),
      ask({ where: { not: where } }, denied),
    ]);
    expect([plain.unknown, negated.unknown]).toEqual([unknown, unknown]);
    expect(plain.total + negated.total).toBe(4 - unknown);
    expect(plain.unchecked).toContainEqual(
      expect.objectContaining({ resource: denied.plural, reason: 'forbidden' }),
    );
  });

  it('knows GPUs of an instance type from the type only', async () => {
    const result = await ask({ where: has('gpu') }, clusterInstancetypes, virtualMachineInstances);
    expect([names(result), result.unknown]).toEqual(['', 1]);
  });

  it('does not ask which storage class is meant where none can be seen', async () => {
    const result = await ask({ query: 'VMs on storage class gold' }, persistentVolumeClaims);
    expect([result.outcome, result.total, result.unknown]).toEqual(['ok', 0, 3]);
  });
});

describe('reading', () => {
  const BASE = [
    'namespaces',
    'nodes',
    'virtualmachineclusterinstancetypes',
    'virtualmachineinstances',
    'virtualmachines',
  ];

  it.each<[SearchRequest, string[]]>([
    [{ query: 'running VMs' }, []],
    [{ query: 'VMs on cordoned nodes' }, []],
    [{ query: 'VMs with a GPU and an SR-IOV interface' }, []],
    [
      { query: 'VMs with RWO volumes and no snapshots' },
      ['persistentvolumeclaims', 'virtualmachinesnapshots'],
    ],
    [{ query: 'running VMs', columns: ['diskSize'] }, ['persistentvolumeclaims']],
    [{ query: 'running VMs', facets: ['warning'] }, ['events']],
    [{ query: 'running VMs', sort: 'lastSnapshot' }, ['virtualmachinesnapshots']],
    [{ query: 'VMs by storage class' }, ['persistentvolumeclaims']],
    [{ query: 'VMs with failed migrations' }, ['virtualmachineinstancemigrations']],
    [{ query: 'VMs with TPM' }, ['virtualmachineclusterpreferences']],
    [
      { query: 'VMs with a failed snapshot on fast' },
      ['persistentvolumeclaims', 'virtualmachinesnapshots'],
    ],
    [{ query: 'delete VMs with snapshots' }, []],
  ])('%j reads %j beside the machines', async (request, more) => {
    const { reader, lists } = readerWithout();
    await searchVms(reader, request, NOW);
    expect(lists.sort()).toEqual([...BASE, ...more].sort());
  });

  it.each([{}, { query: ' ' }, { namespaces: [] }])(
    'reads nothing when nothing is asked: %j',
    async (request) => {
      const { reader, lists } = readerWithout();
      const result = await searchVms(reader, request, NOW);
      expect([result.outcome, lists]).toEqual(['not_understood', []]);
    },
  );

  it('goes project by project where the whole cluster is forbidden', async () => {
    const inner = objectReader(EQUIPPED, (resource, namespace) =>
      resource === snapshots && namespace === undefined
        ? { reason: 'forbidden', message: 'no' }
        : undefined,
    );
    const result = await searchVms(inner, { query: 'VMs with no snapshots' }, NOW);
    expect([names(result), result.unknown, result.unchecked]).toEqual(['graphics idle', 0, []]);
  });

  it('says so when an inventory lacks a kind', async () => {
    const { reader } = readerWithout();
    const inventory = await readInventory(reader, { now: NOW });
    const request = { query: 'VMs with snapshots' };
    const result = searchInventory(inventory, request, NOW);
    expect(result).toMatchObject({
      total: 0,
      unknown: 4,
      unchecked: [{ resource: 'virtualmachinesnapshots', reason: 'unavailable' }],
    });
    const full = await completeFor(reader, inventory, request, NOW);
    expect(searchInventory(full, request, NOW)).toMatchObject({ total: 2, unchecked: [] });
  });
});

it.each<[string, string, string, string]>([
  ['VMs on storage class fast', 'PersistentVolumeClaim', '/spec/storageClassName', 'fast'],
  ['VMs with RWO volumes', 'PersistentVolumeClaim', '/spec/accessModes', 'ReadWriteOnce'],
  ['VMs with a failed snapshot', 'VirtualMachineSnapshot', '/status/phase', 'Failed'],
  ['VMs with failed migrations', 'VirtualMachineInstanceMigration', '/status/phase', 'Failed'],
  ['VMs on cordoned nodes', 'Node', '/spec/unschedulable', 'true'],
  ['VMs in zone eu-west-1a', 'Node', '/metadata/labels/topology.kubernetes.io~1zone', 'eu-west-1a'],
  ['VMs with warning events', 'Event', '/reason', 'FailedScheduling'],
  ['VMs with a GPU', 'VirtualMachine', '/spec/instancetype/name', 'gn1.xlarge'],
  [
    'VMs with mac 02:00:00:00:00:0b',
    'VirtualMachineInstance',
    '/status/interfaces/0/mac',
    '02:00:00:00:00:0b',
  ],
  [
    "VMs that can't be live migrated",
    'VirtualMachineInstance',
    '/status/conditions/0',
    'DisksNotLiveMigratable',
  ],
])('%s: points at the %s', async (query, kind, path, value) => {
  const { vms } = await ask({ query });
  expect(vms[0]?.matched).toMatchObject([{ ref: { kind }, path, value }]);
});
