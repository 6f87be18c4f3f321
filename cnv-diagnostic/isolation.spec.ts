import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, listAt, textAt } from '@cnv-ai/engine/kubernetes';
import { startCluster, USERS, type Cluster } from '../development/cluster';
import { startServer, type RunningServer } from './serve';
import { temporaryFolder } from './testing/kubeconfig';
import { until } from './testing/poll';
import { cleanup, NOW, post, toolCall } from './testing/serving';
import { namespace, virtualMachine } from './testing/vms';

/**
 * Two users with different rights: `web-team` administers two projects, `viewer` reads machines of
 * three, of which one is the same. What only one of them may see has a name that says so.
 */
const PEOPLE = ['web-team', 'viewer'] as const;
const HOMES = {
  'prod-web': 'of-both',
  'staging-web': 'of-web-team',
  'prod-db': 'of-viewer',
  'prod-batch': 'of-viewer',
  'dev-ml': 'of-nobody',
};
const FOREIGN = {
  'web-team': /of-viewer|of-nobody|dev-ml/,
  viewer: /of-web-team|of-nobody|dev-ml/,
};
const world = Object.entries(HOMES).flatMap(([home, owner]) => [
  namespace(home),
  ...['one', 'two'].map((name) => virtualMachine(home, `${owner}-${name}`)),
]);
const AT_ONCE = 10;

const done = cleanup();
afterAll(done.run);

let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({ objects: world, now: () => NOW });
  done.add(cluster.close);
});

const serving = async (cache: 'none' | 'watch'): Promise<RunningServer> => {
  const kubeconfig = join(temporaryFolder(done), 'config');
  writeFileSync(kubeconfig, cluster.kubeconfig(cluster.sidecar.name));
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    kubeconfig,
    cache,
    clock: () => NOW,
  });
  done.add(() => server.close());
  await until(async () => (await fetch(`${server.url}/readyz`)).status === 200, 30_000);
  return server;
};

const tokenOf = (name: string): string => USERS.find((user) => user.name === name)?.token ?? '';

const CALLS: readonly (readonly [string, object])[] = [
  ['search_vms_semantic', { query: 'all VMs', limit: 500, facets: ['namespace'] }],
  ['search_vms_semantic', { query: 'VMs in project prod-bd' }],
  ['search_vms_semantic', { query: 'count by project' }],
  ['explain_vm_status', { namespace: 'prod-db', vmName: 'of-viewer-one' }],
  ['get_vm_timeline', { namespace: 'staging-web', vmName: 'of-web-team-one' }],
];

const ask = async (server: RunningServer, user: string, turn: number): Promise<string> => {
  const [name = '', args = {}] = CALLS[turn % CALLS.length] ?? [];
  return (await post(server, toolCall(name, args), { token: tokenOf(user) })).text();
};

const dataOf = (answer: string): unknown => at(JSON.parse(answer), 'result', 'structuredContent');

/** Names the question itself holds say nothing. */
const withoutQuestion = (answer: string, turn: number): string =>
  Object.values(CALLS[turn % CALLS.length]?.[1] ?? {})
    .map(String)
    .reduce((rest, value) => rest.replaceAll(value, ''), answer);

describe('two users at once', () => {
  // Only with a cache is anything of the cluster shared between them.
  it.each([
    ['watch', 1000],
    ['none', 200],
  ] as const)(
    'with CACHE=%s never get anything of each other in %i mixed calls',
    async (cache, calls) => {
      const server = await serving(cache);
      const leaks: string[] = [];
      const seen = { 'web-team': new Set<string>(), viewer: new Set<string>() };
      let started = 0;
      const caller = async (): Promise<void> => {
        while (started < calls) {
          const turn = started++;
          const user = PEOPLE[turn % PEOPLE.length] ?? 'viewer';
          const call = Math.floor(turn / PEOPLE.length);
          const answer = await ask(server, user, call);
          if (FOREIGN[user].test(withoutQuestion(answer, call))) leaks.push(`${user}: ${answer}`);
          for (const row of listAt(dataOf(answer), 'vms')) {
            seen[user].add(textAt(row, 'namespace') ?? '');
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, caller));
      expect(leaks).toEqual([]);
      expect(seen).toEqual({
        'web-team': new Set(['prod-web', 'staging-web']),
        viewer: new Set(['prod-web', 'prod-db', 'prod-batch']),
      });
    },
    300_000,
  );
});
