import { formatTime } from '../../kubernetes';
import { say, type Message } from '../../messages';
import { UNKNOWN } from '../query/truth';
import type { Outcome, Snapshot } from '../records/joined';
import type { VmRecord } from '../records/record';
import { several, type Several } from '../records/several';
import { enumComparisons, isAmong } from './comparisons-enum';
import { numberComparisons } from './comparisons-number';
import { anyOf, joinValues, readSeveral } from './comparisons-several';
import { timeComparisons } from './comparisons-time';
import { defineField, type Evidence, type Field } from './field';

const NEEDS = ['snapshots'] as const;
const OUTCOMES = ['Succeeded', 'Failed', 'InProgress'] as const;

const latest = (times: readonly (number | undefined)[]): number | undefined =>
  times.reduce<number | undefined>(
    (found, time) => (time !== undefined && (found === undefined || time > found) ? time : found),
    undefined,
  );

const evidenceOf = (
  { namespace, joined }: VmRecord,
  test: (snapshot: Snapshot) => boolean,
): Evidence | undefined => {
  const found = joined.snapshots?.find(test);
  return (
    found && {
      in: {
        apiVersion: 'snapshot.kubevirt.io/v1beta1',
        kind: 'VirtualMachineSnapshot',
        namespace,
        name: found.name,
      },
      path: '/status/phase',
      value: found.outcome,
    }
  );
};

/** How snapshots of the machine went. */
export const snapshotField = defineField<Several<string>>({
  name: 'snapshot',
  label: say('Snapshot'),
  type: 'enum',
  words: { en: 'snapshot|snapshots|vm snapshot|vm snapshots|snapshotted|snapshot status' },
  phrases: {
    en: [
      [
        'failed snapshot|failed snapshots|failing snapshot|failing snapshots|snapshot failed|snapshots failed|snapshot that failed|snapshots that failed|snapshot failure|snapshot failures|snapshot error|snapshot errors|broken snapshot|broken snapshots|unsuccessful snapshot|snapshots failing|snapshot is failed|snapshots are failed|snapshot has failed|snapshots have failed',
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
  needs: NEEDS,
  values: OUTCOMES,
  comparisons: anyOf(enumComparisons(OUTCOMES, isAmong)),
  read: ({ joined }) =>
    readSeveral(joined.snapshots && several(joined.snapshots.map(({ outcome }) => outcome))),
  evidence: (record, value) =>
    evidenceOf(record, ({ outcome }) => value === true || value === outcome),
  cell: joinValues,
  multiple: true,
  optional: true,
  timed: { '': 'snapshotTime', Succeeded: 'snapshotTime', Failed: 'snapshotFailed' },
});

export const snapshotCountField = defineField<number>({
  name: 'snapshotCount',
  label: say('Number of snapshots'),
  type: 'number',
  words: { en: 'snapshots|snapshot count|number of snapshots|snapshotcount' },
  needs: NEEDS,
  comparisons: numberComparisons,
  read: ({ joined }) => joined.snapshots?.length ?? UNKNOWN,
  order: (count) => count,
  cell: (count) => count,
});

const timeField = (name: string, label: Message, words: string, wanted: Outcome): Field =>
  defineField<Several<number>>({
    name,
    label,
    type: 'time',
    words: { en: words },
    needs: NEEDS,
    comparisons: anyOf(timeComparisons),
    read: ({ joined }) =>
      readSeveral(
        joined.snapshots &&
          several(
            joined.snapshots.filter(({ outcome }) => outcome === wanted).map(({ time }) => time),
          ),
      ),
    evidence: (record) => evidenceOf(record, ({ outcome }) => outcome === wanted),
    cell: ({ values }) => values.map(formatTime).join(', '),
    multiple: true,
    optional: true,
    timed: { '': name },
  });

/** When any of the snapshots that can be used was taken. */
export const snapshotTimeField = timeField(
  'snapshotTime',
  say('Snapshot taken'),
  'snapshot taken|snapshots taken|snapshot time|snapshottime|snapshot age|snapshot date',
  'Succeeded',
);

export const snapshotFailedField = timeField(
  'snapshotFailed',
  say('Snapshot failed'),
  'snapshot failure time|snapshotfailed',
  'Failed',
);

/** When the latest snapshot that can be used was taken. */
export const lastSnapshotField = defineField<number>({
  name: 'lastSnapshot',
  label: say('Last snapshot'),
  type: 'time',
  words: {
    en: 'last snapshot|latest snapshot|most recent snapshot|newest snapshot|last snapshotted|lastsnapshot|last snapshot taken|last successful snapshot',
  },
  needs: NEEDS,
  comparisons: timeComparisons,
  read: ({ joined }) => {
    if (joined.snapshots === undefined) return UNKNOWN;
    return latest(
      joined.snapshots.filter(({ outcome }) => outcome === 'Succeeded').map(({ time }) => time),
    );
  },
  order: (time) => time,
  cell: formatTime,
  optional: true,
  timed: { '': 'lastSnapshot' },
});
