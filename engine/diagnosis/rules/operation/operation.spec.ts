import { ago, condition, namespaced, run, vm } from '../../testing/factories';
import { snapshotFailed } from './snapshot-failed';
import { snapshotUnsupportedStorage } from './snapshot-unsupported-storage';

const ASKED = { question: 'why did the snapshot fail?' };
const snapshot = (name: string, phase: string, minutes: number) =>
  namespaced('snapshot.kubevirt.io/v1beta1', 'VirtualMachineSnapshot', name, {
    metadata: { creationTimestamp: ago(minutes) },
    status: {
      phase,
      conditions:
        phase === 'Failed' ? [condition('Failure', 'True', 'snapshot deadline exceeded')] : [],
    },
  });

describe('snapshot-failed', () => {
  it('reads the reason, where the sentence stands', () => {
    expect(run(snapshotFailed, { snapshots: [snapshot('a', 'Failed', 5)] }, ASKED)).toMatchObject([
      { explanation: { params: { name: 'a', reason: 'snapshot deadline exceeded' } } },
    ]);
  });
  it('tells what keeps a snapshot from beginning', () => {
    const waiting = namespaced('snapshot.kubevirt.io/v1beta1', 'VirtualMachineSnapshot', 'a', {
      metadata: { creationTimestamp: ago(9) },
      status: {
        phase: 'InProgress',
        conditions: [
          condition('Progressing', 'False', 'Source not locked snapshot "b" in progress'),
        ],
      },
    });
    expect(run(snapshotFailed, { snapshots: [waiting] }, ASKED)).toMatchObject([
      { explanation: { params: { reason: 'Source not locked snapshot "b" in progress' } } },
    ]);
  });
  it.each([
    ['it just began', [snapshot('a', 'InProgress', 1)], ASKED],
    ['nobody asks', [snapshot('a', 'Failed', 5)], {}],
    ['a newer one succeeded', [snapshot('a', 'Failed', 50), snapshot('b', 'Succeeded', 5)], ASKED],
  ])('is silent when %s', (_, snapshots, request) => {
    expect(run(snapshotFailed, { snapshots }, request)).toEqual([]);
  });
});

describe('snapshot-unsupported-storage', () => {
  const excluded = (reason: string) =>
    vm({ status: { volumeSnapshotStatuses: [{ name: 'root', enabled: false, reason }] } });
  const NO_CLASS =
    'No VolumeSnapshotClass: Volume snapshots are not configured for this StorageClass [x] [root]';
  it.each([
    NO_CLASS,
    '2 matching VolumeSnapshotClasses for rbd',
    'persistentvolumeclaims "root" not found',
  ])('names the volumes: %s', (reason) => {
    expect(run(snapshotUnsupportedStorage, { vm: excluded(reason) }, ASKED)).toMatchObject([
      { explanation: { params: { names: 'root' } } },
    ]);
  });
  it.each([
    ['nobody asks', NO_CLASS, {}],
    [
      'it is a container disk',
      'Snapshot is not supported for this volumeSource type [root]',
      ASKED,
    ],
  ])('is silent when %s', (_, reason, request) => {
    expect(run(snapshotUnsupportedStorage, { vm: excluded(reason) }, request)).toEqual([]);
  });
});
