import { at, flagAt, listAt, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof } from '../../evidence';
import { defineRule } from '../../rule';

/** A note, unless somebody wants a snapshot, or a clone, which is made of one. */
export const snapshotUnsupportedStorage = defineRule({
  id: 'snapshot-unsupported-storage',
  title: say('A disk of the virtual machine cannot be part of a snapshot'),
  stage: 'operation',
  needs: ['vm'],
  run: ({ vm }, { topics }) => {
    if (!topics.has('snapshot') && !topics.has('clone')) return [];
    const excluded = listAt(vm, 'status', 'volumeSnapshotStatuses').flatMap((status, index) =>
      isExcluded(status, vm) ? [{ name: textAt(status, 'name') ?? '', index }] : [],
    );
    if (excluded.length === 0) return [];
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        explanation: say('Volumes without snapshot support: {{names}}.', {
          names: excluded.map(({ name }) => name).join(', '),
        }),
        evidence: excluded.map(({ index }) =>
          proof(vm, 'status', 'volumeSnapshotStatuses', index, 'reason'),
        ),
        fixes: [
          {
            id: 'add-snapshot-class',
            description: say('Create a VolumeSnapshotClass for the driver of that storage class.'),
            command: 'oc get volumesnapshotclasses',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});

/**
 * Cloud-init and container disks hold nothing to save. A host disk does, though KubeVirt says the
 * same of it; any other reason is about storage that could take part.
 */
const isExcluded = (status: unknown, vm: KubeObject): boolean => {
  if (flagAt(status, 'enabled') !== false) return false;
  if (!/not supported for this volumeSource type/i.test(textAt(status, 'reason') ?? ''))
    return true;
  return listAt(vm, 'spec', 'template', 'spec', 'volumes').some(
    (volume) =>
      textAt(volume, 'name') === textAt(status, 'name') && at(volume, 'hostDisk') !== undefined,
  );
};
