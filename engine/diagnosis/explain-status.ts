import {
  conditionOf,
  formatTime,
  isOptedOut,
  readNamespaceLabels,
  RESOURCES,
  textAt,
  type Reader,
} from '../kubernetes';
import { english, say, type Message } from '../messages';
import { readOne } from './gather/read';
import { printableStatusOf, runStrategyOf } from './intent';

type Meaning = { meaning: Message; normal: boolean; next: Message };

/** What the status of a VM means, whether it is a fault, and what to do. */
export type StatusExplanation = {
  outcome: 'ok' | 'not_found' | 'forbidden' | 'unavailable';
  message?: string;
  messageMessage?: Message;
  status: string;
  meaning: string;
  meaningMessage: Message;
  normal: boolean;
  since?: string;
  next: string;
  nextMessage: Message;
  asOf: string;
};

const DIAGNOSE = say('Run the diagnosis: it finds the cause behind this status.');
const WAIT = say('Wait a few minutes. If it stays, run the diagnosis.');
const NOTHING = say('Nothing needs to be done.');

/** All values of `status.printableStatus` that KubeVirt writes. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  Stopped: {
    meaning: say('The virtual machine is off. No VirtualMachineInstance exists.'),
    normal: true,
    next: say('Start it when it is needed. If it should run, run the diagnosis.'),
  },
  Provisioning: {
    meaning: say('Its disks are being made or filled: a DataVolume is not done yet.'),
    normal: true,
    next: WAIT,
  },
  Starting: {
    meaning: say('The VirtualMachineInstance exists, and its launcher pod is not up yet.'),
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
    meaning: say('The node that carries the guest does not report.'),
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

const OTHER: Meaning = {
  meaning: say('The virtual machine has no status that this product knows.'),
  normal: false,
  next: DIAGNOSE,
};

/** A stop that nobody asked for is no normal one. */
const inContext = (status: string, strategy: string, found: Meaning): Meaning =>
  status === 'Stopped' && strategy === 'Always'
    ? { ...found, normal: false, next: DIAGNOSE }
    : found;

const refused = (
  outcome: Exclude<StatusExplanation['outcome'], 'ok'>,
  message: Message,
  now: number,
): StatusExplanation => ({
  outcome,
  message: english(message),
  messageMessage: message,
  status: '',
  meaning: english(message),
  meaningMessage: message,
  normal: false,
  next: english(message),
  nextMessage: message,
  asOf: formatTime(now),
});

/** Explains `printableStatus` of one VM in its context; two reads. */
export const explainStatus = async (
  reader: Reader,
  request: { namespace: string; vmName: string },
  now: number,
  options: { readonly forModel?: boolean } = {},
): Promise<StatusExplanation> => {
  const { namespace, vmName: name } = request;
  const [vm, labels] = await Promise.all([
    readOne(reader, RESOURCES.virtualMachines, namespace, name),
    readNamespaceLabels(reader, namespace),
  ]);
  const [missed] = vm.missed;
  if (missed?.reason === 'forbidden') {
    return refused(
      'forbidden',
      say('You may not read VirtualMachine "{{name}}" in project {{namespace}}.', {
        name,
        namespace,
      }),
      now,
    );
  }
  if (missed !== undefined) {
    return refused(
      'unavailable',
      say('The cluster did not answer about VirtualMachine "{{name}}". Try again.', { name }),
      now,
    );
  }
  if (isOptedOut(labels, options.forModel === true)) {
    return refused(
      'unavailable',
      say('Project {{namespace}} is left out of AI assistance by its administrator.', {
        namespace,
      }),
      now,
    );
  }
  const object = vm.value?.object;
  if (object === undefined) {
    return refused(
      'not_found',
      say('There is no VirtualMachine "{{name}}" in project {{namespace}}.', { name, namespace }),
      now,
    );
  }
  const status = printableStatusOf(object) ?? '';
  const known = Object.hasOwn(MEANINGS, status) ? MEANINGS[status] : undefined;
  const { meaning, normal, next } = inContext(status, runStrategyOf(object), known ?? OTHER);
  const since =
    conditionOf(object, 'Ready')?.lastTransitionTime ??
    textAt(object, 'metadata', 'creationTimestamp');
  return {
    outcome: 'ok',
    status,
    meaning: english(meaning),
    meaningMessage: meaning,
    normal,
    ...(since === undefined ? {} : { since }),
    next: english(next),
    nextMessage: next,
    asOf: formatTime(now),
  };
};
