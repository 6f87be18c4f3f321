import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import { hoursAgo, uidFor } from './cluster';
import { hasInstance, onNode, type Disk, type MachineSpec, type Nic } from './spec';
import { systemOf } from './systems';

const hex = (value: number): string => (value % 256).toString(16).padStart(2, '0');

/** The MAC address of a machine's n-th interface. */
export const macOf = (ordinal: number, nic: number): string =>
  `02:42:ac:${hex(Math.floor(ordinal / 256))}:${hex(ordinal)}:${hex(nic)}`;

export const diskName = (index: number): string => (index === 0 ? 'rootdisk' : `data-${index}`);

/** The claim behind a machine's n-th disk. */
export const claimOf = (spec: MachineSpec, index: number): string =>
  `${spec.name}-${diskName(index)}`;

const interfaceOf = (ordinal: number, { binding }: Nic, index: number): KubeObject => ({
  name: `nic-${index}`,
  macAddress: macOf(ordinal, index),
  [binding]: {},
});

const networkOf = ({ network }: Nic, index: number): KubeObject => ({
  name: `nic-${index}`,
  ...(network === undefined ? { pod: {} } : { multus: { networkName: network } }),
});

const volumesOf = (spec: MachineSpec): KubeObject[] => [
  ...(spec.containerDisk === undefined
    ? []
    : [{ name: 'containerdisk', containerDisk: { image: spec.containerDisk } }]),
  ...spec.disks.map((_, index) => ({
    name: diskName(index),
    ...(index === 0
      ? { dataVolume: { name: claimOf(spec, index) } }
      : { persistentVolumeClaim: { claimName: claimOf(spec, index) } }),
  })),
  { name: 'cloudinitdisk', cloudInitNoCloud: { userData: '#cloud-config' } },
];

const templateOf = ({ size: capacity, storageClass }: Disk, name: string): KubeObject => ({
  metadata: { name },
  spec: {
    sourceRef: {
      kind: 'DataSource',
      name: 'golden',
      namespace: 'openshift-virtualization-os-images',
    },
    storage: { storageClassName: storageClass, resources: { requests: { storage: capacity } } },
  },
});

const sizeOf = ({ size }: MachineSpec): KubeObject => {
  if ('instancetype' in size) return {};
  const { cores, sockets = 1, threads, memory } = size;
  return {
    cpu: { cores, sockets, ...(threads === undefined ? {} : { threads }) },
    memory: { guest: memory },
  };
};

const domainOf = (spec: MachineSpec): KubeObject => ({
  ...sizeOf(spec),
  ...spec.domain,
  devices: {
    disks: volumesOf(spec).map(({ name }) => ({ name, disk: { bus: 'virtio' } })),
    interfaces: spec.nics.map((nic, index) => interfaceOf(spec.ordinal, nic, index)),
    ...spec.devices,
  },
});

const condition = (
  type: string,
  status: string,
  reason: string,
  since: string | null,
): KubeObject => ({
  type,
  status,
  reason,
  message: '',
  lastTransitionTime: since,
  lastProbeTime: null,
});

const migratableOf = (spec: MachineSpec): KubeObject => {
  const pinned = spec.disks.some(({ storageClass }) => /nvme|ssd/.test(storageClass));
  const reason =
    spec.devices?.gpus !== undefined || spec.devices?.hostDevices !== undefined
      ? 'HostDeviceNotLiveMigratable'
      : pinned
        ? 'DisksNotLiveMigratable'
        : spec.nics.some(({ binding, network }) => binding === 'bridge' && network === undefined)
          ? 'InterfaceNotLiveMigratable'
          : '';
  return condition('LiveMigratable', reason === '' ? 'True' : 'False', reason, null);
};

/** The conditions of the VM; those virt-handler writes have no transition time. */
export const conditionsFor = (spec: MachineSpec): KubeObject[] => {
  const since = hoursAgo(spec.changedHours);
  const ready = spec.status === 'Running' || spec.status === 'Migrating';
  return [
    condition('Ready', ready ? 'True' : 'False', ready ? '' : 'GuestNotRunning', since),
    ...(spec.status === 'Paused' ? [condition('Paused', 'True', 'PausedByUser', since)] : []),
    ...(onNode(spec) ? [migratableOf(spec)] : []),
    ...(spec.agent === true ? [condition('AgentConnected', 'True', '', null)] : []),
    ...(spec.failure === undefined
      ? []
      : [
          {
            ...condition('Failure', 'True', spec.failure.reason, since),
            message: spec.failure.message,
          },
          condition('Synchronized', 'False', spec.failure.reason, since),
        ]),
    ...(spec.restartRequired === true
      ? [condition('RestartRequired', 'True', 'RestartRequired', hoursAgo(spec.changedHours / 2))]
      : []),
  ];
};

const typesOf = ({ size, system, systemIn = 'preference' }: MachineSpec): KubeObject => ({
  ...('instancetype' in size
    ? {
        instancetype: {
          name: size.instancetype,
          kind: size.namespaced
            ? 'VirtualMachineInstancetype'
            : 'VirtualMachineClusterInstancetype',
        },
      }
    : {}),
  ...(system !== undefined && systemIn === 'preference'
    ? {
        preference: {
          name: systemOf(system).preference,
          kind: 'VirtualMachineClusterPreference',
        },
      }
    : {}),
});

const annotationsFor = ({ system, systemIn, description }: MachineSpec): KubeObject => ({
  ...(description === undefined ? {} : { description }),
  ...(system !== undefined && systemIn === 'annotation'
    ? { 'vm.kubevirt.io/os': systemOf(system).preference.replace('.', '') }
    : {}),
});

const strategyOf = ({ runStrategy }: MachineSpec): KubeObject =>
  runStrategy === 'running' ? { running: true } : { runStrategy };

/** The VirtualMachine of a spec. */
export const virtualMachine = (spec: MachineSpec): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: {
    name: spec.name,
    namespace: spec.namespace,
    uid: uidFor('vm', spec.namespace, spec.name),
    creationTimestamp: hoursAgo(spec.ageHours),
    labels: spec.labels,
    annotations: annotationsFor(spec),
    ...(spec.status === 'Terminating' ? { deletionTimestamp: hoursAgo(0.2) } : {}),
  },
  spec: {
    ...strategyOf(spec),
    ...typesOf(spec),
    dataVolumeTemplates: (spec.status === 'ErrorPvcNotFound' ? [] : spec.disks)
      .slice(0, 1)
      .map((disk, index) => templateOf(disk, claimOf(spec, index))),
    template: {
      metadata: { labels: { 'kubevirt.io/domain': spec.name } },
      spec: {
        architecture: spec.architecture ?? 'amd64',
        domain: domainOf(spec),
        networks: spec.nics.map(networkOf),
        volumes: volumesOf(spec),
        ...spec.scheduling,
      },
    },
  },
  status: {
    printableStatus: spec.status,
    created: hasInstance(spec),
    ready: spec.status === 'Running',
    conditions: conditionsFor(spec),
  },
});
