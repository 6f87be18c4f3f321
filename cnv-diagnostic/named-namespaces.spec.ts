import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, listAt, textAt } from '@cnv-ai/engine/kubernetes';
import { servedPlural, startCluster, type Cluster } from '../development/cluster';
import { startServer, type RunningServer } from './serve';
import { temporaryFolder } from './testing/kubeconfig';
import { until } from './testing/poll';
import { cleanup, NOW, post, toolCall } from './testing/serving';
import { brokenMachine, namespace, virtualMachine } from './testing/vms';

const done = cleanup();
afterEach(done.run);

const ONLY = ['prod-web', 'prod-db'];
const world = [
  ...['prod-web', 'prod-db', 'prod-batch'].map((name) => namespace(name)),
  virtualMachine('prod-web', 'web'),
  brokenMachine('prod-db', 'db'),
  brokenMachine('prod-batch', 'canary'),
];

const RBAC = 'rbac.authorization.k8s.io';
const NAME = 'cnv-diagnostic';
const CLUSTER_KINDS = {
  '': ['namespaces', 'nodes'],
  'instancetype.kubevirt.io': [
    'virtualmachineclusterinstancetypes',
    'virtualmachineclusterpreferences',
  ],
};

/** The rights the chart gives for named namespaces: of machines in these alone. */
const limitRights = ({ store }: Cluster): void => {
  const bindings = servedPlural('clusterrolebindings');
  const subjects = listAt(store.get(bindings, undefined, NAME), 'subjects');
  store.remove(bindings, undefined, NAME);
  const role = (kind: string, name: string, more: object) =>
    store.create({ apiVersion: `${RBAC}/v1`, kind, metadata: { name }, ...more });
  role('ClusterRole', 'of-cluster', {
    rules: Object.entries(CLUSTER_KINDS).map(([group, resources]) => ({
      apiGroups: [group],
      resources,
      verbs: ['list', 'watch'],
    })),
  });
  const roleRef = (name: string) => ({ apiGroup: RBAC, kind: 'ClusterRole', name });
  role('ClusterRoleBinding', 'of-cluster', { roleRef: roleRef('of-cluster'), subjects });
  for (const home of ONLY) {
    role('RoleBinding', NAME, {
      metadata: { namespace: home, name: NAME },
      roleRef: roleRef(NAME),
      subjects,
    });
  }
};

const serving = async (cache: 'none' | 'watch') => {
  const cluster = await startCluster({ objects: world, now: () => NOW, bookmarkMs: 50 });
  done.add(cluster.close);
  limitRights(cluster);
  const kubeconfig = join(temporaryFolder(done), 'config');
  writeFileSync(kubeconfig, cluster.kubeconfig(cluster.sidecar.name));
  const options = { port: 0, host: '127.0.0.1', kubeconfig, cache, clock: () => NOW };
  const server = await startServer({ ...options, namespaces: ONLY });
  done.add(() => server.close());
  await until(async () => (await fetch(`${server.url}/readyz`)).status === 200, 15_000);
  return { cluster, server };
};

const ask = async (server: RunningServer, cluster: Cluster, name: string, args: object) => {
  const token = cluster.users[0]?.token ?? '';
  const text = await (await post(server, toolCall(name, args), { token })).text();
  return { text, data: at(JSON.parse(text), 'result', 'structuredContent') };
};

const namesIn = (data: unknown): string[] =>
  listAt(data, 'vms').map((row) => textAt(row, 'name') ?? '');

describe.each(['none', 'watch'] as const)('named namespaces, with CACHE=%s', (cache) => {
  it('are all that is told of, to whomever', async () => {
    const { cluster, server } = await serving(cache);
    const all = await ask(server, cluster, 'search_vms_semantic', { query: 'all VMs' });
    expect(namesIn(all.data)).toEqual(['db', 'web']);
    expect(at(all.data, 'scope')).toEqual({ namespaces: 2, hidden: false });
    const fleet = await ask(server, cluster, 'diagnose_vm_fleet', {});
    expect(at(fleet.data, 'total')).toBe(1);
    expect(at(fleet.data, 'scope')).toEqual({ namespaces: 2, hidden: false });
    const other = { namespace: 'prod-batch', vmName: 'canary' };
    const left = await ask(server, cluster, 'diagnose_vm_error', other);
    expect(at(left.data, 'verdict')).toBe('unavailable');
    expect([all.text, fleet.text].filter((text) => text.includes('canary'))).toEqual([]);
    const one = await ask(server, cluster, 'diagnose_vm_error', {
      namespace: 'prod-db',
      vmName: 'db',
    });
    expect(at(one.data, 'verdict')).toBe('problem');
  });
});

it('the cache of named namespaces follows what is made and what goes, in each', async () => {
  const { cluster, server } = await serving('watch');
  const machines = servedPlural('virtualmachines');
  cluster.store.create(virtualMachine('prod-db', 'new'));
  cluster.store.create(virtualMachine('prod-batch', 'other'));
  const found = async () =>
    namesIn((await ask(server, cluster, 'search_vms_semantic', { query: 'all VMs' })).data);
  await until(async () => (await found()).includes('new'));
  expect(await found()).toEqual(['db', 'new', 'web']);
  cluster.store.remove(machines, 'prod-db', 'db');
  await until(async () => !(await found()).includes('db'));
  expect(await found()).toEqual(['new', 'web']);
  const lists = await (await fetch(`${server.url}/metrics`)).text();
  expect(lists).toContain('cnv_diagnostic_cache_objects{resource="virtualmachines"} 2');
});
