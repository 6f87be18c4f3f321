import { listAt, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof } from '../../evidence';
import { defineRule } from '../../rule';

/** A note, unless somebody wants a snapshot. */
export const snapshotUnsupportedStorage = defineRule({
  id: 'snapshot-unsupported-storage',
  title: say('A disk of the virtual machine cannot be part of a snapshot'),
  stage: 'operation',
  needs: ['vm'],
  run: ({ vm }, { topics }) => {
    if (!topics.has('snapshot')) return [];
    const excluded = listAt(vm, 'status', 'volumeSnapshotStatuses').flatMap((status, index) =>
      isExcluded(status) ? [{ name: textAt(status, 'name') ?? '', index }] : [],
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

/** Cloud-init and container disks hold nothing to save; the reason names the other kinds. */
const isExcluded = (status: unknown): boolean =>
  textAt(status, 'reason')?.startsWith('No VolumeSnapshotClass') === true;
