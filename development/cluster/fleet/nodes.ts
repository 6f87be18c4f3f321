import { DAY, formatTime, SECOND, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { condition } from '../machine/build';
import { without } from '../records';

export const NODE_NAMES = [
  'worker-1',
  'worker-2',
  'worker-3',
  'worker-4',
  'worker-5',
  'worker-6',
] as const;

const ZONES = ['zone-a', 'zone-b', 'zone-c'];
const CPU_FEATURES = ['aes', 'avx2', 'pcid', 'spec-ctrl', 'vmx'];
const CPU_MODELS = [
  'Haswell-noTSX',
  'Broadwell-noTSX',
  'Skylake-Client-noTSX-IBRS',
  'Cascadelake-Server',
];

const flags = (prefix: string, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`${prefix}/${name}`, 'true']));

const labels = (name: string, index: number): KubeObject => ({
  'kubernetes.io/arch': 'amd64',
  'kubernetes.io/hostname': name,
  'kubernetes.io/os': 'linux',
  'node-role.kubernetes.io/worker': '',
  'node.openshift.io/os_id': 'rhel',
  'topology.kubernetes.io/region': 'region-1',
  'topology.kubernetes.io/zone': ZONES[index % ZONES.length],
  'kubevirt.io/schedulable': 'true',
  'kubevirt.io/ksm-enabled': 'false',
  cpumanager: 'false',
  'host-model-cpu.node.kubevirt.io/Cascadelake-Server': 'true',
  'cpu-timer.node.kubevirt.io/tsc-frequency': '2394230000',
  'cpu-timer.node.kubevirt.io/tsc-scalable': 'true',
  'machine-type.node.kubevirt.io/q35': 'true',
  'machine-type.node.kubevirt.io/pc-q35-rhel9.6.0': 'true',
  ...flags('cpu-feature.node.kubevirt.io', CPU_FEATURES),
  ...flags('host-model-required-features.node.kubevirt.io', ['spec-ctrl']),
  ...flags('cpu-model.node.kubevirt.io', CPU_MODELS),
  ...flags('cpu-model-migration.node.kubevirt.io', CPU_MODELS),
});

const CAPACITY = {
  cpu: '64',
  memory: '528280000Ki',
  'ephemeral-storage': '937140Mi',
  'hugepages-1Gi': '0',
  'hugepages-2Mi': '0',
  pods: '500',
  'devices.kubevirt.io/kvm': '1k',
  'devices.kubevirt.io/tun': '1k',
  'devices.kubevirt.io/vhost-net': '1k',
};

const heartbeat = (
  type: string,
  status: 'True' | 'False',
  reason: string,
  now: number,
): KubeObject => {
  const given = condition(type, status, now - 60 * DAY, reason, reason);
  return { ...without(given, 'lastProbeTime'), lastHeartbeatTime: formatTime(now - 20 * SECOND) };
};

const nodeOf = (name: string, index: number, now: number): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name,
    creationTimestamp: formatTime(now - 180 * DAY),
    labels: labels(name, index),
    annotations: {
      'kubevirt.io/heartbeat': formatTime(now - 15 * SECOND),
      'csi.volume.kubernetes.io/nodeid': JSON.stringify({
        'openshift-storage.rbd.csi.ceph.com': name,
        'topolvm.io': name,
      }),
    },
  },
  spec: { podCIDR: `10.128.${index * 2}.0/23` },
  status: {
    addresses: [
      { type: 'InternalIP', address: `192.0.2.${index + 11}` },
      { type: 'Hostname', address: name },
    ],
    allocatable: { ...CAPACITY, cpu: '63500m', memory: '527104000Ki' },
    capacity: CAPACITY,
    conditions: [
      heartbeat('MemoryPressure', 'False', 'KubeletHasSufficientMemory', now),
      heartbeat('DiskPressure', 'False', 'KubeletHasNoDiskPressure', now),
      heartbeat('PIDPressure', 'False', 'KubeletHasSufficientPID', now),
      heartbeat('Ready', 'True', 'KubeletReady', now),
    ],
    nodeInfo: {
      architecture: 'amd64',
      containerRuntimeVersion: 'cri-o://1.33.4',
      kernelVersion: '5.14.0-570.49.1.el9_6.x86_64',
      kubeletVersion: 'v1.33.5',
      operatingSystem: 'linux',
      osImage: 'Red Hat Enterprise Linux CoreOS 9.6',
    },
  },
});

/** Six workers in three zones, all ready. */
export const nodeObjects = (now: number): KubeObject[] =>
  NODE_NAMES.map((name, index) => nodeOf(name, index, now));
