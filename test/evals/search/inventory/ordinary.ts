import { environmentOf, WORKERS } from './cluster';
import type { Fleet } from './fleets';
import type { MachineSpec } from './spec';

// Every status in a fixed rhythm; three machines in five run.
const RHYTHM: readonly string[] = [
  ...['Running', 'Running', 'Stopped', 'Running', 'Running', 'ErrorUnschedulable', 'Running'],
  ...['Running', 'Stopped', 'Running', 'Paused', 'Running', 'Starting', 'Running', 'Stopped'],
  ...['Running', 'Running', 'CrashLoopBackOff', 'Running', 'Stopping', 'Running', 'Stopped'],
  ...['Running', 'Migrating', 'Running', 'Unknown', 'Running', 'Stopped', 'ErrImagePull'],
  ...['Running', 'Running', 'ErrorPvcNotFound', 'Running', 'Provisioning', 'Running', 'Stopped'],
  ...['DataVolumeError', 'Running', 'WaitingForVolumeBinding', 'Running', 'Terminating'],
  ...['Running', 'Stopped', 'ImagePullBackOff', 'Running', 'WaitingForReceiver', 'Running'],
];
const OWNERS = ['alice', 'bob', 'carol', 'dmitri', undefined, 'mei', undefined] as const;
const BROKEN = /Err|Crash|Unknown/;

const pick = <T>(values: readonly T[], index: number): T => {
  const found = values[index % values.length];
  if (found === undefined) throw new Error('A fleet needs at least one value to choose from.');
  return found;
};

const ageOf = (ordinal: number): number =>
  ordinal % 33 === 7 ? ordinal / 90 + 0.2 : ((ordinal * 37) % 331) * 29 + 9.3;

const changeOf = (ordinal: number, status: string): number =>
  BROKEN.test(status) ? ((ordinal * 17) % 50) * 0.37 + 0.13 : ((ordinal * 53) % 199) * 6.1 + 0.45;

const timesOf = (
  ordinal: number,
  status: string,
): Pick<MachineSpec, 'ageHours' | 'changedHours' | 'startedHours'> => {
  const ageHours = ageOf(ordinal);
  const changedHours = Math.min(changeOf(ordinal, status), ageHours * 0.95);
  const startedHours =
    status === 'Running' || status === 'Migrating' ? changedHours + 0.005 : changedHours + 0.02;
  return { ageHours, changedHours, startedHours };
};

const labelsOf = (fleet: Fleet, ordinal: number): Readonly<Record<string, string>> => {
  const owner = OWNERS[ordinal % OWNERS.length];
  const env = environmentOf(fleet.namespace);
  return {
    ...fleet.labels,
    ...(env === undefined ? {} : { env }),
    ...(owner === undefined ? {} : { owner }),
    ...(ordinal % 21 === 2 ? { 'kubevirt.io/vm-delete-protection': 'True' } : {}),
  };
};

const snapshotsOf = (ordinal: number, ageHours: number): MachineSpec['snapshots'] =>
  ordinal % 5 === 0
    ? [
        { hours: ageHours / 2 },
        ...(ordinal % 35 === 10 ? [{ hours: ageHours / 2 - 0.05, failed: true }] : []),
      ]
    : [];

const backupsOf = (ordinal: number, ageHours: number): MachineSpec['backups'] =>
  ordinal % 9 === 4
    ? [
        { hours: Math.min(ageHours * 0.9, (ordinal % 20) * 12 + 3.2) },
        ...(ordinal % 27 === 13 ? [{ hours: Math.min(ageHours * 0.4, 13.4), failed: true }] : []),
      ]
    : [];

const migrationOf = (ordinal: number, status: string, source: string): MachineSpec['migration'] => {
  if (status === 'Migrating') return { hours: 0.02, failed: false, source };
  if (status !== 'Running') return undefined;
  if (ordinal % 17 === 6) return { hours: (ordinal % 29) * 3 + 0.6, failed: true, source };
  return ordinal % 11 === 4
    ? { hours: ((ordinal * 7) % 31) * 4 + 0.4, failed: false, source }
    : undefined;
};

const WARNINGS: Readonly<Record<string, readonly string[]>> = {
  ErrorUnschedulable: ['FailedScheduling'],
  CrashLoopBackOff: ['BackOff'],
  ErrImagePull: ['Failed'],
  Starting: ['FailedMount'],
};

const operation = (ordinal: number, status: string): Partial<MachineSpec> => {
  const running = status === 'Running';
  return {
    agent: status === 'Migrating' || (running && ordinal % 4 !== 3),
    restartRequired: running && ordinal % 19 === 7,
    warnings: WARNINGS[status] ?? [],
    migration: migrationOf(ordinal, status, pick(WORKERS, ordinal + 3)),
  };
};

/** The n-th machine of a fleet; `ordinal` counts through the whole inventory. */
export const ordinaryMachine = (fleet: Fleet, index: number, ordinal: number): MachineSpec => {
  const status = pick(RHYTHM, ordinal * 5 + Math.floor(ordinal / RHYTHM.length));
  const times = timesOf(ordinal, status);
  const strategy = fleet.runStrategy ?? 'Always';
  return {
    namespace: fleet.namespace,
    name: `${fleet.prefix}-${String(index + 1).padStart(2, '0')}`,
    ordinal,
    status,
    size: pick(fleet.sizes, index),
    ...times,
    labels: labelsOf(fleet, ordinal),
    system: pick(fleet.systems, index),
    node: pick(WORKERS, ordinal),
    disks: [{ size: fleet.rootSize, storageClass: fleet.storageClass }],
    nics: [{ binding: 'masquerade' }],
    runStrategy: status === 'Stopped' && strategy === 'Always' ? 'Halted' : strategy,
    snapshots: snapshotsOf(ordinal, times.ageHours),
    backups: backupsOf(ordinal, times.ageHours),
    ...operation(ordinal, status),
    ...fleet.always,
    ...fleet.vary?.(index),
  };
};
