import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { at, listAt, nameOf, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { kubeconfigFor } from '../../development/cluster/kubeconfig';
import { findHelm } from '../chart/helm';
import { manifestsOf } from '../chart/rendered';
import { blocksIn, commandWith, inlineCommand, shellOf, type Ran } from './commands';
import { startControlPlane, type ControlPlane } from './control-plane';
import { definitionOf, LIGHTSPEED, OPENSHIFT } from './operators';
import { controlPrograms } from './programs';
import { requests, type Send } from './requests';
import { define } from './settle';

/** The commands of docs/, run as they stand there, one after the other as an administrator does. */
jest.setTimeout(120_000);

const NAMESPACE = 'cnv-ai';
const CONSOLE = '/apis/operator.openshift.io/v1/consoles';
const CONFIG = '/apis/ols.openshift.io/v1alpha1/olsconfigs';
const THEIRS = { name: 'theirs', url: 'https://theirs.example/mcp', timeout: 5 };

let plane: ControlPlane;
let door: ReturnType<typeof requests>;
let admin: Send;
let folder: string;
let shell: ReturnType<typeof shellOf>;

const pathOfHelm = (): string => {
  const found = findHelm();
  if (found === undefined) throw new Error('Helm is needed; install it, or Go to have it built.');
  return spawnSync('sh', ['-c', `command -v ${found}`], { encoding: 'utf8' }).stdout.trim();
};

const create = async (path: string, json: object): Promise<void> => {
  const { code, text } = await admin(path, { method: 'POST', json });
  if (code !== 201) throw new Error(`${path}: ${text}`);
};

beforeAll(async () => {
  plane = await startControlPlane();
  door = requests(plane.cluster);
  admin = door.as({ token: plane.rootToken });
  folder = mkdtempSync(join(tmpdir(), 'cnv-ai-install-'));
  const kubeconfig = join(folder, 'config');
  const root = { name: 'root', token: plane.rootToken };
  const { server, ca } = plane.cluster;
  writeFileSync(kubeconfig, kubeconfigFor(server, root, ca), { mode: 0o600 });
  writeFileSync(join(folder, 'ca.crt'), ca ?? '');
  shell = shellOf({ folder, kubeconfig, helm: pathOfHelm(), ...controlPrograms() });
  for (const kind of OPENSHIFT) await define(admin, definitionOf(kind));
  for (const name of ['openshift-config-managed', 'prod-web', 'prod-db']) {
    await create('/api/v1/namespaces', { metadata: { name } });
  }
  await create(CONSOLE, {
    apiVersion: 'operator.openshift.io/v1',
    kind: 'Console',
    metadata: { name: 'cluster' },
    spec: { managementState: 'Managed', plugins: ['kubevirt-plugin'] },
  });
}, 180_000);

afterAll(async () => {
  await door.close();
  await plane.close();
  rmSync(folder, { recursive: true, force: true });
});

const expectDone = ({ status, err }: Ran): void => expect([status, err]).toEqual([0, '']);

const specAt = async (path: string): Promise<unknown> =>
  at((await admin(`${path}/cluster`)).body, 'spec');

/** Runs a hook of the release as its pod would: that script, those variables, that account. */
const hook = async (name: string): Promise<string[]> => {
  const release = shell(`helm get hooks cnv-ai --namespace ${NAMESPACE}`);
  expectDone(release);
  const job = manifestsOf(release.out).find((manifest) => nameOf(manifest) === name);
  const pod = at(job, 'spec', 'template', 'spec');
  const account = textAt(pod, 'serviceAccountName') ?? '';
  const inNamespace = `/api/v1/namespaces/${NAMESPACE}`;
  const token = await admin(`${inNamespace}/serviceaccounts/${account}/token`, {
    method: 'POST',
    json: { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} },
  });
  const { body } = await admin(`${inNamespace}/configmaps/cnv-ai-registration`);
  const script = join(folder, 'registration.mjs');
  writeFileSync(script, textAt(body, 'data', 'registration.mjs') ?? '');
  writeFileSync(join(folder, 'token'), textAt(token.body, 'status', 'token') ?? '');
  const variable = listAt(pod, 'containers', 0, 'env').find(
    (entry) => textAt(entry, 'name') === 'REGISTRATION',
  );
  const { hostname, port } = new URL(plane.cluster.server);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    env: {
      REGISTRATION: textAt(variable, 'value'),
      KUBERNETES_SERVICE_HOST: hostname,
      KUBERNETES_SERVICE_PORT: port,
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.crt'),
      TOKEN_FILE: join(folder, 'token'),
    },
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.trim().split('\n');
};

/** Nothing runs pods here: what their controllers would say is said for them. */
const letPodsRun = async (name: string): Promise<void> => {
  const path = `/apis/apps/v1/namespaces/${NAMESPACE}/deployments/${name}`;
  const { body } = await admin(path);
  const replicas = at(body, 'spec', 'replicas');
  const status = {
    observedGeneration: at(body, 'metadata', 'generation'),
    ...{ replicas, updatedReplicas: replicas, readyReplicas: replicas },
    availableReplicas: replicas,
  };
  await admin(`${path}/status`, {
    method: 'PATCH',
    json: { status },
    contentType: 'application/merge-patch+json',
  });
};

const settings = async (): Promise<unknown> => {
  const { body } = await admin(`/api/v1/namespaces/${NAMESPACE}/configmaps/cnv-ai-settings`);
  return JSON.parse(textAt(body, 'data', 'settings.json') ?? 'null');
};

const REGISTRY = { REGISTRY: 'registry.example.com/cnv-ai' };
const UPGRADE = commandWith('operate.md', 'upgrade()');

describe('install.md', () => {
  it('installs, and the hook registers in the console while there is no Lightspeed', async () => {
    const ran = shell(commandWith('install.md', 'helm install'), REGISTRY);
    expectDone(ran);
    expect(ran.out).toContain('OpenShift Lightspeed is not installed');
    expect(await hook('cnv-ai-register')).toEqual([
      'The console was changed.',
      'OpenShift Lightspeed is not set up here: nothing to do.',
    ]);
    expect(await specAt(CONSOLE)).toEqual({
      managementState: 'Managed',
      plugins: ['kubevirt-plugin', 'cnv-ai-plugin'],
    });
  });

  it('registers in Lightspeed once it is there, beside others, and changes nothing again', async () => {
    await define(admin, definitionOf(LIGHTSPEED));
    await create(CONFIG, {
      apiVersion: 'ols.openshift.io/v1alpha1',
      kind: 'OLSConfig',
      metadata: { name: 'cluster' },
      spec: { ols: { defaultModel: 'm' }, featureGates: ['MCPServer'], mcpServers: [THEIRS] },
    });
    const ran = shell(commandWith('install.md', 'helm upgrade'), REGISTRY);
    expectDone(ran);
    expect(ran.out).not.toContain('OpenShift Lightspeed is not installed');
    expect(await hook('cnv-ai-register')).toEqual([
      'The console is as wanted.',
      'OpenShift Lightspeed was changed.',
    ]);
    expect(await hook('cnv-ai-register')).toEqual([
      'The console is as wanted.',
      'OpenShift Lightspeed is as wanted.',
    ]);
  });

  it('checks what it says, and the entry is the one that can be made by hand', async () => {
    for (const name of ['cnv-ai-plugin', 'cnv-diagnostic']) await letPodsRun(name);
    const ran = shell(commandWith('install.md', 'rollout status'));
    expectDone(ran);
    expect(ran.out).toContain('["kubevirt-plugin","cnv-ai-plugin"]');
    expect(ran.out).toContain('theirs cnv-diagnostic');
    const [byHand] = listAt(parse(blocksIn('install.md', 'yaml').join('')), 'spec', 'mcpServers');
    expect(at(await specAt(CONFIG), 'mcpServers')).toEqual([THEIRS, byHand]);
  });
});

describe('operate.md', () => {
  it.each([
    ['ai=false', { ai: false, enabled: true, aliases: false }],
    ['enabled=false', { ai: false, enabled: false, aliases: false }],
  ])('switches %s, and keeps every other value', async (value, expected) => {
    expectDone(shell(`${UPGRADE}\n${inlineCommand('operate.md', `upgrade --set ${value}`)}`));
    expect(await settings()).toEqual(expected);
  });

  const plain = (text: string): string => text.replace('USER:PASSWORD', 'user:made-up');
  const others = blocksIn('operate.md').filter((text) => !text.includes('upgrade()'));

  it.each(others.map((text) => [text.split('\n')[0] ?? '', text] as const))(
    'runs %s',
    (_, text) => {
      expectDone(shell(`${UPGRADE}\n${plain(text)}`));
    },
  );

  it('leaves a namespace out', async () => {
    const command = inlineCommand('operate.md', 'oc label namespace NAME');
    expectDone(shell(command.replace('NAME', 'prod-web')));
    const { body } = await admin('/api/v1/namespaces/prod-web');
    expect(recordAt(body, 'metadata', 'labels')).toHaveProperty(['cnv-ai.kubevirt.io/disabled']);
  });

  it('has what it has set: the key, Redis, the neighbour and the named namespaces', async () => {
    expect(await settings()).toMatchObject({ aliases: true });
    const { body } = await admin(
      `/apis/apps/v1/namespaces/${NAMESPACE}/deployments/cnv-diagnostic`,
    );
    const names = listAt(body, 'spec', 'template', 'spec', 'containers', 0, 'env').map(nameIn);
    expect(names).toEqual(expect.arrayContaining(['REDIS_URL', 'ALIAS_KEY_FILE', 'NAMESPACES']));
    expect(await hook('cnv-ai-register')).toContain('OpenShift Lightspeed was changed.');
    const spec = await specAt(CONFIG);
    expect(listAt(spec, 'mcpServers').map(nameIn)).toEqual([
      'theirs',
      'cnv-diagnostic',
      'kubernetes-mcp-server',
    ]);
    expect(textAt(spec, 'ols', 'toolsApprovalConfig', 'approvalType')).toBe('tool_annotations');
  });
});

const nameIn = (entry: unknown): string => textAt(entry, 'name') ?? '';

it('security.md lets users read the label of a namespace', () => {
  expectDone(shell(commandWith('security.md', 'IMAGES').replaceAll('IMAGES', 'prod-db')));
});

it('upgrade.md goes forth and back', () => {
  expectDone(shell(commandWith('upgrade.md', 'helm upgrade')));
  expectDone(shell(inlineCommand('upgrade.md', 'helm rollback')));
});

it('nothing is left after the uninstall but what others had', async () => {
  expect(await hook('cnv-ai-unregister')).toEqual([
    'The console was changed.',
    'OpenShift Lightspeed was changed.',
  ]);
  expectDone(shell(commandWith('install.md', 'helm uninstall')));
  expect(await specAt(CONSOLE)).toEqual({
    managementState: 'Managed',
    plugins: ['kubevirt-plugin'],
  });
  expect(await specAt(CONFIG)).toEqual({
    featureGates: ['MCPServer'],
    mcpServers: [THEIRS],
    ols: { defaultModel: 'm', toolsApprovalConfig: { approvalType: 'tool_annotations' } },
  });
  const kinds =
    'deployments,services,configmaps,serviceaccounts,networkpolicies,poddisruptionbudgets,clusterroles,clusterrolebindings,rolebindings,consoleplugins,servicemonitors,prometheusrules';
  const { out } = shell(
    `oc get ${kinds} --all-namespaces --output name --selector app.kubernetes.io/instance=cnv-ai`,
  );
  expect(out).toBe('');
});
