import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, listAt, recordAt, textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { startCluster } from '../development/cluster';
import { aliasesWith } from './privacy/aliases';
import { NAMES_META, type PrivacyParts } from './privacy/policy';
import { startServer, type ServeConfig } from './serve';
import { objects, users } from './testing/api-server';
import { temporaryFolder } from './testing/kubeconfig';
import { until } from './testing/poll';
import { cleanup, NOW, post, rpc, serveBefore, toolCall, type Serving } from './testing/serving';
import { brokenMachine, namespace, virtualMachine } from './testing/vms';

const done = cleanup();
afterEach(done.run);

const token = 'mine';
const people = users({ [token]: 'me' });

const HOME = 'acme-payments';
const aliases = aliasesWith(['k'.repeat(44)]);
const { of } = aliases;

const event = (message: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { namespace: HOME, name: 'ledger-main.1', creationTimestamp: '2026-11-20T14:00:00Z' },
  involvedObject: {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    namespace: HOME,
    name: 'ledger-main',
  },
  type: 'Warning',
  reason: 'FailedCreate',
  message,
  lastTimestamp: '2026-11-20T14:00:00Z',
});

const networked: KubeObject = {
  ...virtualMachine('acme-hr', 'salaries'),
  spec: {
    runStrategy: 'Halted',
    template: {
      spec: {
        domain: { devices: { interfaces: [{ name: 'net', bridge: {} }] } },
        networks: [{ name: 'net', multus: { networkName: 'acme-lan' } }],
      },
    },
  },
};

const world = [
  namespace(HOME),
  namespace('acme-hr'),
  brokenMachine(HOME, 'ledger-main'),
  virtualMachine(HOME, 'ledger-spare'),
  networked,
  event('asked for by alice@example.com: virt-launcher-ledger-main-x7k2p did not start'),
];

const VM = { namespace: of(HOME), vmName: of('ledger-main') };

const CALLS: readonly (readonly [string, object])[] = [
  ['diagnose_vm_error', VM],
  ['diagnose_vm_error', { namespace: of(HOME), vmName: of('ledger-nobody') }],
  ['diagnose_vm_error', { ...VM, error: `${of('ledger-main')} is broken` }],
  ['explain_vm_status', VM],
  ['suggest_vm_fix', VM],
  ['check_vm_dependencies', VM],
  ['check_vm_storage', { namespace: of(HOME) }],
  ['get_vm_timeline', VM],
  ['diagnose_vm_fleet', {}],
  ['diagnose_vm_fleet', { namespaces: [of(HOME)] }],
  ['search_vms_semantic', { query: 'all VMs', facets: ['namespace'], columns: ['name'], limit: 2 }],
  ['search_vms_semantic', { query: `VMs in project ${of(HOME)}` }],
  ['search_vms_semantic', { query: 'VMs in project acmepayments' }],
  ['search_vms_semantic', { query: 'count by project' }],
  ['search_vms_semantic', { query: 'which networks are used' }],
];

const serving = (privacy: PrivacyParts, more: Partial<ServeConfig> = {}): Promise<Serving> =>
  serveBefore(done, [people, objects(world)], { privacy, ...more });

const ask = async ({ server }: Serving, name: string, args: object): Promise<string> =>
  (await post(server, toolCall(name, args), { token })).text();

const dataOf = (answer: string): unknown => at(JSON.parse(answer), 'result', 'structuredContent');

describe('with aliases', () => {
  it.each(CALLS)('%s %j takes aliases and tells no name', async (name, args) => {
    const answer = await ask(await serving({ personalData: 'remove', aliases }), name, args);
    expect(at(JSON.parse(answer), 'result', 'isError')).toBeUndefined();
    // The question itself is the caller's.
    const asked = Object.values(args).map(String).join('|');
    const told = answer.replaceAll('acmepayments', '');
    expect(/.{0,80}(?:acme|ledger|salaries).{0,40}/.exec(told)?.[0]).toBeUndefined();
    if (name === 'diagnose_vm_error' && !asked.includes(of('ledger-nobody'))) {
      expect(at(dataOf(answer), 'verdict')).toBe('problem');
    }
  });

  it('what one answer names, the next call finds', async () => {
    const served = await serving({ personalData: 'remove', aliases });
    const found = dataOf(await ask(served, 'search_vms_semantic', { hasErrors: true }));
    const [row] = listAt(found, 'vms');
    const args = { namespace: textAt(row, 'namespace'), vmName: textAt(row, 'name') };
    expect(args).toEqual(VM);
    expect(at(dataOf(await ask(served, 'diagnose_vm_error', args)), 'verdict')).toBe('problem');
  });

  it('the shared cache tells no name either, nor does what it suggests', async () => {
    const cluster = await startCluster({ objects: world, now: () => NOW });
    done.add(cluster.close);
    const kubeconfig = join(temporaryFolder(done), 'config');
    writeFileSync(kubeconfig, cluster.kubeconfig(cluster.sidecar.name));
    const server = await startServer({
      port: 0,
      host: '127.0.0.1',
      kubeconfig,
      cache: 'watch',
      clock: () => NOW,
      privacy: { personalData: 'remove', aliases },
    });
    done.add(() => server.close());
    await until(async () => (await fetch(`${server.url}/readyz`)).status === 200, 15_000);
    const admin = cluster.users[0]?.token ?? '';
    for (const query of ['all VMs', 'VMs in project acme-payment', 'VM named ledger-mian', 'foo']) {
      const response = await post(server, toolCall('search_vms_semantic', { query }), {
        token: admin,
      });
      const told = (await response.text()).replaceAll(/acme-payment\b|ledger-mian/g, '');
      expect(/.{0,80}(?:acme|ledger|salaries).{0,40}/.exec(told)?.[0]).toBeUndefined();
      if (query === 'all VMs') expect(told).toContain(of('salaries'));
    }
  });

  it('the next page is found by a cursor that tells nothing', async () => {
    const served = await serving({ personalData: 'remove', aliases });
    const first = await ask(served, 'search_vms_semantic', { query: 'all VMs', limit: 2 });
    const cursor = textAt(dataOf(first), 'nextCursor') ?? '';
    expect(cursor).toMatch(/^alias-/);
    const args = { query: 'all VMs', limit: 2, cursor };
    const second = dataOf(await ask(served, 'search_vms_semantic', args));
    expect(listAt(second, 'vms')).toHaveLength(1);
  });

  it('the console gets the names as they are, and may use both', async () => {
    const { server } = await serving({ personalData: 'remove', aliases });
    const call = rpc('tools/call', {
      name: 'diagnose_vm_error',
      arguments: VM,
      _meta: { [NAMES_META]: 'real' },
    });
    const answer = dataOf(await (await post(server, call, { token })).text());
    expect(recordAt(answer, 'vm')).toMatchObject({ namespace: HOME, name: 'ledger-main' });
    expect(JSON.stringify(answer)).not.toMatch(/alias-/);
  });

  it('the audit line tells the administrator the name as it is', async () => {
    const served = await serving({ personalData: 'remove', aliases });
    await ask(served, 'explain_vm_status', VM);
    expect(served.lines.join('')).toContain(`"target":"${HOME}/ledger-main"`);
  });
});

describe('personal data', () => {
  const timeline = { namespace: HOME, vmName: 'ledger-main' };

  it.each<[PrivacyParts['personalData'] | undefined, boolean]>([
    ['remove', false],
    ['keep', true],
    [undefined, false],
  ])('with %s', async (personalData, stays) => {
    const served =
      personalData === undefined
        ? await serveBefore(done, [people, objects(world)])
        : await serving({ personalData });
    const answer = await ask(served, 'get_vm_timeline', timeline);
    expect(answer.includes('alice@example.com')).toBe(stays);
    expect(answer).toContain('asked for by');
  });
});
