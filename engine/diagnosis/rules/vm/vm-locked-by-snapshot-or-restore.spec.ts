import { ago, namespaced, run, vm, vmi } from '../../testing/factories';
import { vmLockedBySnapshotOrRestore } from './vm-locked-by-snapshot-or-restore';

const holder = (kind: string, minutes: number) =>
  namespaced('snapshot.kubevirt.io/v1beta1', kind, 's1', {
    metadata: { creationTimestamp: ago(minutes) },
  });
const held = (field: string) => vm({ status: { [field]: 's1' } });
const ERROR = 'Cannot update vm running state until snapshot "s1" completes';

describe('vm-locked-by-snapshot-or-restore', () => {
  it.each([
    [
      'a snapshot that takes too long',
      {
        vm: held('snapshotInProgress'),
        vmi: vmi('Running'),
        snapshots: [holder('VirtualMachineSnapshot', 60)],
      },
      {},
      'warning',
    ],
    [
      'a young one that refused a change',
      {
        vm: held('snapshotInProgress'),
        vmi: vmi('Running'),
        snapshots: [holder('VirtualMachineSnapshot', 1)],
      },
      { error: ERROR },
      'warning',
    ],
    [
      'a restore that keeps it down',
      { vm: held('restoreInProgress'), restores: [holder('VirtualMachineRestore', 60)] },
      {},
      'critical',
    ],
    [
      'a snapshot that is gone',
      { vm: held('snapshotInProgress'), vmi: vmi('Running') },
      {},
      'warning',
    ],
  ])('%s', (_, given, request, severity) => {
    expect(run(vmLockedBySnapshotOrRestore, given, request)).toMatchObject([{ severity }]);
  });

  it.each([
    [
      'a snapshot is being taken',
      { vm: held('snapshotInProgress'), snapshots: [holder('VirtualMachineSnapshot', 2)] },
      {},
    ],
    ['nothing holds it, whatever was said', {}, { error: ERROR }],
  ])('is silent when %s', (_, given, request) =>
    expect(run(vmLockedBySnapshotOrRestore, given, request)).toEqual([]),
  );
});
