import { createdOf, DAY, parseTime, textAt, uidOf, flagAt, type KubeObject } from '../kubernetes';
import { proof } from './evidence';
import type { Facts } from './facts';
import { ageOf, isEvacuating, phaseOf } from './intent';
import type { RuleContext } from './rule';
import { saidByEvents, type Statement } from './statements';

type MigrationFacts = Pick<Facts, 'vmi' | 'migrations' | 'events'>;

const STATE = ['status', 'migrationState'] as const;

export const isOver = (migration: KubeObject): boolean =>
  ['Succeeded', 'Failed'].includes(phaseOf(migration) ?? '');

/** The newest migration while it is under way. */
export const openMigration = (migrations: readonly KubeObject[]): KubeObject | undefined =>
  migrations.slice(0, 1).find((migration) => !isOver(migration));

/** Why one migration failed, as far as anything says so. */
export type FailedMigration = {
  readonly migration: KubeObject;
  /** The reason in the status first, then events about the migration and the instance. */
  readonly said: readonly Statement[];
  /** Somebody cancelled it. */
  readonly wasCancelled: boolean;
};

const reasonIn = (object: KubeObject | undefined): Statement[] => {
  const text = textAt(object, ...STATE, 'failureReason');
  return object === undefined || text === undefined || text === ''
    ? []
    : [
        {
          text: text.slice(0, 8192),
          reason: '',
          source: 'condition',
          evidence: proof(object, ...STATE, 'failureReason'),
          about: { kind: textAt(object, 'kind') ?? '', name: '' },
        },
      ];
};

/** The VMI keeps the state of its last migration only. */
const isStateOf = (vmi: KubeObject | undefined, migration: KubeObject): boolean => {
  const uid = textAt(vmi, ...STATE, 'migrationUid');
  return uid === undefined || uid === uidOf(migration);
};

/** One of days ago explains what happened then, and not what happens now. */
const isStillWanted = (
  vmi: KubeObject | undefined,
  migration: KubeObject,
  { topics, request, now }: RuleContext,
): boolean => {
  if (!topics.has('migration') && !topics.has('drain') && !isEvacuating(vmi)) return false;
  const asked = `${request.question ?? ''} ${request.error ?? ''}`;
  return ageOf(migration, now) < DAY || /fail|abort|cancel/i.test(asked);
};

/**
 * The last migration, when it failed and somebody still wants one: the VM itself is well, so a
 * failure of the past is only a note.
 */
export const failedMigration = (
  { vmi, migrations, events }: MigrationFacts,
  context: RuleContext,
): FailedMigration | undefined => {
  const [migration] = migrations;
  if (migration === undefined || phaseOf(migration) !== 'Failed') return undefined;
  if (!isStillWanted(vmi, migration, context)) return undefined;
  const own = isStateOf(vmi, migration) ? vmi : undefined;
  const began = parseTime(createdOf(migration)) ?? 0;
  const told = saidByEvents(events).filter(
    ({ about, reason, time }) =>
      (about.kind === 'VirtualMachineInstanceMigration' ||
        (about.kind === 'VirtualMachineInstance' &&
          /^(?:Migrated|FailedMigration)$/.test(reason))) &&
      (time ?? began) >= began,
  );
  const said = [...reasonIn(migration), ...reasonIn(own), ...told];
  return {
    migration,
    said,
    wasCancelled:
      flagAt(own, ...STATE, 'abortRequested') === true ||
      flagAt(migration, ...STATE, 'abortRequested') === true ||
      said.some(({ text }) => /due to being cancell?ed/.test(text)),
  };
};
