import {
  at,
  conditionOf,
  createdOf,
  isRecord,
  labelsOf,
  listAt,
  nameOf,
  parseQuantity,
  parseTime,
  textAt,
  uidOf,
  type KubeObject,
} from '../../kubernetes';
import type { Several } from './several';

/** A PersistentVolumeClaim of a machine. `stated`: only the machine tells of it. */
export type Claim = {
  name: string;
  size?: number;
  storageClass?: string;
  accessModes: readonly string[];
  stated?: boolean;
};

export type Outcome = 'Succeeded' | 'Failed' | 'InProgress';

/** A snapshot or a backup. */
export type Attempt = { name: string; outcome: Outcome; time?: number };

/** One live migration; `time` is when it ended, else when it was asked for. */
export type Migration = {
  /** None for what the instance itself remembers. */
  name?: string;
  uid?: string;
  outcome: Outcome;
  time?: number;
  from?: string;
  to?: string;
};

export type Host = { name: string; cordoned: boolean; ready?: boolean; zone?: string };

/** A reason of warning events about the machine or its instance. */
export type Warning = { event: string; reason: string };

/**
 * What other kinds tell of a machine. Not there: the kind was not read, because nothing asked for
 * it or because the caller may not read it here, so that what it tells is unknown.
 */
export type Joined = {
  claims?: Several<Claim>;
  snapshots?: readonly Attempt[];
  /** Names of the machine's VirtualMachineBackupTrackers: a backup may be of one of those. */
  backupTrackers?: readonly string[];
  backups?: Several<Attempt>;
  migrations?: readonly Migration[];
  host?: Host;
  warnings?: readonly Warning[];
  preference?: { secureBoot: boolean; tpm: boolean };
};

const outcomeOf = (state: unknown): Outcome =>
  at(state, 'failed') === true
    ? 'Failed'
    : at(state, 'completed') === true
      ? 'Succeeded'
      : 'InProgress';

/** Source, target and end of a migration, which its own object and the instance write alike. */
export const migrationFacts = (state: unknown): Pick<Migration, 'time' | 'from' | 'to'> => {
  const time = parseTime(at(state, 'endTimestamp')) ?? parseTime(at(state, 'startTimestamp'));
  const from = textAt(state, 'sourceNode');
  const to = textAt(state, 'targetNode');
  return {
    ...(time === undefined ? {} : { time }),
    ...(from === undefined || from === '' ? {} : { from }),
    ...(to === undefined || to === '' ? {} : { to }),
  };
};

/** The latest migration, as the instance remembers it. */
export const lastMigration = (vmi: KubeObject | undefined): Migration | undefined => {
  const state = at(vmi, 'status', 'migrationState');
  if (state === undefined || state === null) return undefined;
  const uid = textAt(state, 'migrationUid');
  return {
    outcome: outcomeOf(state),
    ...migrationFacts(state),
    ...(uid === undefined ? {} : { uid }),
  };
};

const SNAPSHOT_FAILED = 'Failure';

const snapshotOutcome = (snapshot: KubeObject): Outcome => {
  const failed =
    textAt(snapshot, 'status', 'phase') === 'Failed' ||
    conditionOf(snapshot, SNAPSHOT_FAILED)?.status === 'True';
  if (failed) return 'Failed';
  const done =
    textAt(snapshot, 'status', 'phase') === 'Succeeded' ||
    at(snapshot, 'status', 'readyToUse') === true;
  return done ? 'Succeeded' : 'InProgress';
};

/** The time a snapshot holds, else when it was asked for. */
export const toSnapshot = (snapshot: KubeObject): Attempt => {
  const time = parseTime(at(snapshot, 'status', 'creationTime') ?? createdOf(snapshot));
  return {
    name: nameOf(snapshot),
    outcome: snapshotOutcome(snapshot),
    ...(time === undefined ? {} : { time }),
  };
};

/** Conditions of backup.kubevirt.io/v1alpha1: Complete, Failed, else it goes on. */
const backupOutcome = (backup: KubeObject): Outcome => {
  if (conditionOf(backup, 'Failed')?.status === 'True') return 'Failed';
  return conditionOf(backup, 'Complete')?.status === 'True' ? 'Succeeded' : 'InProgress';
};

/** The time a backup holds is when it began. */
export const toBackup = (backup: KubeObject): Attempt => {
  const time = parseTime(at(backup, 'status', 'startTimestamp') ?? createdOf(backup));
  return {
    name: nameOf(backup),
    outcome: backupOutcome(backup),
    ...(time === undefined ? {} : { time }),
  };
};

export const toMigration = (migration: KubeObject): Migration => {
  const phase = textAt(migration, 'status', 'phase');
  const state = migrationFacts(at(migration, 'status', 'migrationState'));
  const time = state.time ?? parseTime(createdOf(migration));
  const uid = uidOf(migration);
  return {
    name: nameOf(migration),
    ...(uid === undefined ? {} : { uid }),
    outcome: phase === 'Succeeded' || phase === 'Failed' ? phase : 'InProgress',
    ...state,
    ...(time === undefined ? {} : { time }),
  };
};

export const toClaim = (claim: KubeObject): Claim => {
  const size =
    parseQuantity(at(claim, 'status', 'capacity', 'storage')) ??
    parseQuantity(at(claim, 'spec', 'resources', 'requests', 'storage'));
  const storageClass = textAt(claim, 'spec', 'storageClassName');
  return {
    name: nameOf(claim),
    ...(size === undefined ? {} : { size }),
    ...(storageClass === undefined || storageClass === '' ? {} : { storageClass }),
    accessModes: listAt(claim, 'spec', 'accessModes').filter((mode) => typeof mode === 'string'),
  };
};

const ZONE = 'topology.kubernetes.io/zone';

export const toHost = (node: KubeObject): Host => {
  const ready = conditionOf(node, 'Ready');
  const labels = labelsOf(node);
  const zone = Object.hasOwn(labels, ZONE) ? labels[ZONE] : undefined;
  return {
    name: nameOf(node),
    cordoned: at(node, 'spec', 'unschedulable') === true,
    // Without a heartbeat the condition is Unknown: such a node is not ready.
    ...(ready === undefined ? {} : { ready: ready.status === 'True' }),
    ...(zone === undefined ? {} : { zone }),
  };
};

/** What a preference asks for; a machine may say otherwise. */
export const toPreference = (preference: KubeObject): NonNullable<Joined['preference']> => {
  const firmware = at(preference, 'spec', 'firmware');
  const loader = at(firmware, 'preferredEfi');
  return {
    secureBoot:
      at(loader, 'secureBoot') === true || at(firmware, 'preferredUseSecureBoot') === true,
    tpm: isRecord(at(preference, 'spec', 'devices', 'preferredTPM')),
  };
};
