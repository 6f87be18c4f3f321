import { annotationsOf, at, isRecord, listAt, type KubeObject } from '../../kubernetes';
import { SCHEDULING } from './scheduling';

const OS_ANNOTATION = 'vm.kubevirt.io/os';
const KEPT_ANNOTATIONS = [OS_ANNOTATION, 'description'];

const pick = (source: unknown, ...keys: string[]): Record<string, unknown> =>
  Object.fromEntries(
    keys
      .map((key) => [key, at(source, key)] as const)
      .filter(([, value]) => value !== undefined && value !== null),
  );

const keptAnnotations = (object: unknown): Record<string, string> => {
  const all = annotationsOf(object);
  return Object.fromEntries(
    KEPT_ANNOTATIONS.flatMap((key) => {
      const text = Object.hasOwn(all, key) ? all[key] : undefined;
      return text === undefined ? [] : [[key, text] as const];
    }),
  );
};

const metadata = (object: unknown): Record<string, unknown> => ({
  ...pick(at(object, 'metadata'), 'name', 'namespace', 'uid', 'labels', 'creationTimestamp'),
  annotations: keptAnnotations(object),
});

/** Where data comes from; what a cloud-init disk or a Secret holds is left where it is. */
const slimVolume = (volume: unknown): Record<string, unknown> => ({
  ...pick(volume, 'name', 'dataVolume', 'persistentVolumeClaim', 'emptyDisk'),
  ...(isRecord(at(volume, 'hostDisk')) ? { hostDisk: {} } : {}),
  ...(isRecord(at(volume, 'ephemeral')) ? { ephemeral: {} } : {}),
  ...(isRecord(at(volume, 'containerDisk'))
    ? { containerDisk: pick(at(volume, 'containerDisk'), 'image') }
    : {}),
});

const slimTemplate = (template: unknown): Record<string, unknown> => ({
  metadata: pick(at(template, 'metadata'), 'name'),
  spec: pick(at(template, 'spec'), 'sourceRef', 'source', 'storage', 'pvc'),
});

const slimDisk = (disk: unknown): Record<string, unknown> => pick(disk, 'name', 'cdrom');

const slimDevices = (devices: unknown): Record<string, unknown> => ({
  ...pick(devices, 'interfaces', 'gpus', 'hostDevices', 'tpm', 'autoattachPodInterface'),
  disks: listAt(devices, 'disks').map(slimDisk),
});

const slimDomain = (domain: unknown): Record<string, unknown> => ({
  ...pick(domain, 'cpu', 'memory', 'resources'),
  firmware: pick(at(domain, 'firmware'), 'bootloader'),
  devices: slimDevices(at(domain, 'devices')),
});

/** The entries of a list, each in its place: evidence names it by that. */
const slimList = (
  object: unknown,
  name: string,
  slim: (entry: unknown) => Record<string, unknown>,
): Record<string, unknown> => {
  const list = listAt(object, 'status', name);
  return list.length === 0 ? {} : { [name]: list.map(slim) };
};

const slimCondition = (condition: unknown): Record<string, unknown> =>
  pick(condition, 'type', 'status', 'reason', 'message', 'lastTransitionTime');

/** A VirtualMachine with only what records need: no cloud-init, no managed fields. */
export const slimMachine = (vm: KubeObject): KubeObject => {
  const template = at(vm, 'spec', 'template');
  const spec = at(template, 'spec');
  return {
    metadata: metadata(vm),
    spec: {
      ...pick(at(vm, 'spec'), 'runStrategy', 'running', 'instancetype', 'preference'),
      dataVolumeTemplates: listAt(vm, 'spec', 'dataVolumeTemplates').map(slimTemplate),
      template: {
        metadata: { annotations: keptAnnotations(template) },
        spec: {
          ...pick(spec, 'architecture', 'evictionStrategy', 'networks', ...SCHEDULING),
          domain: slimDomain(at(spec, 'domain')),
          volumes: listAt(spec, 'volumes').map(slimVolume),
        },
      },
    },
    status: {
      ...pick(at(vm, 'status'), 'printableStatus', 'runStrategy'),
      ...slimList(vm, 'conditions', slimCondition),
    },
  };
};

const MIGRATION = [
  'migrationUid',
  'sourceNode',
  'targetNode',
  'startTimestamp',
  'endTimestamp',
  'completed',
  'failed',
];

const slimInterface = (entry: unknown): Record<string, unknown> =>
  pick(entry, 'mac', 'ipAddress', 'ipAddresses');

/** Only when it began to run is asked for. */
const slimPhase = (entry: unknown): Record<string, unknown> =>
  at(entry, 'phase') === 'Running' ? pick(entry, 'phase', 'phaseTransitionTimestamp') : {};

/** Messages and times are those of the machine, which repeats what matters. */
const slimInstanceCondition = (condition: unknown): Record<string, unknown> =>
  pick(condition, 'type', 'status', 'reason');

/** The topology of the target and its CPU sets are many times the size of what is asked for. */
const slimMigration = (vmi: KubeObject): Record<string, unknown> => {
  const state = at(vmi, 'status', 'migrationState');
  return isRecord(state) ? { migrationState: pick(state, ...MIGRATION) } : {};
};

const slimInstanceStatus = (vmi: KubeObject): Record<string, unknown> => ({
  ...pick(at(vmi, 'status'), 'nodeName', 'phase', 'currentCPUTopology', 'memory'),
  ...slimMigration(vmi),
  ...slimList(vmi, 'interfaces', slimInterface),
  ...slimList(vmi, 'phaseTransitionTimestamps', slimPhase),
  ...slimList(vmi, 'conditions', slimInstanceCondition),
  guestOSInfo: pick(at(vmi, 'status', 'guestOSInfo'), 'id', 'prettyName', 'versionId'),
});

/** A VirtualMachineInstance with only what records need. */
export const slimInstance = (vmi: KubeObject): KubeObject => ({
  metadata: pick(at(vmi, 'metadata'), 'name', 'namespace', 'uid'),
  spec: {
    ...pick(at(vmi, 'spec'), 'architecture', 'evictionStrategy', 'networks'),
    domain: slimDomain(at(vmi, 'spec', 'domain')),
  },
  status: slimInstanceStatus(vmi),
});
