import type { KubeObject } from '@cnv-ai/engine/kubernetes';

const CREATED = 'now-21d';

/** A name that the broken VM's name begins with: pods and events of both share their prefix. */
const prefixOf = (name: string): string => name.slice(0, -1).replace(/[-.]+$/, '') || `${name}0`;

const machine = (namespace: string, name: string): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name, namespace, creationTimestamp: CREATED, labels: { app: name, env: 'test' } },
  spec: {
    runStrategy: 'Always',
    template: {
      spec: {
        architecture: 'amd64',
        domain: {
          cpu: { cores: 1, sockets: 1, threads: 1 },
          memory: { guest: '2Gi' },
          devices: {
            disks: [{ name: 'rootdisk', disk: { bus: 'virtio' } }],
            interfaces: [{ name: 'default', masquerade: {} }],
          },
        },
        networks: [{ name: 'default', pod: {} }],
        volumes: [
          { name: 'rootdisk', containerDisk: { image: 'quay.io/containerdisks/fedora:42' } },
        ],
      },
    },
  },
  status: {
    created: true,
    ready: true,
    printableStatus: 'Running',
    runStrategy: 'Always',
    conditions: [
      { type: 'Ready', status: 'True', lastTransitionTime: 'now-20d' },
      {
        type: 'LiveMigratable',
        status: 'False',
        reason: 'DisksNotLiveMigratable',
        message: 'cannot migrate VMI with non-shared disks',
        lastTransitionTime: null,
      },
    ],
  },
});

const instance = (namespace: string, name: string, pod: string): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: {
    name,
    namespace,
    creationTimestamp: 'now-20d',
    ownerReferences: [
      { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', name, controller: true },
    ],
  },
  spec: { domain: { cpu: { cores: 1, sockets: 1, threads: 1 }, memory: { guest: '2Gi' } } },
  status: {
    phase: 'Running',
    nodeName: 'worker-0',
    activePods: { [`{{uid Pod/${pod}}}`]: 'worker-0' },
    phaseTransitionTimestamps: [{ phase: 'Running', phaseTransitionTimestamp: 'now-20d' }],
    interfaces: [{ name: 'default', ipAddress: '10.129.0.77', ipAddresses: ['10.129.0.77'] }],
    migrationState: {
      startTimestamp: 'now-9d',
      endTimestamp: 'now-9d',
      completed: true,
      failed: true,
      failureReason: 'Live migration has been aborted',
      sourceNode: 'worker-0',
      targetNode: 'worker-1',
    },
    conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: 'now-20d' }],
  },
});

const launcher = (namespace: string, vmi: string, name: string, phase: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name,
    namespace,
    creationTimestamp: phase === 'Running' ? 'now-20d' : CREATED,
    labels: {
      'kubevirt.io': 'virt-launcher',
      'kubevirt.io/created-by': `{{uid VirtualMachineInstance/${vmi}}}`,
      'vm.kubevirt.io/name': vmi,
    },
    annotations: { 'kubevirt.io/domain': vmi },
    ownerReferences: [
      { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachineInstance', name: vmi, controller: true },
    ],
  },
  spec: { nodeName: 'worker-0', containers: [{ name: 'compute' }] },
  status: {
    phase,
    conditions: [{ type: 'PodScheduled', status: 'True', lastTransitionTime: CREATED }],
  },
});

const failedMigration = (namespace: string, vmi: string): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstanceMigration',
  metadata: {
    name: `${vmi}-migration-1`,
    namespace,
    creationTimestamp: 'now-9d',
    labels: { 'kubevirt.io/vmi-name': vmi },
  },
  spec: { vmiName: vmi },
  status: { phase: 'Failed' },
});

/** A Warning about an earlier VM of the same name: its uid is not the current one's. */
const staleEvent = (namespace: string, name: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: `${name}.stale`, namespace, creationTimestamp: 'now-50m' },
  involvedObject: {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstance',
    namespace,
    name,
    uid: '00000000-0000-4000-a000-000000000000',
  },
  reason: 'SyncFailed',
  message: 'server error. command SyncVMI failed: "LibvirtError(Code=1, Domain=10)"',
  type: 'Warning',
  firstTimestamp: 'now-50m',
  lastTimestamp: 'now-50m',
  count: 3,
  source: { component: 'virt-handler' },
});

/** What else lives in the namespace of a broken VM, and must not mislead anybody. */
export const noiseFor = (
  namespace: string,
  vm: string,
): { healthy: string[]; objects: KubeObject[] } => {
  const name = prefixOf(vm);
  const pod = `virt-launcher-${name}-7xk2p`;
  return {
    healthy: [`${namespace}/${name}`],
    objects: [
      machine(namespace, name),
      instance(namespace, name, pod),
      launcher(namespace, name, pod, 'Running'),
      launcher(namespace, name, `virt-launcher-${name}-q9f4c`, 'Succeeded'),
      failedMigration(namespace, name),
      staleEvent(namespace, vm),
    ],
  };
};
