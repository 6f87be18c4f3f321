import { run, vm } from '../../testing/factories';
import { snapshotUnsupportedStorage } from './snapshot-unsupported-storage';

const ASKED = { question: 'why did the snapshot fail?' };

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
