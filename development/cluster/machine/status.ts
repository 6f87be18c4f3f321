import { listAt, at, recordAt, textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { condition } from './build';

const snapshots = (machine: KubeObject): KubeObject[] =>
  listAt(machine, 'spec', 'template', 'spec', 'volumes').map((volume) => {
    const name = textAt(volume, 'name');
    const stored =
      at(volume, 'persistentVolumeClaim') !== undefined || at(volume, 'dataVolume') !== undefined;
    return stored
      ? { enabled: true, name }
      : {
          enabled: false,
          name,
          reason: 'Snapshot is not supported for this volumeSource type',
        };
  });

const common = (machine: KubeObject): KubeObject => {
  const generation = at(machine, 'metadata', 'generation') ?? 1;
  const { instancetypeRef, preferenceRef, volumeSnapshotStatuses } = recordAt(machine, 'status');
  return {
    desiredGeneration: generation,
    observedGeneration: generation,
    ...(instancetypeRef === undefined ? {} : { instancetypeRef }),
    ...(preferenceRef === undefined ? {} : { preferenceRef }),
    volumeSnapshotStatuses: volumeSnapshotStatuses ?? snapshots(machine),
  };
};

const strategyOf = (machine: KubeObject): string =>
  textAt(machine, 'spec', 'runStrategy') ??
  (at(machine, 'spec', 'running') === true ? 'Always' : 'Halted');

/** A machine whose instance is as given: its conditions are copies of the instance's. */
export const followingStatus = (
  machine: KubeObject,
  instance: KubeObject,
  printableStatus: string,
): KubeObject => {
  return {
    ...common(machine),
    conditions: listAt(instance, 'status', 'conditions').filter(
      (entry) => textAt(entry, 'type') !== 'Synchronized',
    ),
    created: true,
    ...(printableStatus === 'Running' ||
    printableStatus === 'Migrating' ||
    printableStatus === 'Paused'
      ? { ready: true }
      : {}),
    printableStatus,
    runStrategy: strategyOf(machine),
  };
};

/** A machine without an instance. */
export const stoppedStatus = (machine: KubeObject, since: number): KubeObject => ({
  ...common(machine),
  conditions: [condition('Ready', 'False', since, 'VMINotExists', 'VMI does not exist')],
  printableStatus: 'Stopped',
  runStrategy: strategyOf(machine),
});
