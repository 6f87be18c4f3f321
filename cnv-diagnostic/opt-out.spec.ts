import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, OPT_OUT_LABEL, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { startCluster, USERS } from '../development/cluster';
import { startServer, type RunningServer } from './serve';
import { objects, startApi, status, users, type Script } from './testing/api-server';
import { temporaryFolder } from './testing/kubeconfig';
import { until } from './testing/poll';
import { cleanup, NOW, post, toolCall } from './testing/serving';
import { brokenMachine, namespace, virtualMachine } from './testing/vms';

const done = cleanup();
afterEach(done.run);

const SOURCE = { source: { pvc: { namespace: 'vault', name: 'gold' } } };
const CDI = 'cdi.kubevirt.io/v1beta1';

/** A machine that waits for the clone of a claim in the namespace that opted out. */
const cloned: readonly KubeObject[] = [
  {
    ...virtualMachine('shop', 'copy', 'Provisioning'),
    spec: {
      runStrategy: 'Always',
      dataVolumeTemplates: [{ metadata: { name: 'copy-root' }, spec: SOURCE }],
      template: {
        spec: { domain: {}, volumes: [{ name: 'r', dataVolume: { name: 'copy-root' } }] },
      },
    },
  },
  {
    apiVersion: CDI,
    kind: 'DataVolume',
    metadata: { namespace: 'shop', name: 'copy-root', uid: 'uid-copy-root' },
    spec: SOURCE,
    status: { phase: 'CloneScheduled' },
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { namespace: 'vault', name: 'gold', uid: 'canary-uid' },
    spec: { storageClassName: 'canary-class' },
    status: { phase: 'Lost', capacity: { storage: '77Gi' } },
  },
];

/** A namespace that opted out, with a machine that is broken, beside one that did not. */
const world = [
  namespace('vault', { [OPT_OUT_LABEL]: '' }),
  namespace('shop'),
  brokenMachine('vault', 'canary-broken'),
  virtualMachine('vault', 'canary-idle'),
  brokenMachine('shop', 'web'),
  ...cloned,
];

const VM = { namespace: 'vault', vmName: 'canary-broken' };

const COPY = { namespace: 'shop', vmName: 'copy' };

const OF_A_COPY: readonly (readonly [string, object])[] = [
  ['diagnose_vm_error', COPY],
  ['diagnose_vm_error', { ...COPY, question: 'why is the clone not done' }],
  ['explain_vm_status', COPY],
  ['suggest_vm_fix', COPY],
  ['check_vm_dependencies', COPY],
  ['check_vm_storage', COPY],
  ['check_vm_storage', { namespace: 'shop' }],
  ['get_vm_timeline', COPY],
  ['diagnose_vm_fleet', { namespaces: ['shop'] }],
  ['search_vms_semantic', { query: 'VM named copy', columns: ['storageClass', 'disk'] }],
];

const OF_ONE: readonly (readonly [string, object])[] = [
  ['diagnose_vm_error', VM],
  ['explain_vm_status', VM],
  ['suggest_vm_fix', VM],
  ['check_vm_dependencies', VM],
  ['check_vm_storage', VM],
  ['check_vm_storage', { namespace: 'vault' }],
  ['get_vm_timeline', VM],
];

const OF_ALL: readonly (readonly [string, object])[] = [
  ['diagnose_vm_fleet', {}],
  ['diagnose_vm_fleet', { namespaces: ['vault'] }],
  ['search_vms_semantic', { query: 'all VMs', facets: ['namespace'] }],
  ['search_vms_semantic', { query: 'VMs in project vault' }],
  ['search_vms_semantic', { query: 'VM named canary-brokne' }],
  ['search_vms_semantic', { namespaces: ['vault'], hasErrors: true }],
  ['search_vms_semantic', { query: 'count by project' }],
];

const ask = async (server: RunningServer, token: string, name: string, args: object) =>
  (await post(server, toolCall(name, args), { token })).text();

const dataOf = (answer: string): unknown => at(JSON.parse(answer), 'result', 'structuredContent');

/** Machines a call tells of, beside the one it was asked about by name. */
const leaksOf = (answer: string, args: object): string[] =>
  ['canary-broken', 'canary-idle'].filter(
    (word) => answer.includes(word) && !Object.values(args).includes(word),
  );

const readingAsCaller = async (): Promise<RunningServer> => {
  const api = await startApi(users({ t: 'alice' }), objects(world));
  done.add(api.close);
  return startServer({ port: 0, host: '127.0.0.1', clusterUrl: api.url, clock: () => NOW });
};

const readingFromCache = async (): Promise<RunningServer> => {
  const cluster = await startCluster({ objects: world, now: () => NOW });
  done.add(cluster.close);
  const kubeconfig = join(temporaryFolder(done), 'config');
  writeFileSync(kubeconfig, cluster.kubeconfig(cluster.sidecar.name));
  const options = { port: 0, host: '127.0.0.1', kubeconfig, clock: () => NOW };
  const server = await startServer({ ...options, cache: 'watch' });
  await until(async () => (await fetch(`${server.url}/readyz`)).status === 200, 15_000);
  return server;
};

describe.each([
  ['CACHE=none', readingAsCaller, 't'],
  ['CACHE=watch', readingFromCache, USERS[0]?.token ?? ''],
])('a namespace with the label, with %s,', (_, serving, token) => {
  it('is in the answer of no tool', async () => {
    const server = await serving();
    done.add(() => server.close());
    const told: string[] = [];
    for (const [name, args] of [...OF_ONE, ...OF_ALL]) {
      const answer = await ask(server, token, name, args);
      told.push(...leaksOf(answer, args).map((word) => `${name} ${JSON.stringify(args)}: ${word}`));
    }
    expect(told).toEqual([]);
    for (const [name, args] of OF_ONE) {
      const answer = await ask(server, token, name, args);
      const data = dataOf(answer);
      expect(at(data, 'verdict') ?? at(data, 'outcome')).toBe('unavailable');
      expect(answer).not.toContain('instancetype-not-found');
    }
    for (const [name, args] of OF_A_COPY) {
      expect(await ask(server, token, name, args)).not.toMatch(/canary|77Gi|82678120448|Lost/);
    }
    const copy = dataOf(await ask(server, token, 'diagnose_vm_error', COPY));
    expect(at(copy, 'unchecked')).toContainEqual(
      expect.objectContaining({
        resource: 'persistentvolumeclaims',
        namespace: 'vault',
        message: expect.stringContaining('Project vault is left out'),
      }),
    );
    const neighbour = dataOf(
      await ask(server, token, 'diagnose_vm_error', { namespace: 'shop', vmName: 'web' }),
    );
    expect(at(neighbour, 'verdict')).toBe('problem');
  });
});

it('a label that cannot be read counts as set', async () => {
  const blind: Script = ({ path }) =>
    /\/(?:namespaces|projects)(?:\/shop)?$/.test(path) ? status(403, 'Forbidden') : undefined;
  const api = await startApi(users({ t: 'alice' }), blind, objects(world));
  done.add(api.close);
  const server = await startServer({ port: 0, host: '127.0.0.1', clusterUrl: api.url });
  done.add(() => server.close());
  const args = { namespace: 'shop', vmName: 'web' };
  for (const [name] of OF_ONE) {
    const data = dataOf(await ask(server, 't', name, args));
    expect(at(data, 'verdict') ?? at(data, 'outcome')).toBe('unavailable');
  }
});
