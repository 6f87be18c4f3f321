/** @jest-environment ./src/answers/testing/environment.mjs */
import { createInventoryStore } from './inventory';
import { clusterOf, makeVm } from './testing/cluster';
import { startEdge, type Edge } from './testing/edge';

let edge: Edge;
afterEach(() => edge.close());

const load = async () => {
  const vms = [makeVm('demo', 'db')];
  edge = await startEdge(clusterOf(() => vms));
  const clock = { now: 0 };
  const store = createInventoryStore(() => clock.now);
  const names = async (question = {}) =>
    (await store.read(question, 1_000)).records.map(({ name }) => name);
  return { vms, clock, store, names };
};

const readings = () =>
  edge.requests.filter(({ path }) => path.includes('/virtualmachines?')).length;

describe('createInventoryStore', () => {
  it('serves everybody at the same time from one reading', async () => {
    const { names } = await load();
    expect(await Promise.all([names(), names()])).toEqual([['db'], ['db']]);
    expect(readings()).toBe(1);
  });

  it('reads again when what it has is older than asked for', async () => {
    const { names, clock, vms } = await load();
    await names();
    vms.push(makeVm('demo', 'web'));
    clock.now = 999;
    expect(await names()).toEqual(['db']);
    clock.now = 1_000;
    expect(await names()).toEqual(['db', 'web']);
  });

  it('reads again when the cluster has changed', async () => {
    const { names, store, vms } = await load();
    await names();
    vms.push(makeVm('demo', 'web'));
    store.expire();
    expect(await names()).toEqual(['db', 'web']);
  });

  it('reads only the machines that changed again', async () => {
    const { names, store, clock, vms } = await load();
    vms.push(makeVm('demo', 'old'));
    await names();
    vms.splice(1, 1, makeVm('demo', 'web'));
    clock.now = 5_000;
    store.renew(
      ['old', 'web'].map((name) => ({ namespace: 'demo', name })),
      undefined,
    );
    expect(await names()).toEqual(['db', 'web']);
    expect(readings()).toBe(1);
  });

  it('reads all again when more is needed than the machines that changed', async () => {
    const { names, store, vms } = await load();
    await names();
    vms.push(makeVm('other', 'web'));
    store.renew([{ namespace: 'other', name: 'web' }], undefined);
    expect(await names()).toEqual(['db', 'web']);
    expect(readings()).toBe(2);
  });

  it('takes changes of one namespace for no news of others', async () => {
    const { names, store, vms } = await load();
    await names();
    vms.push(makeVm('other', 'web'));
    store.renew([{ namespace: 'demo', name: 'db' }], 'demo');
    expect(await names()).toEqual(['db', 'web']);
  });

  it.each([[{ impersonating: true }], [{ namespaces: ['demo'] }], [{ cluster: 'spoke' }]])(
    'keeps what is read for %j apart',
    async (question) => {
      const { names } = await load();
      await names();
      const before = edge.requests.length;
      await names(question);
      expect(edge.requests.length).toBeGreaterThan(before);
    },
  );

  it('does not keep a reading that failed', async () => {
    const answers = { failing: true };
    const cluster = clusterOf(() => [makeVm('demo', 'db')]);
    edge = await startEdge((exchange, response) => {
      if (answers.failing) response.writeHead(500).end();
      else cluster(exchange, response);
    });
    const store = createInventoryStore(() => 0);
    expect((await store.read({}, 1_000)).outcome).toBe('unavailable');
    answers.failing = false;
    expect((await store.read({}, 1_000)).outcome).toBe('ok');
  });
});
