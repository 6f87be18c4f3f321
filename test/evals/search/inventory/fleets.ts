import type { MachineSpec } from './spec';
import type { SystemName } from './systems';

/** A row of machines that differ by their index only; `vary` adds what an index has of its own. */
export type Fleet = {
  readonly namespace: string;
  readonly prefix: string;
  readonly count: number;
  readonly systems: readonly SystemName[];
  readonly labels: Readonly<Record<string, string>>;
  readonly sizes: readonly MachineSpec['size'][];
  readonly storageClass: string;
  readonly rootSize: string;
  readonly runStrategy?: string;
  readonly always?: Partial<MachineSpec>;
  readonly vary?: (index: number) => Partial<MachineSpec>;
};

const label = (app: string, tier: string, team?: string): Readonly<Record<string, string>> => ({
  app,
  tier,
  ...(team === undefined ? {} : { team }),
});
const plain = (cores: number, memory: string): MachineSpec['size'] => ({ cores, memory });
const typed = (instancetype: string): MachineSpec['size'] => ({ instancetype });
const POD = { binding: 'masquerade' } as const;

const production: readonly Fleet[] = [
  {
    namespace: 'prod-web',
    prefix: 'web',
    count: 30,
    systems: ['rhel9'],
    labels: label('storefront', 'frontend', 'storefront'),
    sizes: [typed('u1.medium'), plain(2, '4Gi'), typed('u1.large')],
    storageClass: 'ceph-rbd-virtualization',
    rootSize: '30Gi',
  },
  {
    namespace: 'prod-web',
    prefix: 'cache',
    count: 10,
    systems: ['fedora'],
    labels: label('redis', 'cache', 'storefront'),
    sizes: [plain(2, '16Gi')],
    storageClass: 'cephfs',
    rootSize: '20Gi',
  },
  {
    namespace: 'prod-db',
    prefix: 'postgres',
    count: 24,
    systems: ['rhel8'],
    labels: label('postgres', 'database', 'database'),
    sizes: [{ cores: 4, sockets: 2, memory: '32Gi' }],
    storageClass: 'premium-ssd',
    rootSize: '40Gi',
    always: {
      nics: [POD, { binding: 'sriov', network: 'storage-net' }],
      domain: { memory: { guest: '32Gi', hugepages: { pageSize: '1Gi' } } },
    },
    vary: (index) => ({
      disks: [
        { size: '40Gi', storageClass: 'premium-ssd' },
        { size: index % 3 === 0 ? '2Ti' : '500Gi', storageClass: 'ceph-rbd-virtualization' },
      ],
    }),
  },
  {
    namespace: 'prod-db',
    prefix: 'mongo',
    count: 12,
    systems: ['debian12'],
    labels: label('mongo', 'database', 'database'),
    sizes: [typed('u1.2xlarge'), typed('m1.4xlarge')],
    storageClass: 'local-nvme',
    rootSize: '80Gi',
  },
  {
    namespace: 'prod-payments',
    prefix: 'ledger',
    count: 14,
    systems: ['rhel9'],
    labels: label('ledger', 'backend', 'payments'),
    sizes: [{ instancetype: 'ledger-node', namespaced: true }],
    storageClass: 'ceph-rbd-virtualization',
    rootSize: '50Gi',
    always: { scheduling: { affinity: { podAntiAffinity: {} } } },
  },
  {
    namespace: 'prod-payments',
    prefix: 'gateway',
    count: 10,
    systems: ['stream9'],
    labels: label('gateway', 'frontend', 'payments'),
    sizes: [typed('u1.large')],
    storageClass: 'ceph-rbd-virtualization',
    rootSize: '30Gi',
  },
];

const development: readonly Fleet[] = [
  {
    namespace: 'staging-web',
    prefix: 'web',
    count: 24,
    systems: ['ubuntu22', 'ubuntu24'],
    labels: label('storefront', 'frontend', 'qa'),
    sizes: [plain(1, '2Gi'), typed('u1.small')],
    storageClass: 'nfs-slow',
    rootSize: '20Gi',
  },
  {
    namespace: 'staging-db',
    prefix: 'pgtest',
    count: 16,
    systems: ['rhel8'],
    labels: label('postgres', 'database', 'qa'),
    sizes: [plain(2, '8Gi')],
    storageClass: 'nfs-slow',
    rootSize: '40Gi',
  },
  {
    namespace: 'dev-sandbox',
    prefix: 'box',
    count: 36,
    systems: ['fedora', 'ubuntu24', 'debian12'],
    labels: label('sandbox', 'dev'),
    sizes: [typed('u1.small'), plain(1, '1Gi'), typed('u1.medium')],
    storageClass: 'cephfs',
    rootSize: '10Gi',
    runStrategy: 'Manual',
  },
  {
    namespace: 'dev-tools',
    prefix: 'ci-runner',
    count: 24,
    systems: ['stream10', 'fedora'],
    labels: label('ci', 'build', 'platform'),
    sizes: [plain(4, '8Gi'), typed('u1.xlarge')],
    storageClass: 'local-nvme',
    rootSize: '100Gi',
    runStrategy: 'RerunOnFailure',
  },
  {
    namespace: 'test-lab',
    prefix: 'probe',
    count: 20,
    systems: ['rhel7', 'rhel8', 'rhel9', 'fedora'],
    labels: label('probe', 'test', 'qa'),
    sizes: [plain(1, '512Mi'), typed('u1.small')],
    storageClass: 'nfs-slow',
    rootSize: '10Gi',
    vary: (index) =>
      index % 4 === 3
        ? { architecture: 'arm64', node: 'arm-worker-01', systemIn: 'preference' }
        : {},
  },
];

const windows = (
  prefix: string,
  count: number,
  system: SystemName,
  app: string,
  always: Partial<MachineSpec>,
): Fleet => ({
  namespace: 'windows-farm',
  prefix,
  count,
  systems: [system],
  labels: label(app, 'backend', 'platform'),
  sizes: [plain(4, '12Gi')],
  storageClass: 'ceph-rbd-virtualization',
  rootSize: '60Gi',
  always,
});

const SECURE = { firmware: { bootloader: { efi: { secureBoot: true } } }, features: { smm: {} } };

const others: readonly Fleet[] = [
  windows('ad', 8, 'win22', 'activedirectory', { domain: { cpu: { cores: 4 }, ...SECURE } }),
  windows('sql', 10, 'win19', 'mssql', {}),
  windows('iis', 10, 'win16', 'iis', {}),
  windows('desktop', 16, 'win11', 'vdi', { devices: { tpm: { persistent: true } } }),
  {
    namespace: 'gpu-lab',
    prefix: 'train',
    count: 8,
    systems: ['ubuntu22'],
    labels: label('training', 'ml', 'research'),
    sizes: [typed('gn1.xlarge'), typed('gn1.2xlarge')],
    storageClass: 'ceph-rbd-virtualization',
    rootSize: '200Gi',
    always: { node: 'gpu-worker-01', scheduling: { nodeSelector: { 'nvidia.com/gpu': 'true' } } },
  },
  {
    namespace: 'gpu-lab',
    prefix: 'infer',
    count: 6,
    systems: ['ubuntu24'],
    labels: label('inference', 'ml', 'research'),
    sizes: [plain(8, '32Gi')],
    storageClass: 'ceph-rbd-virtualization',
    rootSize: '100Gi',
    always: {
      node: 'gpu-worker-01',
      devices: { gpus: [{ name: 'gpu-1', deviceName: 'nvidia.com/T4' }] },
    },
  },
  {
    namespace: 'legacy',
    prefix: 'erp',
    count: 14,
    systems: ['rhel7'],
    labels: { app: 'erp' },
    sizes: [{ cores: 2, sockets: 2, memory: '6Gi' }],
    storageClass: 'nfs-slow',
    rootSize: '120Gi',
    runStrategy: 'running',
    vary: (index) => ({
      systemIn: index % 5 === 0 ? 'nowhere' : 'annotation',
      agent: false,
      nics: [{ binding: 'bridge', network: 'default/vlan-200' }],
    }),
  },
  {
    namespace: 'dmz',
    prefix: 'proxy',
    count: 10,
    systems: ['sles15'],
    labels: label('proxy', 'edge', 'platform'),
    sizes: [plain(2, '3Gi')],
    storageClass: 'ceph-rbd-virtualization',
    rootSize: '15Gi',
    always: { nics: [POD, { binding: 'bridge', network: 'dmz-net' }] },
  },
  {
    namespace: 'analytics',
    prefix: 'spark',
    count: 16,
    systems: ['ubuntu22'],
    labels: label('spark', 'batch', 'data'),
    sizes: [{ cores: 8, sockets: 1, threads: 2, memory: '64Gi' }],
    storageClass: 'ceph-rbd-virtualization',
    rootSize: '250Gi',
    always: { domain: { cpu: { cores: 8, sockets: 1, threads: 2, dedicatedCpuPlacement: true } } },
  },
  {
    namespace: 'analytics',
    prefix: 'kafka',
    count: 9,
    systems: ['debian12'],
    labels: label('kafka', 'streaming', 'data'),
    sizes: [plain(6, '20Gi')],
    storageClass: 'local-nvme',
    rootSize: '300Gi',
    vary: () => ({
      disks: ['300Gi', '300Gi', '300Gi', '300Gi', '300Gi', '300Gi', '300Gi'].map((size) => ({
        size,
        storageClass: 'local-nvme',
      })),
    }),
  },
];

export const FLEETS: readonly Fleet[] = [...production, ...development, ...others];
