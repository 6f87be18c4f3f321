import {
  at,
  formatTime,
  isRecord,
  listAt,
  nameOf,
  namespaceOf,
  recordAt,
  SECOND,
  textAt,
  textsAt,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { LAUNCHER_IMAGE, type Boot } from './boot';
import { condition, ownerOf } from './build';
import { defined, without } from '../records';

const volumeStatus = (volume: unknown, index: number, boot: Boot): KubeObject => {
  const name = textAt(volume, 'name') ?? '';
  const claim = boot.claims[name];
  const target = `vd${String.fromCharCode(97 + index)}`;
  if (claim === undefined) return { name, size: 1048576, target };
  return {
    name,
    target,
    persistentVolumeClaimInfo: {
      accessModes: at(claim, 'spec', 'accessModes'),
      capacity: at(claim, 'status', 'capacity'),
      claimName: nameOf(claim),
      filesystemOverhead: '0.06',
      requests: at(claim, 'spec', 'resources', 'requests'),
      volumeMode: at(claim, 'spec', 'volumeMode'),
    },
  };
};

const interfaceStatus = (network: unknown, index: number, boot: Boot): KubeObject => {
  const isPod = isRecord(network) && network.pod !== undefined;
  const ip = isPod ? { ipAddress: boot.ip, ipAddresses: [boot.ip] } : {};
  return {
    infoSource: boot.os === undefined ? 'domain' : 'domain, guest-agent',
    ...(boot.os === undefined ? {} : { interfaceName: `eth${index}` }),
    ...(boot.os === undefined && !isPod ? {} : ip),
    mac: `${boot.mac.slice(0, -2)}${(16 + index).toString(16)}`,
    name: textAt(network, 'name') ?? 'default',
    podInterfaceName: isPod ? 'eth0' : `net${index}`,
    queueCount: 1,
  };
};

/** Claims of every disk can move with the machine only when several nodes may mount them. */
const sharedDisks = ({ claims }: Boot): boolean =>
  Object.values(claims).every((claim) =>
    listAt(claim, 'spec', 'accessModes').includes('ReadWriteMany'),
  );

const migratable = (boot: Boot): KubeObject =>
  sharedDisks(boot)
    ? condition('LiveMigratable', 'True')
    : condition(
        'LiveMigratable',
        'False',
        undefined,
        'DisksNotLiveMigratable',
        `cannot migrate VMI: PVC ${nameOf(Object.values(boot.claims)[0])} is not shared, live migration requires that all PVCs must be shared (using ReadWriteMany access mode)`,
      );

const dataVolumesReady = ({ claims }: Boot): KubeObject[] =>
  Object.keys(claims).length === 0
    ? []
    : [
        condition(
          'DataVolumesReady',
          'True',
          undefined,
          'AllDVsReady',
          "All of the VMI's DVs are bound and not running",
        ),
      ];

const phases = (started: number): KubeObject[] =>
  [
    ['Pending', 0],
    ['Scheduling', 2],
    ['Scheduled', 14],
    ['Running', 17],
  ].map(([phase, delay]) => ({
    phase,
    phaseTransitionTimestamp: formatTime(started + Number(delay) * SECOND),
  }));

const RUNNING_DELAY = 17 * SECOND;

const runningStatus = (spec: KubeObject, boot: Boot): KubeObject => {
  const ready = boot.started + RUNNING_DELAY;
  const topology = { cores: 1, sockets: boot.sockets, threads: 1 };
  return {
    activePods: { [boot.podUid]: boot.node },
    conditions: [
      condition('Ready', 'True', ready),
      migratable(boot),
      condition('StorageLiveMigratable', 'True'),
      ...dataVolumesReady(boot),
      ...(boot.os === undefined ? [] : [condition('AgentConnected', 'True', ready + 25 * SECOND)]),
    ],
    currentCPUTopology: topology,
    guestOSInfo: boot.os?.guest ?? {},
    interfaces: listAt(spec, 'networks').map((network, index) =>
      interfaceStatus(network, index, boot),
    ),
    launcherContainerImageVersion: LAUNCHER_IMAGE,
    machine: { type: 'pc-q35-rhel9.6.0' },
    memory: { guestAtBoot: boot.memory, guestCurrent: boot.memory, guestRequested: boot.memory },
    migrationMethod: sharedDisks(boot) ? 'LiveMigration' : 'BlockMigration',
    migrationTransport: 'Unix',
    nodeName: boot.node,
    phase: 'Running',
    phaseTransitionTimestamps: phases(boot.started),
    qosClass: 'Burstable',
    runtimeUser: 107,
    selinuxContext: 'system_u:object_r:container_file_t:s0:c214,c880',
    virtualMachineRevisionName: `revision-start-vm-${boot.uid}-1`,
    volumeStatus: listAt(spec, 'volumes').map((volume, index) => volumeStatus(volume, index, boot)),
  };
};

const instanceSpec = (machine: KubeObject, boot: Boot): KubeObject => {
  const spec = recordAt(machine, 'spec', 'template', 'spec');
  return {
    evictionStrategy: 'LiveMigrate',
    ...spec,
    domain: {
      ...recordAt(spec, 'domain'),
      cpu: {
        cores: 1,
        maxSockets: boot.sockets * 4,
        model: 'host-model',
        sockets: boot.sockets,
        threads: 1,
      },
      firmware: { serial: boot.uid, uuid: boot.uid },
      machine: { type: 'pc-q35-rhel9.6.0' },
      memory: { guest: boot.memory },
    },
  };
};

const FINALIZERS = [
  'kubevirt.io/virtualMachineControllerFinalize',
  'foregroundDeleteVirtualMachine',
];

const instanceMetadata = (machine: KubeObject, boot: Boot): KubeObject => {
  const typed = textAt(machine, 'spec', 'instancetype', 'name');
  const preferred = textAt(machine, 'spec', 'preference', 'name');
  return {
    name: nameOf(machine),
    namespace: namespaceOf(machine),
    uid: boot.uid,
    creationTimestamp: formatTime(boot.started),
    generation: 12,
    labels: {
      ...textsAt(machine, 'spec', 'template', 'metadata', 'labels'),
      'kubevirt.io/nodeName': boot.node,
    },
    annotations: defined({
      ...textsAt(machine, 'spec', 'template', 'metadata', 'annotations'),
      'kubevirt.io/cluster-instancetype-name': typed,
      'kubevirt.io/cluster-preference-name': preferred,
      'kubevirt.io/latest-observed-api-version': 'v1',
      'kubevirt.io/storage-observed-api-version': 'v1',
      'kubevirt.io/vm-generation': '1',
    }),
    finalizers: FINALIZERS,
    ownerReferences: [ownerOf(machine)],
  };
};

/** The instance of a machine that came up without trouble. */
export const runningInstance = (machine: KubeObject, boot: Boot): KubeObject => {
  const spec = instanceSpec(machine, boot);
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstance',
    metadata: instanceMetadata(machine, boot),
    spec,
    status: runningStatus(spec, boot),
  };
};

/** The same instance while its launcher pod is being placed. */
export const schedulingInstance = (machine: KubeObject, boot: Boot): KubeObject => {
  const { metadata, ...rest } = runningInstance(machine, boot);
  const labels = without(textsAt(metadata, 'labels'), 'kubevirt.io/nodeName');
  return {
    ...rest,
    metadata: { ...recordAt(metadata), labels },
    status: {
      conditions: [
        condition(
          'Ready',
          'False',
          boot.started,
          'GuestNotRunning',
          'Guest VM is not reported as running',
        ),
      ],
      guestOSInfo: {},
      phase: 'Scheduling',
      phaseTransitionTimestamps: phases(boot.started).slice(0, 2),
      qosClass: 'Burstable',
      runtimeUser: 107,
    },
  };
};
