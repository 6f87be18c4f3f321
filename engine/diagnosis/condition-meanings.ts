import { say, type Message } from '../messages';

/** What a condition says while it is true, and while it is false. */
type Sides = { readonly True: Message; readonly False: Message };

/** The conditions KubeVirt writes on VirtualMachines and their instances. */
export const CONDITIONS: Readonly<Record<string, Sides>> = {
  AccessCredentialsSynchronized: {
    True: say('SSH keys and passwords have reached the guest.'),
    False: say('SSH keys or passwords have not reached the guest.'),
  },
  AgentConnected: {
    True: say('The guest agent answers, so details of the guest are known.'),
    False: say(
      'The guest agent does not answer: details of the guest are unknown, and it cannot be frozen for a snapshot.',
    ),
  },
  DataVolumesReady: {
    True: say('All DataVolumes of the virtual machine are filled.'),
    False: say('A DataVolume of the virtual machine is not filled yet.'),
  },
  Failure: {
    True: say('KubeVirt failed to make or to delete the instance of the virtual machine.'),
    False: say('The last try to make the instance did not fail.'),
  },
  HotMemoryChange: {
    True: say('Memory is being added to the running guest.'),
    False: say('No memory is being added to the running guest.'),
  },
  Initialized: {
    True: say('KubeVirt has taken charge of the virtual machine.'),
    False: say('KubeVirt has not taken charge of the virtual machine yet.'),
  },
  LiveMigratable: {
    True: say('The guest can move to another node while it runs.'),
    False: say(
      'The guest cannot move to another node while it runs. A drain of its node has to shut it down.',
    ),
  },
  ManualRecoveryRequired: {
    True: say(
      'A storage migration ended halfway. Somebody has to set the volumes before it can start.',
    ),
    False: say('Nothing has to be set by hand.'),
  },
  MigrationRequired: {
    True: say('A change takes effect when the guest moves to another node.'),
    False: say('No change waits for a move to another node.'),
  },
  Paused: {
    True: say('The guest is frozen in memory and uses no processor time.'),
    False: say('The guest is not paused.'),
  },
  Provisioning: {
    True: say('The disks of the virtual machine are being made or filled.'),
    False: say('The disks of the virtual machine are done.'),
  },
  Ready: {
    True: say('The guest runs and can take traffic.'),
    False: say('The guest does not run, or does not pass its readiness probe.'),
  },
  RestartRequired: {
    True: say('A change waits for the next boot. Until then the guest runs as before.'),
    False: say('The guest runs with everything that the virtual machine describes.'),
  },
  StorageLiveMigratable: {
    True: say('The disks can move to other storage while the guest runs.'),
    False: say('The disks cannot move to other storage while the guest runs.'),
  },
  Synchronized: {
    True: say('KubeVirt has done what the virtual machine describes.'),
    False: say(
      'KubeVirt could not do what the virtual machine describes. The reason and the message say what was in the way.',
    ),
  },
  UnsupportedAgent: {
    True: say('The guest agent lacks commands that KubeVirt needs.'),
    False: say('The guest agent has the commands that KubeVirt needs.'),
  },
  VolumesChange: {
    True: say('Disks are moving to other storage while the guest runs.'),
    False: say('No disk is moving to other storage.'),
  },
};

const UNKNOWN = say('KubeVirt cannot tell now whether this holds.');

/** What a condition says; `undefined` for a type that KubeVirt does not write. */
export const conditionMeaning = (type: string, status: string): Message | undefined => {
  const sides = Object.hasOwn(CONDITIONS, type) ? CONDITIONS[type] : undefined;
  if (sides === undefined) return undefined;
  return status === 'True' || status === 'False' ? sides[status] : UNKNOWN;
};
