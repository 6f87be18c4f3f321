import { DAY, HOUR, isRecord, type KubeObject } from '../../kubernetes';
import { ago, instance, machine, namespace, type MachineOptions } from './machines';

type Extra = { vm?: KubeObject; domain?: KubeObject; spec?: KubeObject; vmi?: KubeObject };

const merged = (base: unknown, extra: KubeObject): KubeObject => ({
  ...(isRecord(base) ? base : {}),
  ...extra,
});

const part = (object: KubeObject, key: string): KubeObject => merged(object[key], {});

/** A machine with more than the plain ones have, and its instance when it has a node. */
const equipped = (
  name: string,
  options: MachineOptions,
  { vm = {}, domain = {}, spec = {}, vmi = {} }: Extra = {},
): KubeObject[] => {
  const plain = machine('shop', name, options);
  const own = part(plain, 'spec');
  const template = part(part(own, 'template'), 'spec');
  const full = {
    ...plain,
    metadata: merged(plain.metadata, part(vm, 'metadata')),
    spec: {
      ...own,
      ...part(vm, 'spec'),
      template: { spec: { ...template, ...spec, domain: merged(template.domain, domain) } },
    },
    status: merged(plain.status, part(vm, 'status')),
  };
  if (options.node === undefined) return [full];
  const running = instance('shop', name, options);
  return [full, { ...running, status: merged(running.status, vmi) }];
};

const condition = (type: string, status: string, reason = ''): KubeObject => ({
  type,
  status,
  reason,
});

const claimVolume = (claimName: string): KubeObject => ({
  name: claimName,
  persistentVolumeClaim: { claimName },
});

const claim = (name: string, size: string, storageClassName: string, mode: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, namespace: 'shop' },
  spec: { storageClassName, accessModes: [mode], resources: { requests: { storage: size } } },
});

const snapshot = (name: string, of: string, phase: string, age: number): KubeObject => ({
  apiVersion: 'snapshot.kubevirt.io/v1beta1',
  kind: 'VirtualMachineSnapshot',
  metadata: { name, namespace: 'shop', creationTimestamp: ago(age) },
  spec: { source: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name: of } },
  status: { phase, ...(phase === 'Succeeded' ? { creationTime: ago(age) } : {}) },
});

/** Of the machine itself, or of the tracker it has. */
const backup = (
  name: string,
  kind: string,
  of: string,
  outcome: string,
  age: number,
): KubeObject => ({
  apiVersion: 'backup.kubevirt.io/v1alpha1',
  kind: 'VirtualMachineBackup',
  metadata: { name, namespace: 'shop', creationTimestamp: ago(age) },
  spec: { source: { kind, name: of } },
  status: { startTimestamp: ago(age), conditions: [condition(outcome, 'True')] },
});

const migration = (name: string, vmiName: string, phase: string, age: number): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstanceMigration',
  metadata: { name, namespace: 'shop', uid: `uid-${name}`, creationTimestamp: ago(age) },
  spec: { vmiName },
  status: {
    phase,
    migrationState: {
      sourceNode: 'worker-1',
      targetNode: 'worker-2',
      endTimestamp: ago(age - HOUR / 60),
    },
  },
});

const node = (name: string, zone: string, ready: string, unschedulable?: boolean): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name, labels: { 'topology.kubernetes.io/zone': zone } },
  spec: unschedulable === undefined ? {} : { unschedulable },
  status: { conditions: [condition('Ready', ready)] },
});

const running = (name: string, started = HOUR): MachineOptions => ({
  status: 'Running',
  node: name,
  started,
});

/** Machines each of which has something of its own to be found by. */
export const EQUIPPED: readonly KubeObject[] = [
  namespace('shop'),
  node('worker-1', 'eu-west-1a', 'True'),
  node('worker-2', 'eu-west-1b', 'True', true),
  node('worker-3', 'eu-west-1b', 'Unknown'),
  ...equipped('big', running('worker-1', 40 * DAY), {
    vm: {
      metadata: {
        labels: {
          'kubevirt.io/vm-delete-protection': 'True',
          'vm.openshift.io/folder': 'finance',
        },
        annotations: { description: 'Billing database of the shop' },
      },
      spec: {
        dataVolumeTemplates: [
          { metadata: { name: 'big-root' }, spec: { sourceRef: { name: 'rhel9' } } },
        ],
      },
    },
    spec: {
      architecture: 'amd64',
      affinity: { podAntiAffinity: {} },
      evictionStrategy: 'None',
      networks: [{ name: 'n', multus: { networkName: 'vlan10' } }],
      volumes: [
        { name: 'root', dataVolume: { name: 'big-root' } },
        claimVolume('big-data'),
        { name: 'init', cloudInitNoCloud: { userData: 'never-in-a-record' } },
      ],
    },
    domain: {
      firmware: { bootloader: { efi: {} } },
      devices: {
        tpm: {},
        interfaces: [{ name: 'n', sriov: {}, macAddress: '02:00:00:00:00:0A' }],
      },
    },
    vmi: { conditions: [condition('LiveMigratable', 'False', 'DisksNotLiveMigratable')] },
  }),
  ...equipped('small', running('worker-2'), {
    vm: { status: { conditions: [condition('RestartRequired', 'True')] } },
    spec: { volumes: [claimVolume('small-root')], networks: [{ name: 'p', pod: {} }] },
    domain: { devices: { interfaces: [{ name: 'p', masquerade: {} }] } },
    vmi: {
      interfaces: [{ mac: '02:00:00:00:00:0b' }],
      conditions: [condition('LiveMigratable', 'True')],
    },
  }),
  ...equipped(
    'graphics',
    { ...running('worker-3'), instancetype: 'gn1.xlarge' },
    { spec: { nodeSelector: { gpu: 'yes' } } },
  ),
  ...equipped(
    'idle',
    { status: 'Stopped', preference: 'windows.11' },
    { spec: { volumes: [claimVolume('idle-gone')] } },
  ),
  {
    apiVersion: 'instancetype.kubevirt.io/v1beta1',
    kind: 'VirtualMachineClusterInstancetype',
    metadata: { name: 'gn1.xlarge' },
    spec: {
      cpu: { guest: 4, dedicatedCPUPlacement: true },
      memory: { guest: '16Gi', hugepages: { pageSize: '2Mi' } },
      gpus: [{ name: 'gpu', deviceName: 'nvidia.com/A400' }],
    },
  },
  {
    apiVersion: 'instancetype.kubevirt.io/v1beta1',
    kind: 'VirtualMachineClusterPreference',
    metadata: { name: 'windows.11' },
    spec: {
      firmware: { preferredEfi: { secureBoot: true } },
      devices: { preferredTPM: {} },
    },
  },
  claim('big-root', '30Gi', 'fast', 'ReadWriteMany'),
  claim('big-data', '200Gi', 'fast', 'ReadWriteOnce'),
  claim('small-root', '20Gi', 'standard', 'ReadWriteMany'),
  snapshot('s1', 'big', 'Succeeded', 40 * DAY),
  snapshot('s2', 'big', 'Succeeded', 2 * DAY),
  snapshot('s3', 'small', 'Failed', DAY),
  {
    apiVersion: 'backup.kubevirt.io/v1alpha1',
    kind: 'VirtualMachineBackupTracker',
    metadata: { name: 'nightly', namespace: 'shop' },
    spec: { source: { kind: 'VirtualMachine', name: 'small' } },
  },
  backup('b1', 'VirtualMachine', 'big', 'Complete', 10 * DAY),
  backup('b2', 'VirtualMachineBackupTracker', 'nightly', 'Failed', DAY),
  migration('m1', 'small', 'Succeeded', 3 * DAY),
  migration('m2', 'big', 'Failed', 5 * HOUR),
  {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'e1', namespace: 'shop' },
    type: 'Warning',
    reason: 'FailedScheduling',
    involvedObject: { kind: 'VirtualMachineInstance', name: 'idle' },
  },
  {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'e2', namespace: 'shop' },
    type: 'Normal',
    reason: 'Started',
    involvedObject: { kind: 'VirtualMachineInstance', name: 'small' },
  },
];
