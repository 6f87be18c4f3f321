import {
  listAt,
  nameOf,
  recordAt,
  RESOURCES,
  textAt,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { slimMachine } from '@cnv-ai/engine/search';
import { servedPlural, startCluster, type Cluster } from '../../../development/cluster';
import { createLog } from '../../observability/log';
import { until } from '../../testing/poll';
import { cleanup } from '../../testing/serving';
import { namespace, virtualMachine } from '../../testing/vms';
import { SetupError } from '../cluster';
import { watchCache, type WatchCache } from './watch-cache';

const done = cleanup();
afterEach(done.run);

const { virtualMachines, virtualMachineInstances, namespaces, pods } = RESOURCES;
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

const itself = (object: KubeObject): KubeObject => object;
const held = (cache: WatchCache) => cache.list(virtualMachines, undefined, itself);

const filled = async (objects = [namespace('shop', { env: 'prod' }), secretive]) => {
  const cluster = await startCluster({ objects, now: () => NOW, bookmarkMs: 20, history: 50 });
  done.add(cluster.close);
  const time = { now: NOW };
  const cache = await cacheOf(cluster, time);
  expect([cache.isFilled(), cache.asOf()]).toEqual([false, undefined]);
  await until(cache.isFilled);
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
    expect(JSON.stringify(held(cache))).not.toMatch(
      /canary|managedFields|resourceVersion|last-applied/,
    );
    expect(cache.list(virtualMachines, 'shop', nameOf)).toEqual(['web']);
    expect(cache.list(virtualMachines, 'bank', nameOf)).toEqual([]);
    const shop = cache
      .list(namespaces, undefined, itself)
      .find((object) => nameOf(object) === 'shop');
    expect(shop).toEqual({
      metadata: { name: 'shop', labels: recordAt(shop, 'metadata', 'labels') },
    });
    expect(textAt(shop, 'metadata', 'labels', 'env')).toBe('prod');
    expect([virtualMachineInstances, pods].map(cache.covers)).toEqual([true, false]);
  });

  it('lists more than a page in the order of the API server', async () => {
    const many = ['a', 'a-b', 'b'].flatMap((home) =>
      Array.from({ length: 400 }, (_, index) => virtualMachine(home, `vm-${index}`)),
    );
    const { cache, store } = await filled(many.toReversed());
    const keys = (objects: readonly unknown[]) =>
      objects.map((object) => `${textAt(object, 'metadata', 'namespace')}/${nameOf(object)}`);
    expect(keys(held(cache))).toEqual(keys(store.list(served)));
  });

  it('answers the same objects again, but never the list itself', async () => {
    const { cache } = await filled();
    const lists = [1, 2].map(() => cache.list(virtualMachines, undefined, slimMachine));
    expect(lists[0]?.[0]).toBe(lists[1]?.[0]);
    expect(lists[0]).not.toBe(lists[1]);
    expect(lists[0]).toEqual(held(cache).map(slimMachine));
  });

  it('follows what happens in the cluster', async () => {
    const { cache, store, stored } = await filled();
    const names = () => held(cache).map(nameOf);
    store.create(virtualMachine('shop', 'db'));
    await until(() => names().length === 2);
    expect(names()).toEqual(['db', 'web']);
    store.update({ ...stored('db'), status: { printableStatus: 'ErrorPvcNotFound' } });
    await until(() => JSON.stringify(held(cache)).includes('ErrorPvcNotFound'));
    store.remove(served, 'shop', 'web');
    await until(() => names().length === 1);
    expect(names()).toEqual(['db']);
  });

  it('grows old only when nothing is heard, and is then of no use', async () => {
    const { cache, cluster, time } = await filled();
    time.now = NOW + 60_000;
    await until(() => cache.asOf() === NOW + 60_000);
    await cluster.close();
    time.now = NOW + 120_000;
    expect(cache.asOf()).toBe(NOW + 60_000);
    expect(listAt({ state: cache.state() }, 'state')).toMatchObject([
      { resource: 'virtualmachines', objects: 1, lists: 1, age: 60_000 },
      { resource: 'virtualmachineinstances', objects: 0, lists: 1, age: 60_000 },
      { resource: 'namespaces', lists: 1, age: 60_000 },
    ]);
    time.now = NOW + 60_000 + 5 * 60_000 + 1;
    expect([cache.asOf(), cache.isFilled()]).toEqual([undefined, true]);
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
    expect(held(cache).map(nameOf)).toEqual(['web']);
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
    await until(() => held(cache).map(nameOf).join() === 'db');
    expect(cache.state()[0]).toMatchObject({ resource: 'virtualmachines', objects: 1, lists: 2 });
  });

  it('is refused without an identity to read with', async () => {
    const resolve = () => Promise.resolve({});
    const target = { cluster: { server: 'http://127.0.0.1:1' }, identity: { name: '', resolve } };
    await expect(watchCache({ target, log: createLog('silent') })).rejects.toThrow(SetupError);
  });
});
