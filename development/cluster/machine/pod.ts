import {
  formatTime,
  isRecord,
  listAt,
  nameOf,
  namespaceOf,
  parseQuantity,
  SECOND,
  textAt,
  textsAt,
  uidOf,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { LAUNCHER_IMAGE, type Boot } from './boot';
import { condition, ownerOf } from './build';
import { defined } from '../records';

/** What a launcher needs beside its guest's memory. */
const OVERHEAD = 280 * 2 ** 20;

const requests = (boot: Boot): KubeObject => ({
  cpu: `${boot.sockets * 100}m`,
  memory: String((parseQuantity(boot.memory) ?? 0) + OVERHEAD),
  'devices.kubevirt.io/kvm': '1',
  'devices.kubevirt.io/tun': '1',
  'devices.kubevirt.io/vhost-net': '1',
});

const claimVolumes = (boot: Boot): KubeObject[] =>
  Object.entries(boot.claims).map(([name, claim]) => ({
    name,
    persistentVolumeClaim: { claimName: nameOf(claim) },
  }));

const compute = (boot: Boot): KubeObject => ({
  name: 'compute',
  image: LAUNCHER_IMAGE,
  command: ['/usr/bin/virt-launcher-monitor'],
  resources: {
    requests: requests(boot),
    limits: {
      'devices.kubevirt.io/kvm': '1',
      'devices.kubevirt.io/tun': '1',
      'devices.kubevirt.io/vhost-net': '1',
    },
  },
});

const containerStatus = (boot: Boot, state: KubeObject, ready: boolean): KubeObject => ({
  name: 'compute',
  image: LAUNCHER_IMAGE,
  imageID: `${LAUNCHER_IMAGE.split(':')[0] ?? ''}@sha256:${boot.podUid.replaceAll('-', '')}`,
  containerID: `cri-o://${boot.podUid.replaceAll('-', '')}`,
  ready,
  restartCount: 0,
  started: ready,
  state,
});

const podConditions = (started: number, ready: boolean): KubeObject[] => [
  condition(
    'kubevirt.io/virtual-machine-unpaused',
    'True',
    started,
    'NotPaused',
    'the virtual machine is not paused',
  ),
  condition('Initialized', 'True', started),
  ready
    ? condition('Ready', 'True', started + 12 * SECOND)
    : condition('Ready', 'False', started, 'PodCompleted'),
  ready
    ? condition('ContainersReady', 'True', started + 12 * SECOND)
    : condition('ContainersReady', 'False', started, 'PodCompleted'),
  condition('PodScheduled', 'True', started),
];

const metadataOf = (instance: KubeObject, boot: Boot): KubeObject => ({
  name: boot.podName,
  namespace: namespaceOf(instance),
  uid: boot.podUid,
  creationTimestamp: formatTime(boot.started),
  labels: defined({
    ...textsAt(instance, 'metadata', 'labels'),
    'kubevirt.io': 'virt-launcher',
    'kubevirt.io/created-by': uidOf(instance),
    'vm.kubevirt.io/name': textAt(instance, 'spec', 'hostname') ?? nameOf(instance),
  }),
  annotations: {
    'kubevirt.io/domain': nameOf(instance),
    'kubevirt.io/migrationTransportUnix': 'true',
    'kubectl.kubernetes.io/default-container': 'compute',
    ...networkAnnotation(instance),
  },
  ownerReferences: [ownerOf(instance)],
});

const networkAnnotation = (instance: KubeObject): KubeObject => {
  const attached = listAt(instance, 'spec', 'networks').flatMap((network) => {
    const name = textAt(network, 'multus', 'networkName');
    return name === undefined ? [] : [name];
  });
  return attached.length === 0 ? {} : { 'k8s.v1.cni.cncf.io/networks': attached.join(',') };
};

const podSpec = (boot: Boot): KubeObject => ({
  automountServiceAccountToken: false,
  containers: [compute(boot)],
  nodeName: boot.node,
  nodeSelector: { 'kubernetes.io/arch': 'amd64', 'kubevirt.io/schedulable': 'true' },
  readinessGates: [{ conditionType: 'kubevirt.io/virtual-machine-unpaused' }],
  restartPolicy: 'Never',
  securityContext: { fsGroup: 107, runAsGroup: 107, runAsNonRoot: true, runAsUser: 107 },
  terminationGracePeriodSeconds: 210,
  tolerations: [{ effect: 'NoExecute', key: 'node.kubernetes.io/not-ready', operator: 'Exists' }],
  volumes: [
    { name: 'public', emptyDir: {} },
    { name: 'ephemeral-disks', emptyDir: {} },
    ...claimVolumes(boot),
  ],
});

/** The launcher pod of an instance, running. */
export const launcherPod = (instance: KubeObject, boot: Boot): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: metadataOf(instance, boot),
  spec: podSpec(boot),
  status: {
    phase: 'Running',
    podIP: boot.ip,
    podIPs: [{ ip: boot.ip }],
    hostIP: '192.0.2.10',
    qosClass: 'Burstable',
    startTime: formatTime(boot.started),
    conditions: podConditions(boot.started, true),
    containerStatuses: [
      containerStatus(
        boot,
        { running: { startedAt: formatTime(boot.started + 10 * SECOND) } },
        true,
      ),
    ],
  },
});

/** The launcher pod before its container started. */
export const pendingPod = (instance: KubeObject, boot: Boot): KubeObject => {
  const pod = launcherPod(instance, boot);
  return {
    ...pod,
    status: {
      phase: 'Pending',
      qosClass: 'Burstable',
      startTime: formatTime(boot.started),
      conditions: [condition('PodScheduled', 'True', boot.started)],
      containerStatuses: [
        { ...containerStatus(boot, { waiting: { reason: 'ContainerCreating' } }, false) },
      ],
    },
  };
};

/** A launcher pod whose guest moved away or was shut down. */
export const completedPod = (instance: KubeObject, boot: Boot, finished: number): KubeObject => {
  const pod = launcherPod(instance, boot);
  const state = {
    terminated: {
      exitCode: 0,
      reason: 'Completed',
      startedAt: formatTime(boot.started + 10 * SECOND),
      finishedAt: formatTime(finished),
    },
  };
  return {
    ...pod,
    status: {
      ...(isRecord(pod.status) ? pod.status : {}),
      phase: 'Succeeded',
      conditions: podConditions(boot.started, false),
      containerStatuses: [containerStatus(boot, state, false)],
    },
  };
};
