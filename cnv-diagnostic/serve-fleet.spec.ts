import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wholeFleet, type Fleet } from '@cnv-ai/engine/fleet';
import { at } from '@cnv-ai/engine/kubernetes';
import { isFleet } from '../src/answers/fleet-shape';
import { fleet, servedPlural, startCluster, USERS, type Cluster } from '../development/cluster';
import { loadScenarios } from '../development/scenarios/load';
import { startServer, type RunningServer } from './serve';
import { temporaryFolder } from './testing/kubeconfig';
import { until } from './testing/poll';
import { cleanup, NOW, post, toolCall } from './testing/serving';
import { brokenMachine, namespace } from './testing/vms';

const SLOW = 120_000;
jest.setTimeout(SLOW);

const done = cleanup();
afterAll(done.run);

const tokenOf = (name: string): string => USERS.find((user) => user.name === name)?.token ?? '';

const serving = async (cluster: Cluster, cache: 'none' | 'watch'): Promise<RunningServer> => {
  const kubeconfig = join(temporaryFolder(done), 'config');
  writeFileSync(kubeconfig, cluster.kubeconfig(cluster.sidecar.name));
  const clock = () => NOW;
  const server = await startServer({ port: 0, host: '127.0.0.1', kubeconfig, cache, clock });
  done.add(() => server.close());
  await until(async () => (await fetch(`${server.url}/readyz`)).status === 200, SLOW);
  return server;
};

const pageOf = async (server: RunningServer, user: string, args: object): Promise<Fleet> => {
  const answer = await post(server, toolCall('diagnose_vm_fleet', args), { token: tokenOf(user) });
  const found = at(await answer.json(), 'result', 'structuredContent');
  if (!isFleet(found)) throw new Error('The answer has another shape.');
  return found;
};

/** All pages as one. */
const ask = (server: RunningServer, user: string, args: object = {}): Promise<Fleet> =>
  wholeFleet((cursor) => pageOf(server, user, cursor === undefined ? args : { ...args, cursor }));

describe('with a cache', () => {
  const scenarios = loadScenarios(NOW).filter(({ alone }) => !alone);
  const few = scenarios.filter((_, index) => index % 16 === 0);
  let direct: RunningServer;
  let cached: RunningServer;
  beforeAll(async () => {
    const cluster = await startCluster({
      objects: [...fleet(NOW), ...few.flatMap(({ objects }) => objects)],
      now: () => NOW,
      controllerDelayMs: 3_600_000,
    });
    done.add(cluster.close);
    direct = await serving(cluster, 'none');
    cached = await serving(cluster, 'watch');
  });

  it.each<[string, object]>([
    ['admin', {}],
    ['web-team', {}],
    ['viewer', {}],
    ['admin', { namespaces: ['prod-*'] }],
    ['admin', { labelSelector: 'app' }],
    ['web-team', { namespaces: ['prod-web', 'no-such-project'] }],
  ])('%s gets the same answer to %j as without', async (user, args) => {
    expect(await ask(cached, user, args)).toEqual(await ask(direct, user, args));
  });
});

it.each(['none', 'watch'] as const)(
  'CACHE=%s: pages miss no machine that stays and double none while others come and go',
  async (cache) => {
    const numbered = (index: number): string => `vm-${1000 + index}`;
    const names = Array.from({ length: 40 }, (_, index) => numbered(2 * index));
    const cluster = await startCluster({
      objects: [namespace('shop'), ...names.map((name) => brokenMachine('shop', name))],
      now: () => NOW,
      controllerDelayMs: 3_600_000,
    });
    done.add(cluster.close);
    const server = await serving(cluster, cache);
    const gone = new Set<string>();
    const found: string[] = [];
    let cursor: string | undefined;
    let step = 0;
    do {
      const page = await pageOf(server, 'admin', { limit: 5, ...(cursor && { cursor }) });
      found.push(...page.groups.flatMap(({ vms }) => vms.map(({ name }) => name)));
      expect(page.byVerdict.healthy).toBe(0);
      cursor = page.nextCursor;
      cluster.store.create(brokenMachine('shop', numbered(6 * step + 1)));
      const victim = numbered(8 * step + 4);
      gone.add(victim);
      cluster.store.remove(servedPlural('virtualmachines'), 'shop', victim);
      step += 1;
    } while (cursor !== undefined);
    expect(new Set(found).size).toBe(found.length);
    expect(names.filter((name) => !gone.has(name) && !found.includes(name))).toEqual([]);
  },
);
