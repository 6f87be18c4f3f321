import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, listAt, nameOf, numberAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { fleet, servedPlural, startCluster, USERS, type Cluster } from '../development/cluster';
import { startServer, type RunningServer } from './serve';
import { objects, startApi, status, users, type Script } from './testing/api-server';
import { temporaryFolder, writeKubeconfig } from './testing/kubeconfig';
import { until } from './testing/poll';
import { cleanup, NOW, post, toolCall } from './testing/serving';
import { namespace, virtualMachine } from './testing/vms';

const done = cleanup();

let cluster: Cluster;
let direct: RunningServer;
let cached: RunningServer;
const time = { now: NOW };

const serving = async (cache: 'none' | 'watch', url: Cluster = cluster): Promise<RunningServer> => {
  const kubeconfig = join(temporaryFolder(done), 'config');
  writeFileSync(kubeconfig, url.kubeconfig(url.sidecar.name));
  const clock = () => time.now;
  const server = await startServer({ port: 0, host: '127.0.0.1', kubeconfig, cache, clock });
  done.add(() => server.close());
  return server;
};

const ready = (server: RunningServer) =>
  until(async () => (await fetch(`${server.url}/readyz`)).status === 200, 30_000);

beforeAll(async () => {
  cluster = await startCluster({ objects: fleet(NOW), now: () => NOW, bookmarkMs: 50 });
  done.add(cluster.close);
  direct = await serving('none');
  cached = await serving('watch');
  await ready(cached);
}, 60_000);
afterAll(done.run);
afterEach(() => {
  time.now = NOW;
});

const tokenOf = (name: string): string => USERS.find((user) => user.name === name)?.token ?? '';

const search = async (server: RunningServer, user: string, args: object) =>
  (await post(server, toolCall('search_vms_semantic', args), { token: tokenOf(user) })).text();

const resultOf = (text: string): unknown => at(JSON.parse(text), 'result', 'structuredContent');

/** Both times an answer tells, in the text and in the structure. */
const timeless = (text: string): string =>
  text.replaceAll(/\d{4}-\d\d-\d\dT[\d:]+Z/g, (found) =>
    Date.parse(found) >= NOW ? 'now' : found,
  );

const QUESTIONS: object[] = [
  { query: 'all VMs', limit: 500 },
  { query: 'running VMs' },
  { query: 'stopped VMs in prod-web' },
  { query: 'VMs in namespace prod-db' },
  { query: 'VMs in prod namespaces', sort: '-memory' },
  { query: 'how many VMs are running' },
  { query: 'count by namespace' },
  { query: 'windows VMs with more than 4 GiB' },
  { query: 'VMs in project prod-wbe' },
  { query: 'VMs with IP 10.0.0.1' },
  { query: 'VMs on node worker-01' },
  { query: 'purple elephants' },
  { query: 'delete all VMs' },
  { status: 'Running', facets: ['namespace', 'node', 'os'], columns: ['node', 'ip'] },
  { namespaces: ['prod-db'], status: 'not running' },
  { namespaces: ['staging-*', 'dev-*'], hasErrors: false },
  { namespaces: ['no-such-namespace'], status: 'Running' },
  { labelSelector: 'team', limit: 3 },
  { query: 'VMs with more than 30 GiB of disk', facets: ['storageClass'], columns: ['diskSize'] },
  { query: 'VMs by storage class' },
  { query: 'VMs with snapshots' },
  { query: 'VMs without snapshots', facets: ['namespace'] },
  { query: 'VMs with failed migrations' },
  { query: 'VMs with warning events' },
  { query: 'VMs without warning events' },
  { query: 'VMs in zone zone-a' },
  { query: 'VMs on cordoned nodes' },
  { query: 'VMs with TPM' },
  { query: 'VMs on storage class no-such-class' },
  { query: 'VMs on node worker-1O' },
  {},
];

describe.each(USERS.map(({ name }) => name))('%s', (user) => {
  it.each(QUESTIONS.map((args) => [JSON.stringify(args), args] as const))(
    'gets the same bytes from the cache: %s',
    async (_, args) => {
      const [expected, found] = await Promise.all([
        search(direct, user, args),
        search(cached, user, args),
      ]);
      expect(timeless(found)).toBe(timeless(expected));
    },
  );
});

describe('a caller of the cache', () => {
  it('with two namespaces sees these alone, and knows no other name', async () => {
    const all = await search(cached, 'web-team', {
      query: 'all VMs',
      limit: 500,
      facets: ['namespace'],
    });
    const homes = new Set(listAt(resultOf(all), 'vms').map((vm) => textAt(vm, 'namespace')));
    expect(homes).toEqual(new Set(['prod-web', 'staging-web']));
    const typo = await search(cached, 'web-team', { query: 'VMs in project prod-bd' });
    expect([all, typo].filter((text) => /prod-db|dev-ml/.test(text))).toEqual([]);
  });

  it('who may not list instances knows no node and no address, as without a cache', async () => {
    const own = await startCluster({ objects: fleet(NOW), now: () => NOW });
    done.add(own.close);
    const roles = own.store.list(servedPlural('clusterroles'));
    const role = roles.find((entry) => nameOf(entry) === 'cnv-vm-viewer');
    const rules = [
      { apiGroups: ['kubevirt.io'], resources: ['virtualmachines'], verbs: ['list'] },
      { apiGroups: [''], resources: ['namespaces'], verbs: ['get'] },
    ];
    own.store.update({ ...role, rules });
    const [without, server] = [await serving('none', own), await serving('watch', own)];
    await ready(server);
    const question = { query: 'running VMs', limit: 500, columns: ['node', 'ip'] };
    const text = await search(server, 'viewer', question);
    expect(timeless(text)).toBe(timeless(await search(without, 'viewer', question)));
    expect(numberAt(resultOf(text), 'total')).toBeGreaterThan(0);
    expect(text).not.toMatch(/"(node|ips?)":/);
    expect(listAt(resultOf(text), 'unchecked')).toContainEqual(
      expect.objectContaining({ resource: 'virtualmachineinstances', reason: 'forbidden' }),
    );
  });

  it('never gets the rows of another in 200 interleaved calls', async () => {
    const question = { query: 'all VMs' };
    const names = ['web-team', 'viewer'];
    const expected = await Promise.all(
      names.map(async (name) => timeless(await search(direct, name, question))),
    );
    for (let wave = 0; wave < 20; wave += 1) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, index) => search(cached, names[index % 2] ?? '', question)),
      );
      expect(answers.filter((text, index) => timeless(text) !== expected[index % 2])).toEqual([]);
    }
  }, 60_000);

  it('loses what was taken away within 30 s', async () => {
    const own = await startCluster({ objects: fleet(NOW), now: () => NOW, bookmarkMs: 50 });
    done.add(own.close);
    const server = await serving('watch', own);
    await ready(server);
    const total = async () =>
      numberAt(resultOf(await search(server, 'web-team', { query: 'all VMs' })), 'total');
    const before = (await total()) ?? 0;
    own.store.remove(servedPlural('rolebindings'), 'staging-web', 'web-team-admin');
    expect(before).toBeGreaterThan(0);
    time.now = NOW + 30_000;
    expect(await total()).toBeLessThan(before);
  });
});

describe('before a scripted API server', () => {
  const own = { token: 'canary-of-the-sidecar' };
  const isOwn = ({ headers }: { headers: Record<string, unknown> }): boolean =>
    headers.authorization === `Bearer ${own.token}`;
  const versioned: Script = (request) => {
    if (request.search.get('watch') === 'true') return { hang: true };
    const answer = objects([namespace('shop'), virtualMachine('shop', 'web')])(request);
    return isOwn(request) && answer?.body !== undefined
      ? { body: { ...recordAt(answer.body), metadata: { resourceVersion: '7' } } }
      : answer;
  };
  const reviews = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
  const reviewed =
    (answer: ReturnType<Script>): Script =>
    ({ path }) =>
      path === reviews ? answer : undefined;

  const before = async (...scripts: Script[]) => {
    const people = users({ alice: 'alice', [own.token]: 'sidecar' });
    const api = await startApi(people, ...scripts, versioned);
    done.add(api.close);
    const kubeconfig = writeKubeconfig(done, api.url, own);
    const server = await startServer({ port: 0, host: '127.0.0.1', kubeconfig, cache: 'watch' });
    done.add(() => server.close());
    return { api, server };
  };
  const ask = async (server: RunningServer) =>
    resultOf(
      await (
        await post(server, toolCall('search_vms_semantic', { status: 'Stopped' }), {
          token: 'alice',
        })
      ).text(),
    );

  it('is not ready, but answers with the caller’s own token, until the cache is filled', async () => {
    let held = true;
    const hold: Script = (request) => (held && isOwn(request) ? status(503, 'Busy') : undefined);
    const { api, server } = await before(hold);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect(await ask(server)).toMatchObject({ outcome: 'ok', total: 1 });
    expect(api.seen.some(({ path }) => path === reviews)).toBe(false);
    held = false;
    await ready(server);
  });

  it('does not answer for a review that never comes', async () => {
    const { server } = await before(reviewed({ hang: true }));
    await ready(server);
    expect(await ask(server)).toMatchObject({ outcome: 'unavailable', total: 0, vms: [] });
  });

  it('sends its own token for lists and watches of six kinds, and never for a caller', async () => {
    const { api, server } = await before(
      reviewed({ status: 201, body: { status: { allowed: true } } }),
    );
    await ready(server);
    await until(() => api.seen.filter(({ search }) => search.get('watch') === 'true').length === 6);
    expect(await ask(server)).toMatchObject({ outcome: 'ok', total: 1 });
    const mine = api.seen.filter(isOwn).map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(mine)].sort()).toEqual([
      'GET /api/v1/namespaces',
      'GET /api/v1/nodes',
      'GET /apis/instancetype.kubevirt.io/v1beta1/virtualmachineclusterinstancetypes',
      'GET /apis/instancetype.kubevirt.io/v1beta1/virtualmachineinstancetypes',
      'GET /apis/kubevirt.io/v1/virtualmachineinstances',
      'GET /apis/kubevirt.io/v1/virtualmachines',
    ]);
    const lists = api.seen.filter((seen) => !isOwn(seen) && seen.path.endsWith('machines'));
    expect(lists).toEqual([]);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch('cnv_diagnostic_cache_objects{resource="virtualmachines"} 1');
    expect(metrics).toMatch('cnv_diagnostic_cache_lists{resource="namespaces"} 1');
    expect(metrics).toMatch(/cnv_diagnostic_cache_age_seconds{resource="virtualmachines"} [\d.]+/);
    expect(metrics).toMatch('cnv_diagnostic_access_reviews_total{result="allowed"} 4');
    await ask(server);
    const again = await (await fetch(`${server.url}/metrics`)).text();
    expect(again).toMatch('cnv_diagnostic_access_reviews_total{result="hit"} 4');
    expect(metrics + again).not.toContain(own.token);
  });

  it('asks about projects with machines alone, of those that one list of projects shows', async () => {
    const shown = ['shop', 'bank', 'empty-1', 'empty-2'];
    const project = (name: string) => ({
      apiVersion: 'project.openshift.io/v1',
      kind: 'Project',
      metadata: { name },
    });
    const machines = ['shop', 'bank', 'secret'].map((home) => virtualMachine(home, `vm-${home}`));
    const cluster: Script = (request) => {
      if (request.search.get('watch') === 'true') return { hang: true };
      if (!isOwn(request) && request.path === '/api/v1/namespaces') return status(403, 'Forbidden');
      const answer = objects([...shown.map(project), ...machines])(request);
      return isOwn(request) && answer?.body !== undefined
        ? { body: { ...recordAt(answer.body), metadata: { resourceVersion: '7' } } }
        : answer;
    };
    const asked: string[] = [];
    const decide: Script = ({ path, body }) => {
      if (path !== reviews) return undefined;
      const of = recordAt(JSON.parse(body) as unknown, 'spec', 'resourceAttributes');
      const place = textAt(of, 'namespace');
      asked.push(`${textAt(of, 'resource')} ${place ?? '*'}`);
      return { status: 201, body: { status: { allowed: place === 'shop' } } };
    };
    const { api, server } = await before(decide, cluster);
    await ready(server);
    for (const result of [await ask(server), await ask(server)]) {
      expect(listAt(result, 'vms').map((vm) => textAt(vm, 'name'))).toEqual(['vm-shop']);
      expect(result).toMatchObject({ scope: { namespaces: 1, hidden: true } });
    }
    expect(asked.filter((question) => question.startsWith('virtualmachines ')).sort()).toEqual([
      'virtualmachines *',
      'virtualmachines bank',
      'virtualmachines shop',
    ]);
    expect(asked.filter((question) => /events|snapshots|claims|migrations/.test(question))).toEqual(
      [],
    );
    const lists = api.seen.filter((seen) => !isOwn(seen) && seen.path.endsWith('/projects'));
    expect(lists).toHaveLength(1);
  });

  it('is not served without an identity of its own', async () => {
    const kubeconfig = writeKubeconfig(done, 'http://127.0.0.1:1', {});
    const config = { port: 0, host: '127.0.0.1', kubeconfig, cache: 'watch' } as const;
    await expect(startServer(config)).rejects.toThrow(/CACHE=watch needs an identity/);
  });
});
