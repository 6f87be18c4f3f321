import { textAt } from '@cnv-ai/engine/kubernetes';
import { servedPlural } from '../../development/cluster/resources';
import { startHub, SIDECAR, toolNames, type Exchange, type Hub } from './hub';
import { NEIGHBOUR } from '../neighbour';

const MACHINES = servedPlural('virtualmachines');

let hub: Hub;
beforeAll(async () => {
  hub = await startHub('both');
}, 120_000);
afterAll(() => hub.close());

const used = ({ tools }: Exchange): string[] =>
  tools.map(({ server, name }) => `${server} ${name}`);

const machineNamed = (namespace: string, name: string) =>
  hub.cluster.store.get(MACHINES, namespace, name);

const stopped = (namespace: string): string => {
  const found = hub.cluster.store
    .list(MACHINES, namespace)
    .find((machine) => textAt(machine, 'status', 'printableStatus') === 'Stopped');
  return textAt(found, 'metadata', 'name') ?? '';
};

it('no tool of one has the name of a tool of the other', async () => {
  const token = hub.cluster.users.find(({ name }) => name === 'admin')?.token ?? '';
  const all = await Promise.all(hub.servers.map(({ url }) => toolNames(url, token)));
  expect(all.map(({ length }) => length > 5)).toEqual([true, true]);
  const names = all.flat();
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe('questions of this product', () => {
  it.each([
    ['List the stopped VMs in project prod-web', 'search_vms_semantic'],
    ['Find virtual machines with more than 8 GiB of memory', 'search_vms_semantic'],
    ['Why does the VM checkout-01 in project shop-network not start?', 'diagnose_vm_error'],
    ['Diagnose all failing VMs of the cluster by root cause', 'diagnose_vm_fleet'],
    ['Show the timeline of the VM checkout-01 in project shop-network', 'get_vm_timeline'],
    ['Check the storage of the VM checkout-01 in project shop-network', 'check_vm_storage'],
  ])('come here: %s', async (question, tool) => {
    const exchange = await hub.ask(question);
    expect([used(exchange), exchange.approvals]).toEqual([[`${SIDECAR} ${tool}`], []]);
    expect(exchange.tools[0]?.status).toBe('success');
  });
});

describe('orders', () => {
  it('to create a machine go to the neighbour, once they are approved', async () => {
    const question =
      'Create a VM named "made-by-hand" in namespace "prod-web" with workload "fedora"';
    const exchange = await hub.ask(question);
    expect([used(exchange), exchange.approvals]).toEqual([
      [`${NEIGHBOUR} vm_create`],
      ['vm_create'],
    ]);
    expect(exchange.tools[0]).toMatchObject({ status: 'success' });
    expect(machineNamed('prod-web', 'made-by-hand')).toBeDefined();
  });

  it('to start a machine go to the neighbour, once they are approved', async () => {
    const name = stopped('prod-web');
    const exchange = await hub.ask(`Start the VM named "${name}" in namespace "prod-web"`);
    expect([used(exchange), exchange.approvals]).toEqual([
      [`${NEIGHBOUR} vm_lifecycle`],
      ['vm_lifecycle'],
    ]);
    expect(exchange.tools[0]).toMatchObject({ status: 'success', args: { action: 'start' } });
    expect(textAt(machineNamed('prod-web', name), 'spec', 'runStrategy')).toBe('Always');
  });

  it('that are not approved change nothing', async () => {
    const question =
      'Create a VM named "never-made" in namespace "prod-web" with workload "fedora"';
    const exchange = await hub.ask(question, { approve: false });
    expect(exchange.tools[0]).toMatchObject({ status: 'error' });
    expect(machineNamed('prod-web', 'never-made')).toBeUndefined();
  });
});

describe('both', () => {
  it('act as the user who asks', async () => {
    const create = 'Create a VM named "by-viewer" in namespace "prod-web" with workload "fedora"';
    const refused = await hub.ask(create, { user: 'viewer' });
    expect(refused.tools[0]).toMatchObject({ server: NEIGHBOUR, status: 'error' });
    expect(refused.tools[0]?.content).toContain('forbidden');
    expect(machineNamed('prod-web', 'by-viewer')).toBeUndefined();
    const hidden = await hub.ask('Why does the VM checkout-01 in project shop-network not start?', {
      user: 'viewer',
    });
    expect(hidden.tools[0]?.server).toBe(SIDECAR);
    expect(hidden.tools[0]?.content).toContain('may not read');
  });
});
