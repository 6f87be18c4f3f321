import {
  conditionOf,
  createdOf,
  isDeleting,
  MINUTE,
  parseTime,
  textAt,
  type KubeObject,
} from '../kubernetes';
import { say, type Message } from '../messages';
import { ageOf, isReady, printableStatusOf, runStrategyOf } from './intent';
import { leavingOf } from './leaving';

/** What a status means, whether it is as it should be, and what to do. */
export type Meaning = {
  readonly meaning: Message;
  readonly normal: boolean;
  readonly next: Message;
};

const DIAGNOSE = say('Run the diagnosis: it finds the cause behind this status.');
const WAIT = say('Wait a few minutes. If it stays, run the diagnosis.');
const NOTHING = say('Nothing needs to be done.');

/** All values of `status.printableStatus` that KubeVirt writes. */
export const MEANINGS: Readonly<Record<string, Meaning>> = {
  Stopped: {
    meaning: say('The virtual machine is off: no instance of it runs.'),
    normal: true,
    next: say('Start it when it is needed. If it should run, run the diagnosis.'),
  },
  Provisioning: {
    meaning: say('Its disks are being made or filled: a DataVolume is not done yet.'),
    normal: true,
    next: WAIT,
  },
  Starting: {
    meaning: say(
      'It is on its way up: its instance is being made, placed on a node, or started there.',
    ),
    normal: true,
    next: WAIT,
  },
  Running: {
    meaning: say('The guest runs. This says nothing about the node or the guest being healthy.'),
    normal: true,
    next: NOTHING,
  },
  Paused: {
    meaning: say('The guest is frozen in memory: somebody paused it, or its storage failed.'),
    normal: false,
    next: say(
      'Unpause it when a person paused it. After a storage error, repair the storage first.',
    ),
  },
  Stopping: {
    meaning: say('The guest is shutting down.'),
    normal: true,
    next: WAIT,
  },
  Terminating: {
    meaning: say('The virtual machine is being deleted, and finalizers are not done yet.'),
    normal: true,
    next: WAIT,
  },
  CrashLoopBackOff: {
    meaning: say(
      'The instance ended before the guest ever ran, more than once. KubeVirt waits longer before each new try.',
    ),
    normal: false,
    next: DIAGNOSE,
  },
  Migrating: {
    meaning: say('The guest moves to another node while it runs.'),
    normal: true,
    next: WAIT,
  },
  Unknown: {
    meaning: say(
      'KubeVirt cannot tell its state, most likely because the node that carries it does not answer.',
    ),
    normal: false,
    next: say('Look at the node and at virt-handler on it, then run the diagnosis.'),
  },
  ErrorUnschedulable: {
    meaning: say('No node takes the launcher pod.'),
    normal: false,
    next: DIAGNOSE,
  },
  ErrImagePull: {
    meaning: say('An image that the launcher pod needs could not be pulled.'),
    normal: false,
    next: DIAGNOSE,
  },
  ImagePullBackOff: {
    meaning: say('An image could not be pulled several times. The node waits before the next try.'),
    normal: false,
    next: DIAGNOSE,
  },
  ErrorPvcNotFound: {
    meaning: say('A disk names a PersistentVolumeClaim that does not exist.'),
    normal: false,
    next: DIAGNOSE,
  },
  DataVolumeError: {
    meaning: say('A DataVolume failed or keeps failing to fill a disk.'),
    normal: false,
    next: DIAGNOSE,
  },
  WaitingForVolumeBinding: {
    meaning: say('A disk waits to be bound to storage.'),
    normal: true,
    next: WAIT,
  },
  WaitingForReceiver: {
    meaning: say('It waits to receive a guest that migrates here from another cluster.'),
    normal: true,
    next: say('Look at the migration on the sending cluster.'),
  },
};

const NEW: Meaning = {
  meaning: say('KubeVirt has not written a status yet.'),
  normal: true,
  next: WAIT,
};

const OTHER: Meaning = {
  meaning: say('The virtual machine has no status that this product knows.'),
  normal: false,
  next: DIAGNOSE,
};

const PAUSES: Readonly<Record<string, Meaning>> = {
  PausedByUser: {
    meaning: say('The guest is frozen in memory, because somebody paused it or its start.'),
    normal: true,
    next: say('Unpause it when it should go on.'),
  },
  PausedIOError: {
    meaning: say('The guest is frozen in memory, because its storage returned an error.'),
    normal: false,
    next: say('Run the diagnosis, and repair the storage before the guest goes on.'),
  },
  PausedByMigrationMonitor: {
    meaning: say('The guest is frozen for a moment, so that its migration can finish.'),
    normal: true,
    next: WAIT,
  },
};

const isOn = (vm: KubeObject, type: string): boolean => conditionOf(vm, type)?.status === 'True';

/** How long each may take before it is worth a question; the same as for a diagnosis. */
const USUAL: Readonly<Record<string, number>> = {
  '': 2 * MINUTE,
  Starting: 5 * MINUTE,
  WaitingForVolumeBinding: 5 * MINUTE,
};

/** When the VM came into its status, as far as it says so. */
export const statusSince = (vm: KubeObject): string | undefined => {
  const status = printableStatusOf(vm) ?? '';
  const own =
    status === 'Terminating'
      ? textAt(vm, 'metadata', 'deletionTimestamp')
      : conditionOf(vm, status === 'Paused' ? 'Paused' : 'Ready')?.lastTransitionTime;
  return own ?? createdOf(vm);
};

const takesTooLong = (vm: KubeObject, status: string, now: number): boolean => {
  if (isDeleting(vm)) {
    const left = leavingOf(vm, undefined, now);
    return left !== undefined && left.age > left.usual;
  }
  const usual = Object.hasOwn(USUAL, status) ? USUAL[status] : undefined;
  if (usual === undefined) return false;
  const age = status === '' ? ageOf(vm, now) : now - (parseTime(statusSince(vm)) ?? now);
  return age > usual;
};

/** A stop that nobody asked for, a guest that is not ready, a failure: none of them is normal. */
const isAsItShouldBe = (vm: KubeObject, status: string, now: number): boolean => {
  if (isOn(vm, 'Failure') || takesTooLong(vm, status, now)) return false;
  if (status === 'Stopped') return runStrategyOf(vm) !== 'Always';
  return status !== 'Running' || isReady(vm);
};

/** What the status of this VM means, with what else the VM says. `now` in milliseconds. */
export const meaningOf = (vm: KubeObject, now: number): Meaning => {
  const status = printableStatusOf(vm) ?? '';
  const pause = conditionOf(vm, 'Paused')?.reason ?? '';
  const known =
    status === 'Paused' && Object.hasOwn(PAUSES, pause)
      ? PAUSES[pause]
      : Object.hasOwn(MEANINGS, status)
        ? MEANINGS[status]
        : undefined;
  const found = known ?? (status === '' ? NEW : OTHER);
  return found.normal && !isAsItShouldBe(vm, status, now)
    ? { ...found, normal: false, next: DIAGNOSE }
    : found;
};
