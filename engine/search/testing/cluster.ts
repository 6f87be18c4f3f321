import { DAY, HOUR, MINUTE, type KubeObject } from '../../kubernetes';
import { machines, namespace } from './machines';

const node = (name: string): KubeObject => ({ apiVersion: 'v1', kind: 'Node', metadata: { name } });

const instancetype = (name: string, guest: number, memory: string): KubeObject => ({
  apiVersion: 'instancetype.kubevirt.io/v1beta1',
  kind: 'VirtualMachineClusterInstancetype',
  metadata: { name },
  spec: { cpu: { guest }, memory: { guest: memory } },
});

const running = { status: 'Running', agent: true } as const;

/** Thirty machines in six namespaces, small enough to know by heart. */
export const CLUSTER: readonly KubeObject[] = [
  namespace('prod-web', { env: 'production' }),
  namespace('prod-db'),
  namespace('shop', { env: 'production' }),
  namespace('staging'),
  namespace('dev-team-a'),
  namespace('non-prod'),
  namespace('windows'),
  node('worker-1'),
  node('worker-2'),
  node('worker-3'),
  instancetype('u1.large', 2, '8Gi'),
  instancetype('u1.xlarge', 4, '16Gi'),
  ...machines('prod-web', [
    [
      'web-01',
      {
        ...running,
        node: 'worker-1',
        ip: '10.128.0.11',
        preference: 'rhel.9',
        labels: { team: 'web', app: 'shop' },
        since: 5 * DAY,
      },
    ],
    [
      'web-02',
      {
        ...running,
        node: 'worker-2',
        ip: '10.128.0.12',
        preference: 'rhel.9',
        labels: { team: 'web', app: 'shop' },
        since: 2 * HOUR,
      },
    ],
    [
      'web-03',
      {
        status: 'ErrorUnschedulable',
        since: 20 * MINUTE,
        preference: 'rhel.8',
        labels: { team: 'web' },
        memory: '64Gi',
        cores: 16,
      },
    ],
    [
      'web-04',
      {
        status: 'CrashLoopBackOff',
        since: 3 * HOUR,
        preference: 'rhel.9',
        labels: { team: 'web' },
      },
    ],
    [
      'may-report',
      {
        status: 'Stopped',
        since: 40 * DAY,
        age: 200 * DAY,
        preference: 'windows.2k22',
        memory: '16Gi',
        cores: 4,
      },
    ],
    [
      'win-app',
      {
        ...running,
        node: 'worker-1',
        ip: '10.128.0.13',
        preference: 'windows.2k22',
        memory: '16Gi',
        cores: 4,
        labels: { team: 'apps' },
        since: DAY,
      },
    ],
  ]),
  ...machines('prod-db', [
    [
      'db-01',
      {
        ...running,
        node: 'worker-3',
        ip: '10.131.0.5',
        preference: 'rhel.9',
        memory: '32Gi',
        cores: 8,
        labels: { team: 'db' },
        since: 30 * DAY,
        age: 400 * DAY,
      },
    ],
    [
      'db-02',
      {
        ...running,
        node: 'worker-2',
        ip: '10.131.0.6',
        preference: 'windows.2k19',
        memory: '32Gi',
        cores: 8,
        labels: { team: 'db' },
        since: 30 * DAY,
        agent: false,
      },
    ],
    [
      'db-03',
      {
        status: 'Starting',
        since: 10 * MINUTE,
        failure: 'exceeded quota: compute',
        labels: { team: 'db' },
        preference: 'rhel.9',
      },
    ],
    [
      'stopped-db',
      {
        ...running,
        node: 'worker-1',
        ip: '10.131.0.7',
        preference: 'centos.stream9',
        labels: { team: 'db' },
        since: 3 * DAY,
      },
    ],
  ]),
  ...machines('shop', [
    [
      'cart',
      {
        status: 'DataVolumeError',
        since: 50 * MINUTE,
        preference: 'fedora',
        labels: { app: 'cart' },
      },
    ],
    [
      'checkout',
      {
        ...running,
        node: 'worker-2',
        ip: '10.129.0.9',
        preference: 'fedora',
        instancetype: 'u1.large',
        labels: { app: 'checkout' },
        since: 6 * DAY,
      },
    ],
    [
      'catalog',
      {
        status: 'Paused',
        since: 4 * HOUR,
        node: 'worker-3',
        preference: 'fedora',
        labels: { app: 'catalog' },
      },
    ],
  ]),
  ...machines('staging', [
    [
      'stage-web',
      {
        ...running,
        node: 'worker-3',
        ip: '10.130.0.2',
        preference: 'ubuntu',
        labels: { team: 'web' },
        since: 12 * HOUR,
        age: 12 * HOUR,
      },
    ],
    [
      'stage-db',
      {
        status: 'Stopped',
        since: 100 * DAY,
        age: 120 * DAY,
        preference: 'ubuntu',
        labels: { team: 'db' },
        runStrategy: 'Halted',
      },
    ],
    [
      'stage-win',
      {
        status: 'Stopped',
        since: 2 * DAY,
        preference: 'windows.11',
        memory: '8Gi',
        runStrategy: 'Halted',
      },
    ],
    [
      'stage-new',
      { status: 'Provisioning', since: 5 * MINUTE, age: 6 * MINUTE, preference: 'rhel.9' },
    ],
  ]),
  ...machines('dev-team-a', [
    [
      'dev-01',
      { status: 'Stopped', since: 6 * HOUR, runStrategy: 'Halted', cores: 1, memory: '2Gi' },
    ],
    [
      'dev-02',
      {
        ...running,
        node: 'worker-1',
        ip: '10.132.0.2',
        cores: 1,
        memory: '2Gi',
        agent: false,
        since: 30 * MINUTE,
        age: 35 * MINUTE,
      },
    ],
    ['dev-03', { status: 'ErrImagePull', since: 15 * MINUTE, cores: 1, memory: '2Gi' }],
    ['dev-04', { status: 'WaitingForVolumeBinding', since: 25 * MINUTE, preference: 'fedora' }],
    [
      'error-demo',
      {
        ...running,
        node: 'worker-3',
        ip: '10.132.0.3',
        preference: 'fedora',
        instancetype: 'u1.xlarge',
        since: 9 * DAY,
      },
    ],
  ]),
  ...machines('non-prod', [
    ['lab-01', { status: 'Stopped', since: 30 * MINUTE, preference: 'rhel.8' }],
    ['lab-02', { status: 'ErrorPvcNotFound', since: 30 * MINUTE, preference: 'rhel.8' }],
  ]),
  ...machines('windows', [
    [
      'win-01',
      {
        ...running,
        node: 'worker-2',
        ip: '10.133.0.2',
        preference: 'windows.11',
        memory: '8Gi',
        since: 7 * DAY,
      },
    ],
    ['win-02', { status: 'Stopping', since: MINUTE, preference: 'windows.2k22', memory: '12Gi' }],
    [
      'win-03',
      {
        status: 'Migrating',
        since: 8 * DAY,
        node: 'worker-1',
        preference: 'windows.2k19',
        memory: '8Gi',
        started: 8 * DAY,
        agent: true,
      },
    ],
    [
      'win-04',
      { status: 'Terminating', since: 2 * MINUTE, preference: 'windows.11', memory: '8Gi' },
    ],
    ['tools', { status: 'Unknown', since: 70 * MINUTE, preference: 'fedora' }],
  ]),
];
