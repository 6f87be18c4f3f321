import { formatTime } from '../../kubernetes';
import type { Message } from '../../messages';
import { UNKNOWN } from '../query/truth';
import type { Attempt, Outcome } from '../records/joined';
import type { VmRecord } from '../records/record';
import { several, type Several } from '../records/several';
import { enumComparisons, isAmong } from './comparisons-enum';
import { anyOf, joinValues, latestOf, readSeveral } from './comparisons-several';
import { timeComparisons } from './comparisons-time';
import { defineField, type Evidence, type Field, type ResourceName } from './field';

const OUTCOMES: readonly Outcome[] = ['Succeeded', 'Failed', 'InProgress'];

/** Snapshots or backups of a machine: objects that succeed or fail at a time. */
type Attempts = {
  needs: readonly ResourceName[];
  apiVersion: string;
  kind: string;
  path: string;
  of: (record: VmRecord) => Several<Attempt> | undefined;
};

type Naming = { name: string; label: Message; words: string };

const latest = (times: readonly (number | undefined)[]): number | undefined =>
  times.reduce<number | undefined>(
    (found, time) => (time !== undefined && (found === undefined || time > found) ? time : found),
    undefined,
  );

const evidenceOf = (
  { apiVersion, kind, path, of }: Attempts,
  record: VmRecord,
  test: (attempt: Attempt) => boolean,
): Evidence | undefined => {
  const found = of(record)?.values.find(test);
  const { namespace } = record;
  return (
    found && { in: { apiVersion, kind, namespace, name: found.name }, path, value: found.outcome }
  );
};

/** How they went. */
export const outcomeField = (
  attempts: Attempts,
  naming: Naming,
  more: Pick<Field, 'phrases' | 'timed'>,
): Field =>
  defineField<Several<string>>({
    ...naming,
    ...more,
    words: { en: naming.words },
    type: 'enum',
    needs: attempts.needs,
    values: OUTCOMES,
    comparisons: anyOf(enumComparisons(OUTCOMES, isAmong)),
    read: (record) => {
      const found = attempts.of(record);
      return readSeveral(
        found &&
          several(
            found.values.map(({ outcome }) => outcome),
            found.complete,
          ),
      );
    },
    evidence: (record, value) =>
      evidenceOf(attempts, record, ({ outcome }) => value === true || value === outcome),
    cell: joinValues,
    multiple: true,
    optional: true,
  });

/** When any of those with this outcome took place. */
export const outcomeTimeField = (attempts: Attempts, naming: Naming, wanted: Outcome): Field =>
  defineField<Several<number>>({
    ...naming,
    words: { en: naming.words },
    type: 'time',
    needs: attempts.needs,
    comparisons: anyOf(timeComparisons),
    read: (record) => {
      const found = attempts.of(record);
      const times = found?.values
        .filter(({ outcome }) => outcome === wanted)
        .map(({ time }) => time);
      return readSeveral(found && several(times ?? [], found.complete));
    },
    evidence: (record) => evidenceOf(attempts, record, ({ outcome }) => outcome === wanted),
    order: latestOf,
    cell: ({ values }) => values.map(formatTime).join(', '),
    multiple: true,
    optional: true,
    timed: { '': naming.name },
  });

/** When the latest that succeeded took place. */
export const latestField = (attempts: Attempts, naming: Naming): Field =>
  defineField<number>({
    ...naming,
    words: { en: naming.words },
    type: 'time',
    needs: attempts.needs,
    comparisons: timeComparisons,
    read: (record) => {
      const found = attempts.of(record);
      if (found?.complete !== true) return UNKNOWN;
      return latest(
        found.values.filter(({ outcome }) => outcome === 'Succeeded').map(({ time }) => time),
      );
    },
    order: (time) => time,
    cell: formatTime,
    optional: true,
    timed: { '': naming.name },
  });
