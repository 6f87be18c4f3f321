import { say } from '../../messages';
import { UNKNOWN } from '../query/truth';
import { several } from '../records/several';
import { latestField, outcomeField, outcomeTimeField } from './attempts';
import { numberComparisons } from './comparisons-number';
import { defineField } from './field';

const NEEDS = ['snapshots'] as const;

const SNAPSHOTS = {
  needs: NEEDS,
  apiVersion: 'snapshot.kubevirt.io/v1beta1',
  kind: 'VirtualMachineSnapshot',
  path: '/status/phase',
  of: ({ joined }) => joined.snapshots && several(joined.snapshots),
} satisfies Parameters<typeof outcomeField>[0];

/** How snapshots of the machine went. */
export const snapshotField = outcomeField(
  SNAPSHOTS,
  {
    name: 'snapshot',
    label: say('Snapshot'),
    words: 'snapshot|snapshots|snap|snaps|vm snapshot|vm snapshots|snapshotted|snapshot status',
  },
  {
    phrases: {
      en: [
        [
          "snapshot{,s} {,that ,which }{did not,didn't} succeed|{failed,failing,broken,unsuccessful} snapshot{,s}|snapshot{,s,s that,s have, that, has, is,s are} failed|snapshot{ failure, failures, error, errors,s failing}",
          'Failed',
        ],
        [
          'successful snapshot|successful snapshots|good snapshot|good snapshots|completed snapshot|completed snapshots|ready snapshot|ready snapshots|working snapshot|usable snapshot|usable snapshots|snapshot succeeded',
          'Succeeded',
        ],
        [
          'snapshot in progress|snapshots in progress|running snapshot|ongoing snapshot|being snapshotted|pending snapshot',
          'InProgress',
        ],
      ],
    },
    timed: { '': 'snapshotTime', Succeeded: 'snapshotTime', Failed: 'snapshotFailed' },
  },
);

export const snapshotCountField = defineField<number>({
  name: 'snapshotCount',
  label: say('Number of snapshots'),
  type: 'number',
  words: { en: 'snapshots|snapshot|snaps|snap|snapshot count|number of snapshots|snapshotcount' },
  needs: NEEDS,
  counts: true,
  comparisons: numberComparisons,
  read: ({ joined }) => joined.snapshots?.length ?? UNKNOWN,
  order: (count) => count,
  cell: (count) => count,
});

/** When any of the snapshots that can be used was taken. */
export const snapshotTimeField = outcomeTimeField(
  SNAPSHOTS,
  {
    name: 'snapshotTime',
    label: say('Snapshot taken'),
    words: 'snapshot taken|snapshots taken|snapshot time|snapshottime|snapshot age|snapshot date',
  },
  'Succeeded',
);

export const snapshotFailedField = outcomeTimeField(
  SNAPSHOTS,
  {
    name: 'snapshotFailed',
    label: say('Snapshot failed'),
    words: 'snapshot failure time|snapshotfailed',
  },
  'Failed',
);

/** When the latest snapshot that can be used was taken. */
export const lastSnapshotField = latestField(SNAPSHOTS, {
  name: 'lastSnapshot',
  label: say('Last snapshot'),
  words:
    'last snapshot|latest snapshot|most recent snapshot|newest snapshot|last snapshotted|lastsnapshot|last snapshot taken|last successful snapshot',
});
