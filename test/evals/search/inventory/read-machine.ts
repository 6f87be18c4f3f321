import {
  fieldsOf,
  flag,
  listOf,
  mapOf,
  number,
  oneOf,
  record,
  text,
  type Fields,
  type Reader,
} from './fields';
import type { Disk, MachineSpec, Nic, Size } from './spec';
import type { System } from './systems';

const POD: readonly Nic[] = [{ binding: 'masquerade' }];

const sizeOf = fieldsOf((of): Size => {
  const instancetype = of.may('instancetype', text);
  if (instancetype !== undefined) return { instancetype, namespaced: of.may('namespaced', flag) };
  return {
    cores: of.need('cores', number),
    sockets: of.may('sockets', number),
    threads: of.may('threads', number),
    memory: of.need('memory', text),
  };
});

const diskOf = fieldsOf((of): Disk => ({
  size: of.need('size', text),
  storageClass: of.need('storageClass', text),
}));

const nicOf = fieldsOf((of): Nic => ({
  binding: of.need('binding', oneOf(['masquerade', 'bridge', 'sriov'])),
  network: of.may('network', text),
}));

const keptOf = fieldsOf((of) => ({
  hours: of.need('hours', number),
  failed: of.may('failed', flag),
}));

const failureOf = fieldsOf((of) => ({
  reason: of.need('reason', text),
  message: of.need('message', text),
}));

const migrationOf = fieldsOf((of) => ({
  hours: of.need('hours', number),
  failed: of.may('failed', flag) ?? false,
  source: of.need('source', text),
}));

type State = Pick<MachineSpec, 'status' | 'runStrategy' | 'agent' | 'restartRequired' | 'failure'>;

// Said only where it is otherwise: a machine runs, and then its agent is connected.
const stateOf = (of: Fields): State => {
  const status = of.may('status', text) ?? 'Running';
  return {
    status,
    runStrategy: of.may('runStrategy', text) ?? (status === 'Stopped' ? 'Halted' : 'Always'),
    agent: of.may('agent', flag) ?? (status === 'Running' || status === 'Migrating'),
    restartRequired: of.may('restartRequired', flag),
    failure: of.may('failure', failureOf),
  };
};

type Times = Pick<MachineSpec, 'ageHours' | 'changedHours' | 'startedHours'>;

const timesOf = (of: Fields, bootHours: number): Times => {
  const changedHours = of.need('changedHours', number);
  return {
    ageHours: of.need('ageHours', number),
    changedHours,
    startedHours: of.may('startedHours', number) ?? changedHours + bootHours,
  };
};

type Made = Pick<
  MachineSpec,
  'system' | 'systemIn' | 'disks' | 'containerDisk' | 'nics' | 'ip' | 'architecture'
>;

const madeOf = (of: Fields, systemOf: Reader<System>): Made => ({
  system: of.may('system', systemOf),
  systemIn: of.may('systemIn', oneOf(['preference', 'annotation', 'nowhere'])),
  disks: of.need('disks', listOf(diskOf)),
  containerDisk: of.may('containerDisk', text),
  nics: of.may('nics', listOf(nicOf)) ?? POD,
  ip: of.may('ip', text),
  architecture: of.may('architecture', text),
});

/** What the machines of one file have in common. */
export type Common = {
  readonly systemOf: Reader<System>;
  /** From the start of a guest until it is ready. */
  readonly bootHours: number;
};

/** The reader of one machine of a cluster's file; `ordinal` is its place among all of them. */
export const machineReader = ({ systemOf, bootHours }: Common, ordinal: number) =>
  fieldsOf((of): MachineSpec => ({
    namespace: of.need('namespace', text),
    name: of.need('name', text),
    ordinal,
    size: of.need('size', sizeOf),
    labels: of.may('labels', mapOf(text)) ?? {},
    description: of.may('description', text),
    node: of.may('node', text),
    ...stateOf(of),
    ...timesOf(of, bootHours),
    ...madeOf(of, systemOf),
    migration: of.may('migration', migrationOf),
    snapshots: of.may('snapshots', listOf(keptOf)),
    backups: of.may('backups', listOf(keptOf)),
    warnings: of.may('warnings', listOf(text)),
    domain: of.may('domain', record),
    devices: of.may('devices', record),
    scheduling: of.may('scheduling', record),
  }));
