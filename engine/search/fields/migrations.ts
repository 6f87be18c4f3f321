import { formatTime } from '../../kubernetes';
import { say, type Message } from '../../messages';
import { UNKNOWN } from '../query/truth';
import type { Migration, Outcome } from '../records/joined';
import type { VmRecord } from '../records/record';
import { several, type Several } from '../records/several';
import { enumComparisons, isAmong } from './comparisons-enum';
import { numberComparisons } from './comparisons-number';
import { anyOf, joinValues, latestOf, readSeveral } from './comparisons-several';
import { textComparisons } from './comparisons-text';
import { timeComparisons } from './comparisons-time';
import { defineField, type Evidence, type Field } from './field';

const NEEDS = ['migrations'] as const;
const OUTCOMES = ['Succeeded', 'Failed', 'InProgress'] as const;

/**
 * The migrations that are still there, and the latest as the instance remembers it: all that
 * KubeVirt keeps. Without the first there may have been more.
 */
const migrationsOf = ({ joined, lastMigration, vmi }: VmRecord): Several<Migration> => {
  const { migrations = [] } = joined;
  const again = migrations.some(({ uid }) => uid !== undefined && uid === lastMigration?.uid);
  const own = lastMigration === undefined || again ? [] : [lastMigration];
  const complete = joined.migrations !== undefined && vmi !== 'unread';
  return several([...migrations, ...own], complete);
};

const ofMigrations = <T>(
  record: VmRecord,
  read: (migration: Migration) => T | undefined,
): Several<T> => {
  const { values, complete } = migrationsOf(record);
  return several(values.map(read), complete);
};

const evidenceOf = (
  record: VmRecord,
  test: (migration: Migration) => boolean,
): Evidence | undefined => {
  const found = migrationsOf(record).values.find(test);
  if (found === undefined) return undefined;
  const value = found.outcome;
  if (found.name === undefined) return { in: 'vmi', path: '/status/migrationState', value };
  const { namespace } = record;
  const kind = 'VirtualMachineInstanceMigration';
  const ref = { apiVersion: 'kubevirt.io/v1', kind, namespace, name: found.name };
  return { in: ref, path: '/status/phase', value };
};

/** How live migrations of the machine went. */
export const migrationField = defineField<Several<string>>({
  name: 'migration',
  label: say('Live migration'),
  type: 'enum',
  words: {
    en: 'migration|migrations|live migration|live migrations|migration history|migration status',
  },
  phrases: {
    en: [
      [
        "{failed,failing,unsuccessful} {,live }migration{,s}|{,live }migration{,s,s that,s which,s have,s that have,s which have, that, has, that has, attempts, attempts that, attempts which} failed|{failed,fail,fails,failing} to {,live }migrate|couldn't migrate|could not migrate|{,live }migration failure{,s}|{,live }migration error{,s}|{,live }migration{,s} {,that ,which }{did not,didn't} succeed|migration is failed",
        'Failed',
      ],
      [
        'moved {to another,to a different,between} {node,nodes,host,hosts}|{moved,changed} {nodes,hosts}|changed {node,host}|{successful,completed} {,live }migration{,s}|migrated successfully|successfully {,live ,live-}migrated|migration succeeded|{,live ,live-}migrated|vmotioned|moved|moved over|relocated|migrated at least once|{been ,}migrated before',
        'Succeeded',
      ],
      [
        '{ongoing,pending,running,in-flight,in flight,queued} {,live }migration{,s}|{,live }migration{,s} {,is ,are }{in progress,ongoing,pending,running,in flight}|{pending,waiting for,awaiting} {,a ,live ,a live }migration|waiting to {,live }migrate|waiting to be {,live }migrated',
        'InProgress',
      ],
    ],
  },
  needs: NEEDS,
  values: OUTCOMES,
  comparisons: anyOf(enumComparisons(OUTCOMES, isAmong)),
  read: (record) => readSeveral(ofMigrations(record, ({ outcome }) => outcome)),
  evidence: (record, value) =>
    evidenceOf(record, ({ outcome }) => value === true || value === outcome),
  cell: joinValues,
  multiple: true,
  optional: true,
  timed: { '': 'migrated', Succeeded: 'migrated', Failed: 'migrationFailed' },
});

const timeField = (name: string, label: Message, words: string, wanted: Outcome): Field =>
  defineField<Several<number>>({
    name,
    label,
    type: 'time',
    words: { en: words },
    needs: NEEDS,
    comparisons: anyOf(timeComparisons),
    read: (record) =>
      readSeveral(
        ofMigrations(record, ({ outcome, time }) => (outcome === wanted ? time : undefined)),
      ),
    evidence: (record) => evidenceOf(record, ({ outcome }) => outcome === wanted),
    order: latestOf,
    cell: ({ values }) => values.map(formatTime).join(', '),
    multiple: true,
    optional: true,
    timed: { '': name },
  });

export const migratedField = timeField(
  'migrated',
  say('Migrated'),
  'migration time|migration date|migratedat',
  'Succeeded',
);

export const migrationFailedField = timeField(
  'migrationFailed',
  say('Migration failed'),
  'migration failure time|migrationfailed',
  'Failed',
);

/** Where a machine came from or went: only a migration that succeeded moved it. */
const endOf =
  (end: 'from' | 'to') =>
  ({ outcome, [end]: node }: Migration): string | undefined =>
    outcome === 'Succeeded' ? node : undefined;

/** A node as the start or the end of a migration that took place. */
const nodeOfMigration = (name: string, label: Message, words: string, end: 'from' | 'to'): Field =>
  defineField<Several<string>>({
    name,
    label,
    type: 'text',
    example: 'worker-01',
    words: { en: words },
    needs: NEEDS,
    comparisons: anyOf(textComparisons),
    read: (record) => readSeveral(ofMigrations(record, endOf(end))),
    evidence: (record, value) => evidenceOf(record, (migration) => endOf(end)(migration) === value),
    cell: joinValues,
    multiple: true,
    open: true,
    namesNodes: true,
  });

export const migrationCountField = defineField<number>({
  name: 'migrationCount',
  label: say('Number of migrations'),
  type: 'number',
  words: { en: 'migrations|migration|migration count|number of migrations|live migrations' },
  needs: NEEDS,
  counts: true,
  comparisons: numberComparisons,
  read: (record) => {
    const { values, complete } = migrationsOf(record);
    return complete ? values.length : UNKNOWN;
  },
  order: (count) => count,
  cell: (count) => count,
});

export const migrationFromField = nodeOfMigration(
  'migrationFrom',
  say('Migrated from'),
  '{,live ,live-}migrated {,away }{from,off}|{,successful ,completed ,past }{,live }{migration,evacuation}{,s} {from,off,away from,out of}|{moved,evacuated,came,coming,come,vmotioned,moved away} from|moved off|source node|migrationfrom',
  'from',
);

export const migrationToField = nodeOfMigration(
  'migrationTo',
  say('Migrated to'),
  '{,live ,live-}migrated {to,onto}|{,successful ,completed ,past }{,live }{migration,evacuation}{,s} {to,onto,into}|{moved,evacuated} {to,onto}|target node|migrationto|migrating to',
  'to',
);
