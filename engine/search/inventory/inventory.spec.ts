import {
  objectReader,
  OPT_OUT_LABEL,
  RESOURCES,
  type KubeObject,
  type Reader,
  type Resource,
} from '../../kubernetes';
import { searchInventory } from '../search';
import { CLUSTER } from '../testing/cluster';
import { machine, machines, namespace, NOW } from '../testing/machines';
import { readInventory, type Inventory } from './inventory';

type Denied = (resource: Resource, namespace: string | undefined) => boolean;

/** A reader that counts, for a caller who may not read everything. */
const readerFor = (objects: readonly KubeObject[], denied: Denied = () => false) => {
  const seen = { most: 0, now: 0, lists: [] as string[] };
  const inner = objectReader(objects, (resource, name) =>
    denied(resource, name) ? { reason: 'forbidden', message: 'no' } : undefined,
  );
  const reader: Reader = {
    ...inner,
    list: async (resource, query, project) => {
      seen.lists.push(`${resource.plural} ${query.namespace ?? '*'}`);
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      await Promise.resolve();
      const fact = await inner.list(resource, query, project);
      seen.now -= 1;
      return fact;
    },
  };
  return { reader, seen };
};

const read = (objects: readonly KubeObject[], denied?: Denied, more = {}): Promise<Inventory> =>
  readInventory(readerFor(objects, denied).reader, { now: NOW, ...more });

const clusterWide = (resource: Resource, name: string | undefined): boolean =>
  resource.namespaced && name === undefined;

const project = (name: string, labels: Record<string, string> = {}): KubeObject => ({
  apiVersion: 'project.openshift.io/v1',
  kind: 'Project',
  metadata: { name, labels },
});

const total = (inventory: Inventory, query: string): [number, number] => {
  const result = searchInventory(inventory, { query }, NOW);
  return [result.total, result.unknown];
};

describe('reading as an administrator', () => {
  it('lists each kind once, for the whole cluster', async () => {
    const { reader, seen } = readerFor(CLUSTER);
    const inventory = await readInventory(reader, { now: NOW });
    expect(inventory.scope).toEqual({ namespaces: 'all', hidden: false });
    expect(inventory.unchecked).toEqual([]);
    expect(inventory.asOf).toBe('2026-11-20T14:30:00Z');
    expect(seen.lists.sort()).toEqual([
      'namespaces *',
      'nodes *',
      'virtualmachineclusterinstancetypes *',
      'virtualmachineinstances *',
      'virtualmachines *',
    ]);
  });
});

describe('reading as somebody who may not list the whole cluster', () => {
  const own = new Set(['shop', 'staging']);
  const denied: Denied = (resource, name) =>
    clusterWide(resource, name) ||
    (resource.namespaced && !own.has(name ?? '')) ||
    resource === RESOURCES.namespaces ||
    resource === RESOURCES.nodes;

  it('reads the projects the API shows, and knows nothing of the others', async () => {
    const inventory = await read([...CLUSTER, project('shop'), project('staging')], denied);
    expect(inventory.scope).toEqual({ namespaces: 2, hidden: true });
    expect(new Set(inventory.records.map((record) => record.namespace))).toEqual(own);
    expect([...inventory.vocabulary.namespaces.keys()].sort()).toEqual(['shop', 'staging']);
    const result = searchInventory(inventory, { query: 'VMs in prod-web' }, NOW);
    expect(result.outcome).toBe('ambiguous');
    expect(JSON.stringify(result)).not.toContain('web-01');
  });

  it('says forbidden when nothing at all may be read', async () => {
    const inventory = await read(CLUSTER, () => true);
    const result = searchInventory(inventory, { query: 'running VMs' }, NOW);
    expect(result).toMatchObject({ outcome: 'forbidden', total: 0, vms: [] });
    expect(result.clarification).toMatch(/may not list VirtualMachines/);
  });

  it('says where nothing may be read when only some projects are asked about', async () => {
    const { message } = await read(CLUSTER, () => true, { namespaces: ['shop'] });
    expect(message?.id).toMatch(/in the projects you ask about/);
  });

  it('reads 16 projects at a time at most', async () => {
    const names = Array.from({ length: 60 }, (_all, index) => `p-${index}`);
    const objects = names.flatMap((name) => [namespace(name), machine(name, 'vm')]);
    const { reader, seen } = readerFor(objects, clusterWide);
    const inventory = await readInventory(reader, { now: NOW });
    expect(inventory.records).toHaveLength(60);
    expect(seen.most).toBeLessThanOrEqual(16 * 2);
    expect(seen.most).toBeGreaterThan(1);
  });
});

describe('what cannot be read is unknown', () => {
  it('keeps machines out of both a question and its negation', async () => {
    const inventory = await read(CLUSTER, ({ plural }) => plural === 'virtualmachineinstances');
    expect(inventory.unchecked).toMatchObject([
      { resource: 'virtualmachineinstances', reason: 'forbidden' },
    ]);
    expect(total(inventory, 'VMs on worker-1')).toEqual([0, inventory.records.length]);
    expect(total(inventory, 'VMs without a node')).toEqual([0, inventory.records.length]);
    expect(total(inventory, 'running VMs')[0]).toBe(11);
  });

  it('does not guess the size of an instance type', async () => {
    const inventory = await read(
      CLUSTER,
      ({ plural }) => plural === 'virtualmachineclusterinstancetypes',
    );
    expect(inventory.unchecked).toMatchObject([{ resource: 'virtualmachineclusterinstancetypes' }]);
    expect(total(inventory, 'VMs in shop with more than 1 vcpu')).toEqual([2, 1]);
  });
});

describe('namespaces that opted out', () => {
  const objects = [
    namespace('open'),
    namespace('closed', { [OPT_OUT_LABEL]: '' }),
    machine('open', 'seen'),
    machine('closed', 'unseen'),
  ];

  it('are left out everywhere', async () => {
    const inventory = await read(objects);
    expect(inventory.records.map(({ name }) => name)).toEqual(['seen']);
    expect([...inventory.vocabulary.namespaces.keys()]).toEqual(['open']);
    expect(inventory.scope).toEqual({ namespaces: 1, hidden: false });
  });

  it('for a model, a label that cannot be read counts as set', async () => {
    const denied: Denied = (resource) => resource === RESOURCES.namespaces;
    const person = await read([machine('open', 'seen')], denied);
    expect(person.records).toHaveLength(1);
    const model = await read([machine('open', 'seen')], denied, { forModel: true });
    expect(model.records).toHaveLength(0);
    expect(model.unchecked).toMatchObject([{ resource: 'namespaces', reason: 'forbidden' }]);
  });
});

it('reads only the projects asked for', async () => {
  const { reader, seen } = readerFor(CLUSTER);
  const inventory = await readInventory(reader, { now: NOW, namespaces: ['shop'] });
  expect(inventory.records.map(({ name }) => name)).toEqual(['cart', 'catalog', 'checkout']);
  expect(seen.lists).toContain('virtualmachines shop');
  expect(seen.lists).not.toContain('virtualmachines *');
  expect(inventory.scope).toEqual({ namespaces: 1, hidden: false });
});

it('says when OpenShift Virtualization is not there', async () => {
  const reader: Reader = {
    ...objectReader([]),
    list: () => Promise.resolve({ state: 'unread', reason: 'not_installed', message: '' }),
  };
  const inventory = await readInventory(reader, { now: NOW });
  expect(searchInventory(inventory, { query: 'VMs' }, NOW)).toMatchObject({
    outcome: 'unavailable',
    clarification: expect.stringMatching(/not installed/) as unknown,
  });
});

it('keeps an instance apart from another of the same name elsewhere', async () => {
  const inventory = await read([
    ...machines('a', [['vm', { status: 'Running', node: 'n1' }]]),
    ...machines('b', [['vm', { status: 'Running', node: 'n2' }]]),
  ]);
  expect(inventory.records.map(({ namespace: ns, node }) => [ns, node])).toEqual([
    ['a', 'n1'],
    ['b', 'n2'],
  ]);
});

describe('many machines', () => {
  it('are read in slices, between which others have their turn', async () => {
    const many = Array.from({ length: 400 }, (_all, index) => machine('shop', `vm-${index}`));
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses += 1;
      return Promise.resolve();
    };
    const sliced = await read(many, undefined, { slices: { pause, isLong: () => true } });
    expect(pauses).toBeGreaterThanOrEqual(8);
    expect(sliced.records).toEqual((await read(many)).records);
  });
});
