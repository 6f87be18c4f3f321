import {
  at,
  isRecord,
  listAt,
  namespaceOf,
  nameOf,
  labelsOf,
  numberAt,
  textAt,
  uidOf,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { instanceFacts } from './facts-instance';
import { systemFacts } from './facts-system';
import { bytesOf, instant, Shelf, some, type Facts, type Machine } from './shelf';

const ERRORS = new Set([
  'CrashLoopBackOff',
  'Unknown',
  'ErrorUnschedulable',
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrorPvcNotFound',
  'DataVolumeError',
]);

const conditionOf = (object: unknown, type: string): unknown =>
  listAt(object, 'status', 'conditions').find((entry) => textAt(entry, 'type') === type);

const stateFacts = (vm: KubeObject): Facts => {
  const status = textAt(vm, 'status', 'printableStatus') ?? 'Unknown';
  const changes = ['Ready', 'Failure', 'Paused'].flatMap((type) =>
    instant(textAt(conditionOf(vm, type), 'lastTransitionTime')),
  );
  return {
    status: [status],
    error: [ERRORS.has(status) || textAt(conditionOf(vm, 'Failure'), 'status') === 'True'],
    changed: [Math.max(...changes)],
    created: instant(textAt(vm, 'metadata', 'creationTimestamp')),
    restartRequired: [textAt(conditionOf(vm, 'RestartRequired'), 'status') === 'True'],
    runStrategy: [
      textAt(vm, 'spec', 'runStrategy') ??
        (at(vm, 'spec', 'running') === true ? 'Always' : 'Halted'),
    ],
  };
};

const metadataFacts = (vm: KubeObject, shelf: Shelf): Facts => {
  const labels = labelsOf(vm);
  const named = (prefix: string, values: Readonly<Record<string, string>>): Facts =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [`${prefix}.${key}`, [value]]));
  return {
    name: [nameOf(vm)],
    namespace: [namespaceOf(vm) ?? ''],
    description: some(textAt(vm, 'metadata', 'annotations', 'description')),
    deletionProtected: [labels['kubevirt.io/vm-delete-protection'] === 'True'],
    folder: some(labels['vm.openshift.io/folder']),
    ...named('label', labels),
    ...named('nsLabel', labelsOf(shelf.one('Namespace', '', namespaceOf(vm)))),
  };
};

const domainOf = (vm: KubeObject): unknown => at(vm, 'spec', 'template', 'spec', 'domain');

const instancetypeOf = (vm: KubeObject, shelf: Shelf): KubeObject | undefined => {
  const name = textAt(vm, 'spec', 'instancetype', 'name');
  return textAt(vm, 'spec', 'instancetype', 'kind') === 'VirtualMachineInstancetype'
    ? shelf.one('VirtualMachineInstancetype', namespaceOf(vm) ?? '', name)
    : shelf.one('VirtualMachineClusterInstancetype', '', name);
};

const sizeFacts = (vm: KubeObject, shelf: Shelf): Facts => {
  const domain = domainOf(vm);
  const type = instancetypeOf(vm, shelf);
  const threads = ['sockets', 'cores', 'threads'].map((part) => numberAt(domain, 'cpu', part) ?? 1);
  const memory = textAt(domain, 'memory', 'guest') ?? textAt(type, 'spec', 'memory', 'guest');
  const devices = listAt(domain, 'devices', 'gpus').length;
  return {
    vcpu: [numberAt(type, 'spec', 'cpu', 'guest') ?? threads.reduce((a, b) => a * b)],
    memory: memory === undefined ? [] : [bytesOf(memory)],
    instancetype: some(textAt(vm, 'spec', 'instancetype', 'name')),
    preference: some(textAt(vm, 'spec', 'preference', 'name')),
    gpu: [devices + listAt(type, 'spec', 'gpus').length > 0],
    hostDevice: [listAt(domain, 'devices', 'hostDevices').length > 0],
  };
};

const featureFacts = (vm: KubeObject): Facts => {
  const domain = domainOf(vm);
  const template = at(vm, 'spec', 'template', 'spec');
  return {
    arch: some(textAt(template, 'architecture')),
    secureBoot: [at(domain, 'firmware', 'bootloader', 'efi', 'secureBoot') === true],
    tpm: [isRecord(at(domain, 'devices', 'tpm'))],
    dedicatedCpu: [at(domain, 'cpu', 'dedicatedCpuPlacement') === true],
    hugepages: [isRecord(at(domain, 'memory', 'hugepages'))],
    cdrom: [listAt(domain, 'devices', 'disks').some((disk) => isRecord(at(disk, 'cdrom')))],
    nodeSelector: [isRecord(at(template, 'nodeSelector'))],
    affinity: [isRecord(at(template, 'affinity'))],
  };
};

const networkFacts = (vm: KubeObject): Facts => {
  const interfaces = listAt(domainOf(vm), 'devices', 'interfaces');
  const networks = listAt(vm, 'spec', 'template', 'spec', 'networks');
  return {
    mac: interfaces.flatMap((entry) => some(textAt(entry, 'macAddress'))),
    binding: ['masquerade', 'bridge', 'sriov'].filter((binding) =>
      interfaces.some((entry) => isRecord(at(entry, binding))),
    ),
    network: networks.map((entry) => {
      const name = textAt(entry, 'multus', 'networkName');
      if (name === undefined) return 'pod';
      return name.includes('/') ? name : `${namespaceOf(vm) ?? ''}/${name}`;
    }),
    nicCount: [interfaces.length],
  };
};

const storageFacts = (vm: KubeObject, shelf: Shelf): Facts => {
  const names = listAt(vm, 'spec', 'template', 'spec', 'volumes').flatMap((volume) => {
    const name =
      textAt(volume, 'dataVolume', 'name') ?? textAt(volume, 'persistentVolumeClaim', 'claimName');
    return name === undefined ? [] : [name];
  });
  const claims = names.map((name) =>
    shelf.one('PersistentVolumeClaim', namespaceOf(vm) ?? '', name),
  );
  const diskCount = { diskCount: [names.length] };
  // A claim that is not there leaves its class, mode and size unknown.
  if (claims.includes(undefined)) return diskCount;
  const sizes = claims.map((claim) =>
    bytesOf(textAt(claim, 'spec', 'resources', 'requests', 'storage') ?? '0'),
  );
  return {
    ...diskCount,
    storageClass: claims.flatMap((claim) => some(textAt(claim, 'spec', 'storageClassName'))),
    accessMode: claims.flatMap((claim) => some(textAt(claim, 'spec', 'accessModes', 0))),
    diskSize: sizes,
    diskTotal: [sizes.reduce((a, b) => a + b, 0)],
  };
};

const snapshotFacts = (vm: KubeObject, shelf: Shelf): Facts => {
  const mine = shelf
    .all('VirtualMachineSnapshot')
    .filter(
      (entry) =>
        namespaceOf(entry) === namespaceOf(vm) &&
        textAt(entry, 'spec', 'source', 'name') === nameOf(vm),
    );
  const takenAt = (entry: KubeObject) => instant(textAt(entry, 'metadata', 'creationTimestamp'));
  const hasFailed = (entry: KubeObject) => textAt(entry, 'status', 'phase') === 'Failed';
  const taken = mine.flatMap(takenAt);
  return {
    snapshotCount: [mine.length],
    snapshotFailed: [mine.some(hasFailed)],
    snapshot: taken,
    // A machine may have one that failed beside one that can be used.
    snapshotUsable: mine.filter((entry) => !hasFailed(entry)).flatMap(takenAt),
    lastSnapshot: taken.length === 0 ? [] : [Math.max(...taken)],
  };
};

const backupFacts = (vm: KubeObject, shelf: Shelf): Facts => {
  const mine = shelf
    .all('VirtualMachineBackup')
    .filter(
      (entry) =>
        namespaceOf(entry) === namespaceOf(vm) &&
        textAt(entry, 'spec', 'source', 'name') === nameOf(vm),
    );
  const began = (type: string): number[] =>
    mine
      .filter((entry) => textAt(conditionOf(entry, type), 'status') === 'True')
      .flatMap((entry) => instant(textAt(entry, 'status', 'startTimestamp')));
  const made = began('Complete');
  return {
    backupCount: [mine.length],
    backup: made,
    lastBackup: made.length === 0 ? [] : [Math.max(...made)],
    backupFailed: began('Failed'),
  };
};

/** Everything the predicates of the corpus can ask, read from the raw objects. */
export const machinesOf = (objects: readonly KubeObject[]): Machine[] => {
  const shelf = new Shelf(objects);
  return shelf.all('VirtualMachine').map((vm) => ({
    uid: uidOf(vm) ?? '',
    key: `${namespaceOf(vm) ?? ''}/${nameOf(vm)}`,
    facts: {
      ...stateFacts(vm),
      ...metadataFacts(vm, shelf),
      ...sizeFacts(vm, shelf),
      ...featureFacts(vm),
      ...networkFacts(vm),
      ...storageFacts(vm, shelf),
      ...snapshotFacts(vm, shelf),
      ...backupFacts(vm, shelf),
      ...systemFacts(vm, shelf.one('VirtualMachineInstance', namespaceOf(vm) ?? '', nameOf(vm))),
      ...instanceFacts(vm, shelf),
    },
  }));
};
