import type { KubeObject } from '@cnv-ai/engine/kubernetes';

export const NOW = Date.parse('2026-11-20T14:30:00Z');
const HOUR = 3_600_000;

/** An instant so many hours before the fixed now, to the second as the API server writes it. */
export const hoursAgo = (hours: number): string =>
  new Date(Math.floor((NOW - hours * HOUR) / 1000) * 1000).toISOString().replace('.000Z', 'Z');

/** Uids are derived from what they name, so that two builds of the inventory are equal. */
export const uidFor = (...parts: readonly string[]): string => `uid-${parts.join('-')}`;

export const ZONES: Readonly<Record<string, string>> = {
  'worker-01': 'eu-west-1a',
  'worker-02': 'eu-west-1a',
  'worker-03': 'eu-west-1a',
  'worker-04': 'eu-west-1b',
  'worker-05': 'eu-west-1b',
  'worker-06': 'eu-west-1b',
  'worker-07': 'eu-west-1c',
  'worker-08': 'eu-west-1c',
  'gpu-worker-01': 'eu-west-1c',
  'arm-worker-01': 'eu-west-1c',
};
const CORDONED = 'worker-03';
const NOT_READY = 'worker-06';

/** The nodes the ordinary fleets are spread over. */
export const WORKERS = Object.keys(ZONES).filter((name) => name.startsWith('worker-'));

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  rest: KubeObject = {},
  labels: Readonly<Record<string, string>> = {},
  namespace?: string,
): KubeObject => ({
  apiVersion,
  kind,
  metadata: {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    uid: uidFor(kind, namespace ?? 'cluster', name),
    creationTimestamp: hoursAgo(12_000),
    labels,
  },
  ...rest,
});

const nodes = Object.entries(ZONES).map(([name, zone]) =>
  object(
    'v1',
    'Node',
    name,
    {
      spec: name === CORDONED ? { unschedulable: true } : {},
      status: {
        conditions: [
          {
            type: 'Ready',
            status: name === NOT_READY ? 'Unknown' : 'True',
            reason: name === NOT_READY ? 'NodeStatusUnknown' : 'KubeletReady',
            lastTransitionTime: hoursAgo(5.2),
          },
        ],
      },
    },
    {
      'kubernetes.io/hostname': name,
      'kubernetes.io/arch': name.startsWith('arm') ? 'arm64' : 'amd64',
      'topology.kubernetes.io/zone': zone,
      'kubevirt.io/schedulable': 'true',
    },
  ),
);

const NAMESPACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
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

/** The environment a namespace is labelled with, which its machines carry too. */
export const environmentOf = (namespace: string): string | undefined => NAMESPACES[namespace]?.env;

const namespaces = Object.entries(NAMESPACES).map(([name, labels]) =>
  object(
    'v1',
    'Namespace',
    name,
    { status: { phase: 'Active' } },
    { 'kubernetes.io/metadata.name': name, ...labels },
  ),
);

/** Access mode each class gives. */
export const STORAGE_CLASSES: Readonly<Record<string, string>> = {
  'ceph-rbd-virtualization': 'ReadWriteMany',
  cephfs: 'ReadWriteMany',
  'local-nvme': 'ReadWriteOnce',
  'premium-ssd': 'ReadWriteOnce',
  'nfs-slow': 'ReadWriteMany',
};

const storageClasses = Object.keys(STORAGE_CLASSES).map((name) =>
  object('storage.k8s.io/v1', 'StorageClass', name, { provisioner: `${name}.csi.example.com` }),
);

const GPU = [{ name: 'gpus', deviceName: 'nvidia.com/A400' }];
const INSTANCETYPES: readonly (readonly [string, number, string, KubeObject?])[] = [
  ['u1.small', 1, '2Gi'],
  ['u1.medium', 1, '4Gi'],
  ['u1.large', 2, '8Gi'],
  ['u1.xlarge', 4, '16Gi'],
  ['u1.2xlarge', 8, '32Gi'],
  ['m1.4xlarge', 16, '128Gi'],
  ['gn1.xlarge', 4, '16Gi', { gpus: GPU }],
  ['gn1.2xlarge', 8, '32Gi', { gpus: GPU }],
];
const INSTANCETYPE_API = 'instancetype.kubevirt.io/v1beta1';

const instancetypes = [
  ...INSTANCETYPES.map(([name, guest, memory, more = {}]) =>
    object(INSTANCETYPE_API, 'VirtualMachineClusterInstancetype', name, {
      spec: { cpu: { guest }, memory: { guest: memory }, ...more },
    }),
  ),
  object(
    INSTANCETYPE_API,
    'VirtualMachineInstancetype',
    'ledger-node',
    { spec: { cpu: { guest: 6 }, memory: { guest: '24Gi' } } },
    {},
    'prod-payments',
  ),
];

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
const preferences = PREFERENCES.map((name) =>
  object(INSTANCETYPE_API, 'VirtualMachineClusterPreference', name, { spec: {} }),
);

const ATTACHMENTS = [
  ['dmz', 'dmz-net', 'bridge'],
  ['default', 'vlan-200', 'bridge'],
  ['prod-db', 'storage-net', 'sriov'],
] as const;
const attachments = ATTACHMENTS.map(([namespace, name, type]) =>
  object(
    'k8s.cni.cncf.io/v1',
    'NetworkAttachmentDefinition',
    name,
    { spec: { config: JSON.stringify({ cniVersion: '0.3.1', name, type }) } },
    {},
    namespace,
  ),
);

/** Everything the machines stand on. */
export const clusterObjects: readonly KubeObject[] = [
  ...nodes,
  ...namespaces,
  ...storageClasses,
  ...instancetypes,
  ...preferences,
  ...attachments,
];
