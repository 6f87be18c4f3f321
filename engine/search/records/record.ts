import {
  annotationsOf,
  at,
  conditionOf,
  conditionsOf,
  createdOf,
  labelsOf,
  listAt,
  nameOf,
  namespaceOf,
  parseTime,
  textAt,
  uidOf,
  type KubeObject,
} from '../../kubernetes';
import { readOs, type OsFact } from './os';
import { readHardware, type Hardware } from './hardware';
import { lastMigration, type Joined, type Migration } from './joined';
import { readMigratable, type Migratable } from './migratable';
import { readNetwork, type Network } from './network';
import { instancetypeOf, readSize, type Size, type SizeSource } from './size';
import { readScheduling, type Scheduling } from './scheduling';
import { readVolumes, type Volumes } from './volumes';
import { isFailing, lastChange, reportsOf, type Change, type Report } from './state';

/**
 * What is known of the VirtualMachineInstance: it was read, there is none, or the caller may not
 * read it, in which case everything that comes from it is unknown.
 */
export type VmiState = 'read' | 'none' | 'unread';

/** One VirtualMachine, flat: only what a question can ask for. Cloud-init is never in it. */
export type VmRecord = {
  namespace: string;
  name: string;
  uid: string;
  status: string;
  /** In error by its conditions, whatever the printable status says. */
  failure: boolean;
  changed?: Change;
  /** Why it is not well, in the cluster's words; not yet redacted. */
  reports?: readonly Report[];
  created?: number;
  labels: Readonly<Record<string, string>>;
  runStrategy?: string;
  instancetype?: string;
  preference?: string;
  os?: OsFact;
  size: Size;
  vmi: VmiState;
  vmiUid?: string;
  node?: string;
  ips: readonly string[];
  started?: number;
  startedPath?: string;
  guestAgent?: boolean;
  network: Network;
  hardware: Hardware;
  disks: Volumes;
  migratable?: Migratable;
  /** The latest migration the instance remembers. */
  lastMigration?: Migration;
  restartRequired: boolean;
  scheduling: Scheduling;
  description?: string;
  architecture?: string;
  evictionStrategy?: string;
  preferenceKind?: string;
  joined: Joined;
};

/** What `toRecord` needs beside the VirtualMachine. */
export type RecordContext = {
  /** The VirtualMachineInstance, or why there is none. */
  vmi?: KubeObject | 'unread';
  /** CPU and memory of an instance type, when it could be read. */
  sizeOf?: SizeSource;
};

const runStrategyOf = (vm: KubeObject): string | undefined => {
  const declared = textAt(vm, 'spec', 'runStrategy') ?? textAt(vm, 'status', 'runStrategy');
  const running = at(vm, 'spec', 'running');
  return declared ?? (running === true ? 'Always' : running === false ? 'Halted' : undefined);
};

const addressesOf = (vmi: KubeObject): string[] => {
  const all = listAt(vmi, 'status', 'interfaces').flatMap((entry) => [
    textAt(entry, 'ipAddress'),
    ...listAt(entry, 'ipAddresses').map((address) =>
      typeof address === 'string' ? address : undefined,
    ),
  ]);
  return [...new Set(all.filter((address) => address !== undefined))].filter((text) => text !== '');
};

const startOf = (vmi: KubeObject): Pick<VmRecord, 'started' | 'startedPath'> => {
  const index = listAt(vmi, 'status', 'phaseTransitionTimestamps').findIndex(
    (entry) => textAt(entry, 'phase') === 'Running',
  );
  const path = ['status', 'phaseTransitionTimestamps', index, 'phaseTransitionTimestamp'] as const;
  const started = index < 0 ? undefined : parseTime(at(vmi, ...path));
  return started === undefined ? {} : { started, startedPath: `/${path.join('/')}` };
};

/** Running, the agent's condition is there or it is not; of a paused guest nobody can tell. */
const agentOf = (vm: KubeObject, vmi: KubeObject): boolean | undefined => {
  if (textAt(vmi, 'status', 'phase') !== 'Running') return undefined;
  const connected = conditionsOf(vmi).some(
    ({ type, status }) => type === 'AgentConnected' && status === 'True',
  );
  return connected || textAt(vm, 'status', 'printableStatus') === 'Running' ? connected : undefined;
};

const instanceFacts = (vm: KubeObject, vmi: KubeObject): Partial<VmRecord> => {
  const node = textAt(vmi, 'status', 'nodeName');
  const guestAgent = agentOf(vm, vmi);
  return {
    vmi: 'read',
    vmiUid: uidOf(vmi),
    ips: addressesOf(vmi),
    ...startOf(vmi),
    ...(node === undefined || node === '' ? {} : { node }),
    ...(guestAgent === undefined ? {} : { guestAgent }),
  };
};

const TEMPLATE = ['spec', 'template', 'spec'] as const;

/** What the machine declares beside its devices, and what its conditions say. */
const declared = (vm: KubeObject, vmi: KubeObject | undefined) => {
  const migratable = readMigratable(vm, vmi);
  const last = lastMigration(vmi);
  const architecture =
    textAt(vm, ...TEMPLATE, 'architecture') ?? textAt(vmi, 'spec', 'architecture');
  return {
    description: annotationsOf(vm).description,
    architecture,
    evictionStrategy:
      textAt(vm, ...TEMPLATE, 'evictionStrategy') ?? textAt(vmi, 'spec', 'evictionStrategy'),
    preferenceKind: textAt(vm, 'spec', 'preference', 'kind'),
    restartRequired: conditionOf(vm, 'RestartRequired')?.status === 'True',
    scheduling: readScheduling(vm),
    ...(migratable === undefined ? {} : { migratable }),
    ...(last === undefined ? {} : { lastMigration: last }),
  };
};

/** Flattens a VirtualMachine as the API server gave it, with its VirtualMachineInstance. */
export const toRecord = (vm: KubeObject, { vmi, sizeOf }: RecordContext = {}): VmRecord => {
  const instance = vmi === 'unread' ? undefined : vmi;
  const changed = lastChange(vm);
  const os = readOs(vm, instance);
  const reports = reportsOf(vm);
  const created = parseTime(createdOf(vm));
  const namespace = namespaceOf(vm) ?? '';
  return {
    namespace,
    name: nameOf(vm),
    uid: uidOf(vm) ?? '',
    status: textAt(vm, 'status', 'printableStatus') ?? 'Unknown',
    failure: isFailing(vm),
    ...(changed === undefined ? {} : { changed }),
    ...(reports.length === 0 ? {} : { reports }),
    ...(created === undefined ? {} : { created }),
    labels: labelsOf(vm),
    runStrategy: runStrategyOf(vm),
    instancetype: textAt(vm, 'spec', 'instancetype', 'name'),
    preference: textAt(vm, 'spec', 'preference', 'name'),
    ...(os === undefined ? {} : { os }),
    size: readSize(vm, instance, sizeOf),
    vmi: vmi === 'unread' ? 'unread' : 'none',
    ips: [],
    ...(instance === undefined ? {} : instanceFacts(vm, instance)),
    ...declared(vm, instance),
    network: readNetwork(vm, vmi, namespace),
    hardware: readHardware(vm, { vmi: instance, instancetype: instancetypeOf(vm, sizeOf) }),
    disks: readVolumes(vm),
    joined: {},
  };
};
