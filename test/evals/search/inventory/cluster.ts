import type { Ground, Labels } from './ground';

export const NOW = Date.parse('2026-11-20T14:30:00Z');
const HOUR = 3_600_000;

/** An instant so many hours before the fixed now, to the second as the API server writes it. */
export const hoursAgo = (hours: number): string =>
  new Date(Math.floor((NOW - hours * HOUR) / 1000) * 1000).toISOString().replace('.000Z', 'Z');

/** Uids are derived from what they name, so that two builds of a cluster are equal. */
export const uidFor = (...parts: readonly string[]): string => `uid-${parts.join('-')}`;

const NAMESPACES: Readonly<Record<string, Labels>> = {
  'prod-web': { env: 'production', team: 'storefront' },
  'prod-db': { env: 'production', team: 'database' },
  'prod-payments': { env: 'production', team: 'payments' },
  'staging-web': { env: 'staging' },
  'staging-db': { env: 'staging' },
  'dev-sandbox': { env: 'development' },
  'dev-tools': { env: 'development' },
  'test-lab': { env: 'test' },
  'windows-farm': {},
  'gpu-lab': {},
  legacy: {},
  dmz: {},
  analytics: {},
  'empty-space': {},
};

const PREFERENCES = [
  'rhel.7',
  'rhel.8',
  'rhel.9',
  'fedora',
  'centos.stream9',
  'centos.stream10',
  'ubuntu',
  'debian',
  'sles',
  'windows.2k16',
  'windows.2k19',
  'windows.2k22',
  'windows.11',
];

/** Everything the machines of the inventory stand on. */
export const GROUND: Ground = {
  ageHours: 12_000,
  nodes: {
    'worker-01': { zone: 'eu-west-1a' },
    'worker-02': { zone: 'eu-west-1a' },
    'worker-03': { zone: 'eu-west-1a', cordoned: true },
    'worker-04': { zone: 'eu-west-1b' },
    'worker-05': { zone: 'eu-west-1b' },
    'worker-06': { zone: 'eu-west-1b', ready: false },
    'worker-07': { zone: 'eu-west-1c' },
    'worker-08': { zone: 'eu-west-1c' },
    'gpu-worker-01': { zone: 'eu-west-1c' },
    'arm-worker-01': { zone: 'eu-west-1c', arch: 'arm64' },
  },
  namespaces: NAMESPACES,
  storageClasses: {
    'ceph-rbd-virtualization': 'ReadWriteMany',
    cephfs: 'ReadWriteMany',
    'local-nvme': 'ReadWriteOnce',
    'premium-ssd': 'ReadWriteOnce',
    'nfs-slow': 'ReadWriteMany',
  },
  instancetypes: {
    'u1.small': { cpu: 1, memory: '2Gi' },
    'u1.medium': { cpu: 1, memory: '4Gi' },
    'u1.large': { cpu: 2, memory: '8Gi' },
    'u1.xlarge': { cpu: 4, memory: '16Gi' },
    'u1.2xlarge': { cpu: 8, memory: '32Gi' },
    'm1.4xlarge': { cpu: 16, memory: '128Gi' },
    'gn1.xlarge': { cpu: 4, memory: '16Gi', gpu: 'nvidia.com/A400' },
    'gn1.2xlarge': { cpu: 8, memory: '32Gi', gpu: 'nvidia.com/A400' },
    'prod-payments/ledger-node': { cpu: 6, memory: '24Gi' },
  },
  preferences: PREFERENCES,
  networks: {
    'dmz/dmz-net': 'bridge',
    'default/vlan-200': 'bridge',
    'prod-db/storage-net': 'sriov',
  },
};

/** The nodes the ordinary fleets are spread over. */
export const WORKERS = Object.keys(GROUND.nodes).filter((name) => name.startsWith('worker-'));

/** The environment a namespace is labelled with, which its machines carry too. */
export const environmentOf = (namespace: string): string | undefined => NAMESPACES[namespace]?.env;
