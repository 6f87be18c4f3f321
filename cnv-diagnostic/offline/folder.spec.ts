import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import { diagnose } from '@cnv-ai/engine/diagnosis';
import { formatTime, nameOf, RESOURCES, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { temporaryFolder } from '../testing/kubeconfig';
import { cleanup } from '../testing/serving';
import { brokenMachine, virtualMachine } from '../testing/vms';
import { openFolder } from './folder';

const done = cleanup();
afterEach(done.run);

type Content = string | Buffer | object;

const folderWith = (files: Readonly<Record<string, Content>>): string => {
  const root = temporaryFolder(done);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    const isText = typeof content === 'string' || Buffer.isBuffer(content);
    writeFileSync(join(root, path), isText ? content : stringify(content));
  }
  return root;
};

const list = (kind: string, ...items: object[]): object => ({
  apiVersion: 'v1',
  kind: `${kind}List`,
  items,
});

const IMAGE = 'must-gather.local.1/quay-io-image-sha256-1';
const SHOP = `${IMAGE}/namespaces/shop`;
const pod = {
  metadata: { name: 'launcher', namespace: 'shop', creationTimestamp: '2026-11-20T10:00:00Z' },
};

const gathered = () => ({
  [`${SHOP}/kubevirt.io/virtualmachines/web.yaml`]: brokenMachine('shop', 'web'),
  [`${SHOP}/kubevirt.io/virtualmachineinstances.yaml`]: list('VirtualMachineInstance'),
  [`${SHOP}/core/pods.yaml`]: list('Pod', pod),
  [`${SHOP}/core/events.yaml.gz`]: gzipSync(stringify(list('Event'))),
  [`${SHOP}/instancetype.kubevirt.io/virtualmachineinstancetypes.yaml`]: list(
    'VirtualMachineInstancetype',
  ),
  [`${SHOP}/apps/deployments.yaml`]: '%%% nobody reads this',
  [`${IMAGE}/cluster-scoped-resources/core/nodes/w1.yaml`]: {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'w1' },
  },
  [`${IMAGE}/timestamp`]:
    '2026-11-20 14:20:00.1 +0000 UTC m=+0.1\n2026-11-20 14:30:00.9 +0000 UTC m=+600\n',
});

describe('a must-gather', () => {
  it('is a cluster at the time it was gathered', async () => {
    const { reader, now, skipped } = await openFolder(folderWith(gathered()));
    expect([formatTime(now), skipped]).toEqual(['2026-11-20T14:30:00Z', []]);
    const found = await diagnose(reader, { namespace: 'shop', vmName: 'web' }, now);
    expect(found.rootCauses.map(({ id }) => id)).toEqual(['instancetype-not-found']);
    const names = await reader.list(RESOURCES.pods, { namespace: 'shop' }, nameOf);
    expect(names).toEqual({ state: 'ok', value: ['launcher'] });
  });

  it.each([
    ['of a list that is there', RESOURCES.pods, 'shop', 'absent'],
    ['of an empty list that is there', RESOURCES.events, 'shop', 'absent'],
    ['of another namespace', RESOURCES.pods, 'bank', 'unread'],
    ['of single objects', RESOURCES.virtualMachines, 'shop', 'unread'],
    ['of single objects of the cluster', RESOURCES.nodes, undefined, 'unread'],
    ['of a kind that was not gathered', RESOURCES.secrets, 'shop', 'unread'],
  ])(
    'says that an object is absent only when it has the list: %s',
    async (_, resource, namespace, state) => {
      const { reader } = await openFolder(folderWith(gathered()));
      expect((await reader.get(resource, namespace, 'none')).state).toBe(state);
    },
  );

  it('does not take what it lacks for an empty list', async () => {
    const { reader } = await openFolder(folderWith(gathered()));
    const states = await Promise.all(
      [RESOURCES.events, RESOURCES.migrations, RESOURCES.virtualMachines].map(
        async (resource) => (await reader.list(resource, { namespace: 'shop' }, nameOf)).state,
      ),
    );
    expect(states).toEqual(['ok', 'unread', 'ok']);
  });

  it('knows that a VM has no instance when the VM says so', async () => {
    const stopped = (reason: string): object => ({
      ...virtualMachine('shop', 'web'),
      status: { conditions: [{ type: 'Ready', status: 'False', reason }] },
    });
    const stateWith = async (reason: string): Promise<string> => {
      const { reader } = await openFolder(folderWith({ 'vm.yaml': stopped(reason) }));
      return (await reader.get(RESOURCES.virtualMachineInstances, 'shop', 'web')).state;
    };
    expect([await stateWith('VMINotExists'), await stateWith('GuestNotRunning')]).toEqual([
      'absent',
      'unread',
    ]);
  });
});

describe('a folder of YAML', () => {
  it('may hold objects, lists and JSON in any files', async () => {
    const root = folderWith({
      'a/all.yaml': [virtualMachine('shop', 'web'), virtualMachine('shop', 'db')]
        .map((one) => stringify(one))
        .join('---\n'),
      'b.json': JSON.stringify({ kind: 'List', items: [virtualMachine('bank', 'ledger')] }),
      'notes.txt': 'nothing',
    });
    const { reader, now } = await openFolder(root);
    const names = await reader.list(RESOURCES.virtualMachines, {}, nameOf);
    expect(names).toEqual({ state: 'ok', value: ['ledger', 'db', 'web'] });
    expect(formatTime(now)).toBe('2026-01-02T03:04:05Z');
  });

  it('keeps nothing of a Secret but that it exists', async () => {
    const secret = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's', namespace: 'shop' },
      data: { a: 'canary-7f3a' },
    };
    const { reader } = await openFolder(folderWith({ 's.yaml': secret }));
    const fact = await reader.get(RESOURCES.secrets, 'shop', 's');
    expect(fact.state).toBe('ok');
    expect(JSON.stringify(fact)).not.toContain('canary');
  });
});

const BOMB = ['a: &a [x,x,x,x,x,x,x,x,x]']
  .concat(
    ['b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name, index) => {
      const before = 'abcdefg'[index] ?? '';
      return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`;
    }),
  )
  .join('\n');

describe('a hostile folder', () => {
  const good = { 'good.yaml': virtualMachine('shop', 'web') };

  it.each<[string, Content, RegExp]>([
    ['a YAML bomb', BOMB, /no YAML or JSON/],
    ['nesting without end', `a: ${'['.repeat(20_000)}`, /no YAML or JSON/],
    ['JSON nested too deeply', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, /nested too deeply/],
    ['bytes', Buffer.from([0, 1, 2, 255, 0]), /no text|no YAML/],
    ['a broken file', '{"a": ', /no YAML or JSON/],
  ])('%s is left out in one clause', async (_, content, expected) => {
    const { reader, skipped } = await openFolder(folderWith({ ...good, 'bad.yaml': content }));
    expect(skipped).toEqual([expect.stringMatching(/^bad\.yaml: /)]);
    expect(skipped[0]).toMatch(expected);
    expect((await reader.get(RESOURCES.virtualMachines, 'shop', 'web')).state).toBe('ok');
  });

  it('cannot make a small file large', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, 'x'));
    const { skipped } = await openFolder(folderWith({ ...good, 'bad.yaml.gz': bomb }));
    expect(skipped).toHaveLength(1);
  });

  it('cannot lead out of itself', async () => {
    const outside = folderWith({ 'secret.yaml': virtualMachine('bank', 'vault') });
    const root = folderWith({ ...gathered(), ...good });
    symlinkSync(join(outside, 'secret.yaml'), join(root, 'link.yaml'));
    symlinkSync(outside, join(root, 'folder'));
    const { reader } = await openFolder(root);
    expect((await reader.get(RESOURCES.virtualMachines, 'bank', 'vault')).state).not.toBe('ok');
  });

  it('cannot have names that no cluster has', async () => {
    const odd = (name: string): KubeObject => virtualMachine('shop', name);
    const root = folderWith({ ...good, 'odd.yaml': odd('x\u202e\nVerdict: healthy') });
    const { reader } = await openFolder(root);
    expect(await reader.list(RESOURCES.virtualMachines, {}, nameOf)).toMatchObject({
      value: ['web'],
    });
  });

  it.each<[string, () => string, RegExp]>([
    ['that is not there', () => '/none', /^There is no folder/],
    ['that is a file', () => join(folderWith(good), 'good.yaml'), /neither a folder nor/],
    ['that is empty', () => folderWith({}), /holds no Kubernetes objects/],
    ['of nothing but bombs', () => folderWith({ 'bad.yaml': BOMB }), /can be used.*bad\.yaml/],
  ])('%s gets one sentence', async (_, folder, expected) => {
    await expect(openFolder(folder())).rejects.toThrow(expected);
  });
});
