import { toRecord } from './record';
import { ago, instance, machine } from '../testing/machines';
import { HOUR, type KubeObject } from '../../kubernetes';

const withSpec = (domain: KubeObject, extra: KubeObject = {}): KubeObject => ({
  metadata: { name: 'vm', namespace: 'ns', uid: 'u', creationTimestamp: ago(HOUR) },
  spec: { template: { spec: { domain } }, ...extra },
});

describe('size', () => {
  it.each<[string, KubeObject, number | undefined, number | undefined]>([
    ['sockets × cores × threads', { cpu: { sockets: 2, cores: 4, threads: 2 } }, 16, undefined],
    [
      'threads left out, as migrated machines have it',
      { cpu: { sockets: 2, cores: 4 } },
      8,
      undefined,
    ],
    [
      'requests when nothing else is said',
      { resources: { requests: { cpu: '1500m', memory: '2Gi' } } },
      2,
      2 ** 31,
    ],
    [
      'guest memory before requests',
      { memory: { guest: '4Gi' }, resources: { requests: { memory: '2Gi' } } },
      1,
      2 ** 32,
    ],
    ['one vCPU when nothing is said', {}, 1, undefined],
  ])('%s', (_name, domain, vcpu, memory) => {
    const { size } = toRecord(withSpec(domain));
    expect([size.vcpu?.value, size.memory?.value]).toEqual([vcpu, memory]);
  });

  it('takes what the running instance has now after hot-plug', () => {
    const vmi = {
      status: {
        currentCPUTopology: { sockets: 4, cores: 1, threads: 1 },
        memory: { guestCurrent: '8Gi' },
      },
    };
    const { size } = toRecord(withSpec({ cpu: { cores: 2 }, memory: { guest: '4Gi' } }), { vmi });
    expect([size.vcpu?.value, size.memory?.value]).toEqual([4, 2 ** 33]);
    expect(size.memory?.origin).toEqual({ in: 'vmi', path: '/status/memory/guestCurrent' });
  });

  it('is unknown for an instance type that could not be read', () => {
    const vm = withSpec({}, { instancetype: { name: 'u1.large' } });
    expect(toRecord(vm).size).toEqual({});
    expect(toRecord(vm, { sizeOf: () => ({ vcpu: 2, memory: 1024 }) }).size.vcpu?.value).toBe(2);
  });
});

describe('operating system', () => {
  it.each([
    ['rhel.9', 'RHEL', '9'],
    ['windows.2k22.virtio', 'Windows', '2022'],
    ['windows.11', 'Windows', '11'],
    ['centos.stream9', 'CentOS', '9'],
    ['ubuntu', 'Ubuntu', undefined],
    ['opensuse.leap', 'openSUSE', undefined],
    ['mystery', undefined, undefined],
  ])('preference %s', (preference, family, version) => {
    const { os } = toRecord(machine('ns', 'vm', { preference }));
    expect([os?.family, os?.version]).toEqual([family, version]);
  });

  it('believes the guest agent first', () => {
    const vmi = {
      status: {
        guestOSInfo: {
          id: 'mswindows',
          versionId: '2022',
          prettyName: 'Windows Server 2022 Standard',
        },
      },
    };
    const { os } = toRecord(machine('ns', 'vm', { preference: 'rhel.9' }), { vmi });
    expect(os).toMatchObject({
      family: 'Windows',
      version: '2022',
      name: 'Windows Server 2022 Standard',
    });
  });

  it('reads the label of a template', () => {
    const vm = machine('ns', 'vm', { labels: { 'os.template.kubevirt.io/win2k19': 'true' } });
    expect(toRecord(vm).os).toMatchObject({
      family: 'Windows',
      version: '2019',
      origin: { path: '/metadata/labels/os.template.kubevirt.io~1win2k19' },
    });
  });
});

describe('state', () => {
  const conditions = (list: KubeObject[]): KubeObject => ({
    ...withSpec({}),
    status: { conditions: list },
  });

  it('counts from the latest of Ready, Failure and Paused, never from creation', () => {
    const vm = conditions([
      { type: 'Ready', status: 'False', lastTransitionTime: '2026-11-01T00:00:00Z' },
      {
        type: 'Failure',
        status: 'True',
        lastTransitionTime: '2026-11-02T00:00:00Z',
        message: 'no quota',
      },
      { type: 'LiveMigratable', status: 'True', lastTransitionTime: null },
      { type: 'AgentConnected', status: 'True', lastTransitionTime: '2026-11-09T00:00:00Z' },
    ]);
    expect(toRecord(vm)).toMatchObject({
      failure: true,
      reports: [{ reason: '', message: 'no quota', path: '/status/conditions/1' }],
      changed: {
        time: Date.parse('2026-11-02T00:00:00Z'),
        path: '/status/conditions/1/lastTransitionTime',
      },
    });
    expect(toRecord(withSpec({})).changed).toBeUndefined();
  });

  it.each<[KubeObject, string | undefined]>([
    [{ runStrategy: 'Manual' }, 'Manual'],
    [{ running: true }, 'Always'],
    [{ running: false }, 'Halted'],
    [{}, undefined],
  ])('run strategy of %j', (spec, expected) => {
    expect(toRecord(withSpec({}, spec)).runStrategy).toBe(expected);
  });

  it('knows of the agent only while the guest runs', () => {
    const agent = (vmi?: KubeObject, status = 'Running'): boolean | undefined =>
      toRecord(machine('ns', 'vm', { status }), { vmi }).guestAgent;
    expect(agent(instance('ns', 'vm', { agent: true }))).toBe(true);
    expect(agent(instance('ns', 'vm', {}))).toBe(false);
    expect(agent(instance('ns', 'vm', {}), 'Paused')).toBeUndefined();
    expect(agent()).toBeUndefined();
  });
});

it.each<KubeObject>([
  {},
  { metadata: 1 },
  { status: { conditions: [null, 3, { type: 'Ready' }] }, spec: [] },
])('reads %j without complaint', (vm) => {
  expect(toRecord(vm, { vmi: vm })).toMatchObject({ status: 'Unknown', ips: [] });
});
