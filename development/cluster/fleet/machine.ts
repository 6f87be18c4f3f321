import { formatTime, uidOf, type KubeObject } from '@cnv-ai/engine/kubernetes';
import type { Boot } from '../machine/boot';
import { ownerOf } from '../machine/build';
import { followingStatus, stoppedStatus } from '../machine/status';
import { claimOf, dataVolumeOf, volumeOf, type Disk } from '../machine/storage';
import { suffixFrom, uidFrom } from '../names';
import type { MachinePlan } from './machine-plan';
import { LOCAL_CLASS, SHARED_CLASS } from './storage-classes';
import { instancetypeOf } from './sizes';

const diskOf = ({ namespace, app, name, created }: MachinePlan): Disk => ({
  namespace: namespace.name,
  name: `${name}-rootdisk`,
  size: app.os.id.startsWith('windows') ? '60Gi' : '30Gi',
  storageClass: app.local === true ? LOCAL_CLASS : SHARED_CLASS,
  accessMode: app.local === true ? 'ReadWriteOnce' : 'ReadWriteMany',
  created,
});

const labelsOf = ({ namespace, app }: MachinePlan): Record<string, string> => ({
  app: app.name,
  tier: app.tier,
  owner: namespace.owner,
  env: namespace.env,
});

const volumes = (plan: MachinePlan, disk: Disk): KubeObject[] => [
  plan.hasDataVolume
    ? { name: 'rootdisk', dataVolume: { name: disk.name } }
    : { name: 'rootdisk', persistentVolumeClaim: { claimName: disk.name } },
  {
    name: 'cloudinitdisk',
    cloudInitNoCloud: { userData: `#cloud-config\nhostname: ${plan.name}\nuser: cloud-user\n` },
  },
];

const networks = ({ app }: MachinePlan): { interfaces: KubeObject[]; networks: KubeObject[] } => {
  const attached = app.network === undefined ? [] : [app.network];
  return {
    interfaces: [
      { masquerade: {}, model: 'virtio', name: 'default' },
      ...attached.map((name) => ({ bridge: {}, model: 'virtio', name })),
    ],
    networks: [
      { name: 'default', pod: {} },
      ...attached.map((name) => ({ name, multus: { networkName: name } })),
    ],
  };
};

const templateOf = (plan: MachinePlan, disk: Disk): KubeObject => {
  const network = networks(plan);
  return {
    metadata: {
      annotations: { 'vm.kubevirt.io/os': plan.app.os.id, 'vm.kubevirt.io/workload': 'server' },
      labels: { ...labelsOf(plan), 'kubevirt.io/domain': plan.name },
    },
    spec: {
      architecture: 'amd64',
      domain: {
        devices: {
          disks: [
            { disk: { bus: 'virtio' }, name: 'rootdisk' },
            { disk: { bus: 'virtio' }, name: 'cloudinitdisk' },
          ],
          interfaces: network.interfaces,
          rng: {},
        },
      },
      networks: network.networks,
      terminationGracePeriodSeconds: 180,
      volumes: volumes(plan, disk),
    },
  };
};

const sourceOf = (plan: MachinePlan): KubeObject => ({
  sourceRef: {
    kind: 'DataSource',
    name: plan.app.os.id,
    namespace: 'openshift-virtualization-os-images',
  },
});

const dataVolumeTemplates = (plan: MachinePlan, disk: Disk): KubeObject =>
  plan.hasDataVolume
    ? {
        dataVolumeTemplates: [
          {
            metadata: { name: disk.name },
            spec: {
              ...sourceOf(plan),
              storage: {
                resources: { requests: { storage: disk.size } },
                storageClassName: disk.storageClass,
              },
            },
          },
        ],
      }
    : {};

const revisionName = (plan: MachinePlan, uid: string): string =>
  `${plan.name}-${plan.app.size.name}-v1beta1-${uid}-1`;

/** The machine as its author wrote it, with the references the controller added to its status. */
const bareMachine = (plan: MachinePlan, disk: Disk): KubeObject => {
  const { namespace, app, name, created, state } = plan;
  const uid = uidFrom(`VirtualMachine/${namespace.name}/${name}`);
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: {
      name,
      namespace: namespace.name,
      uid,
      creationTimestamp: formatTime(created),
      generation: 1,
      labels: labelsOf(plan),
      annotations: { 'kubevirt.io/latest-observed-api-version': 'v1' },
      finalizers: ['kubevirt.io/virtualMachineControllerFinalize'],
    },
    spec: {
      ...dataVolumeTemplates(plan, disk),
      instancetype: { kind: 'virtualmachineclusterinstancetype', name: app.size.name },
      preference: { kind: 'virtualmachineclusterpreference', name: app.os.preference },
      runStrategy: state === 'stopped' ? 'Halted' : 'Always',
      template: templateOf(plan, disk),
    },
    status: {
      instancetypeRef: {
        controllerRevisionRef: { name: revisionName(plan, uid) },
        kind: 'virtualmachineclusterinstancetype',
        name: app.size.name,
      },
      preferenceRef: { kind: 'virtualmachineclusterpreference', name: app.os.preference },
    },
  };
};

const revisionOf = (plan: MachinePlan, machine: KubeObject): KubeObject => ({
  apiVersion: 'apps/v1',
  kind: 'ControllerRevision',
  metadata: {
    name: revisionName(plan, uidOf(machine) ?? ''),
    namespace: plan.namespace.name,
    labels: { 'instancetype.kubevirt.io/object-kind': 'VirtualMachineClusterInstancetype' },
    ownerReferences: [ownerOf(machine)],
  },
  data: instancetypeOf(plan.app.size),
  revision: 0,
});

/** The storage and the machine of a plan, before anything is said about its run. */
export type MachineParts = {
  readonly machine: KubeObject;
  readonly claim: KubeObject;
  readonly others: readonly KubeObject[];
};

export const machineParts = (plan: MachinePlan): MachineParts => {
  const disk = diskOf(plan);
  const machine = bareMachine(plan, disk);
  const dataVolume = plan.hasDataVolume ? dataVolumeOf(disk, sourceOf(plan), machine) : undefined;
  const claim = claimOf(disk, dataVolume);
  return {
    machine,
    claim,
    others: [
      claim,
      volumeOf(disk),
      ...(dataVolume === undefined ? [] : [dataVolume]),
      revisionOf(plan, machine),
    ],
  };
};

const hex = (value: number): string => (value % 256).toString(16).padStart(2, '0');

/** The run of a planned machine. `part` tells the pods of one machine apart. */
export const bootOf = (plan: MachinePlan, claim: KubeObject, part = 'source'): Boot => {
  const key = `${plan.namespace.name}/${plan.name}`;
  return {
    uid: uidFrom(`VirtualMachineInstance/${key}`),
    podUid: uidFrom(`Pod/${key}/${part}`),
    podName: `virt-launcher-${plan.name}-${suffixFrom(`${key}/${part}`)}`,
    node: part === 'source' ? plan.node : plan.otherNode,
    ip: `10.128.${Math.floor(plan.index / 250) + 2}.${(plan.index % 250) + 4}`,
    mac: `02:00:00:${hex(Math.floor(plan.index / 256))}:${hex(plan.index)}:10`,
    started: plan.changed,
    os: plan.app.os,
    sockets: plan.app.size.cpus,
    memory: plan.app.size.memory,
    claims: { rootdisk: claim },
  };
};

export const stoppedMachine = (machine: KubeObject, since: number): KubeObject => ({
  ...machine,
  status: stoppedStatus(machine, since),
});

export const followingMachine = (
  machine: KubeObject,
  instance: KubeObject,
  printableStatus: string,
): KubeObject => ({ ...machine, status: followingStatus(machine, instance, printableStatus) });
