import { nameOf, objectReader, ok, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { readInventory, type Source, type VmRecord } from '@cnv-ai/engine/search';
import { servedPlural, startCluster, type Cluster } from '../../../development/cluster';
import { createLog } from '../../observability/log';
import { until } from '../../testing/poll';
import { cleanup } from '../../testing/serving';
import { namespace, virtualMachine } from '../../testing/vms';
import { SetupError } from '../cluster';
import { watchCache, type WatchCache } from './watch-cache';

/** More than a page, on a machine with other work. */
const FILL = 30_000;

const done = cleanup();
afterEach(done.run);
jest.setTimeout(2 * FILL);

const served = servedPlural('virtualmachines');
const NOW = Date.parse('2026-11-20T14:30:00Z');

const secretive = {
  ...virtualMachine('shop', 'web'),
  spec: {
    runStrategy: 'Halted',
    template: {
      spec: {
        domain: { devices: {}, cpu: { cores: 2 } },
        volumes: [{ name: 'init', cloudInitNoCloud: { userData: 'canary-cloud-init' } }],
      },
    },
  },
};

const cacheOf = async (
  { url, sidecar }: Pick<Cluster, 'url' | 'sidecar'>,
  time: { now: number },
): Promise<WatchCache> => {
  const resolve = () => Promise.resolve({ token: sidecar.token });
  const cache = await watchCache({
    target: { cluster: { server: url }, identity: { name: sidecar.name, resolve } },
    log: createLog('silent'),
    clock: () => time.now,
    backoff: { first: 1, most: 20 },
  });
  done.add(cache.close);
  cache.start();
  return cache;
};

/** What somebody sees who may list everything. */
const seen = async ({ stock }: WatchCache): Promise<readonly VmRecord[]> => {
  const open: Source['open'] = () => Promise.resolve(ok(true));
  const needs = ['persistentVolumeClaims'] as const;
  const inventory = await readInventory(
    { stock, reader: objectReader([]), open },
    { now: NOW, needs },
  );
  return inventory.records;
};
const names = async (cache: WatchCache) => (await seen(cache)).map(({ name }) => name).join();

const filled = async (objects = [namespace('shop', { env: 'prod' }), secretive]) => {
  const cluster = await startCluster({ objects, now: () => NOW, bookmarkMs: 20, history: 50 });
  done.add(cluster.close);
  const time = { now: NOW };
  const cache = await cacheOf(cluster, time);
  expect([cache.isFilled(), cache.asOf()]).toEqual([false, undefined]);
  await until(cache.isFilled, FILL);
  const store = cluster.store;
  const stored = (name: string) => {
    const found = store.list(served).find((object) => nameOf(object) === name);
    return found ?? {};
  };
  return { cluster, store, stored, time, cache };
};

describe('the shared cache', () => {
  it('holds what a search asks for and nothing else', async () => {
    const { cache } = await filled();
    expect(JSON.stringify(await seen(cache))).not.toMatch(
      /canary|managedFields|resourceVersion|last-applied/,
    );
    expect(cache.stock.homes()).toEqual(['shop']);
    const shop = cache.namespaces().find((object) => nameOf(object) === 'shop');
    expect(Object.keys(shop ?? {})).toEqual(['metadata']);
    expect(textAt(shop, 'metadata', 'labels', 'env')).toBe('prod');
  });

  it('tells more than a page by namespace and name', async () => {
    const homes = ['a', 'a-b', 'b'];
    const numbers = Array.from({ length: 400 }, (_, index) => `vm-${1000 + index}`);
    const many = homes.flatMap((home) => numbers.map((name) => virtualMachine(home, name)));
    const { cache } = await filled(many.toReversed());
    const found = (await seen(cache)).map((record) => `${record.namespace}/${record.name}`);
    expect(found).toEqual(homes.flatMap((home) => numbers.map((name) => `${home}/${name}`)));
  });

  it('makes a record again only when one of its objects changes', async () => {
    const { cache, store, stored } = await filled();
    const [before] = await seen(cache);
    store.update({
      ...stored('web'),
      metadata: { ...recordAt(stored('web'), 'metadata'), note: 1 },
    });
    store.create(virtualMachine('shop', 'db'));
    await until(async () => (await names(cache)) === 'db,web');
    expect((await seen(cache))[1]).toBe(before);
  });

  it('holds further kinds from the first question on that needs them', async () => {
    const claim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { namespace: 'shop', name: 'disk' },
      spec: { storageClassName: 'fast' },
    };
    const volumes = [{ name: 'root', persistentVolumeClaim: { claimName: 'disk' } }];
    const machine = {
      ...virtualMachine('shop', 'web'),
      spec: { template: { spec: { domain: { devices: {} }, volumes } } },
    };
    const { cache, store } = await filled([namespace('shop'), machine, claim]);
    const resources = () => cache.state().map(({ resource }) => resource);
    expect(resources()).not.toContain('persistentvolumeclaims');
    const { signal } = new AbortController();
    expect(await cache.holds(['persistentVolumeClaims', 'events'], signal)).toBe(true);
    expect(resources()).toEqual(expect.arrayContaining(['persistentvolumeclaims', 'events']));
    const classes = async () => (await seen(cache))[0]?.joined.claims?.values[0]?.storageClass;
    expect(await classes()).toBe('fast');
    const [stored] = store.list(servedPlural('persistentvolumeclaims'));
    store.update({ ...stored, spec: { storageClassName: 'slow' } });
    await until(async () => (await classes()) === 'slow');
    expect(await cache.holds(['kubevirts'], signal)).toBe(false);
  });

  it('follows what happens in the cluster', async () => {
    const { cache, store, stored } = await filled();
    store.create(virtualMachine('shop', 'db'));
    await until(async () => (await names(cache)) === 'db,web');
    store.update({ ...stored('db'), status: { printableStatus: 'ErrorPvcNotFound' } });
    await until(async () => (await seen(cache))[0]?.status === 'ErrorPvcNotFound');
    store.remove(served, 'shop', 'web');
    await until(async () => (await names(cache)) === 'db');
  });

  it('grows old only when nothing is heard, and is then of no use', async () => {
    const { cache, cluster, time } = await filled();
    time.now = NOW + 60_000;
    await until(() => cache.asOf() === NOW + 60_000);
    await cluster.close();
    time.now = NOW + 120_000;
    expect(cache.asOf()).toBe(NOW + 60_000);
    expect(cache.state()).toMatchObject([
      { resource: 'virtualmachines', objects: 1, lists: 1, age: 60_000 },
      { resource: 'virtualmachineinstances', objects: 0, lists: 1, age: 60_000 },
      { resource: 'namespaces', lists: 1, age: 60_000 },
      { resource: 'nodes', objects: 0, lists: 1, age: 60_000 },
      { resource: 'virtualmachineclusterinstancetypes', objects: 0, lists: 1, age: 60_000 },
      { resource: 'virtualmachineinstancetypes', objects: 0, lists: 1, age: 60_000 },
    ]);
    time.now = NOW + 60_000 + 5 * 60_000 + 1;
    expect([cache.asOf(), cache.isUsable(), cache.isFilled()]).toEqual([NOW + 60_000, false, true]);
  });

  it('is filled late, but filled, when the API server comes up later', async () => {
    const first = await startCluster({ objects: [secretive], now: () => NOW });
    await first.close();
    const cache = await cacheOf(first, { now: NOW });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(cache.isFilled()).toBe(false);
    const second = await startCluster({ objects: [secretive], now: () => NOW, port: first.port });
    done.add(second.close);
    await until(cache.isFilled);
    expect(await names(cache)).toBe('web');
  });

  it('lists again when the API server has forgotten what happened meanwhile', async () => {
    const { cache, cluster } = await filled();
    await cluster.close();
    // Later versions than before: the history of the first cluster is not there.
    const next = await startCluster({
      objects: [virtualMachine('shop', 'db')],
      now: () => NOW + 600_000,
      port: cluster.port,
    });
    done.add(next.close);
    await until(async () => (await names(cache)) === 'db');
    expect(cache.state()[0]).toMatchObject({ resource: 'virtualmachines', objects: 1, lists: 2 });
  });

  it('is refused without an identity to read with', async () => {
    const resolve = () => Promise.resolve({});
    const target = { cluster: { server: 'http://127.0.0.1:1' }, identity: { name: '', resolve } };
    await expect(watchCache({ target, log: createLog('silent') })).rejects.toThrow(SetupError);
  });
});
