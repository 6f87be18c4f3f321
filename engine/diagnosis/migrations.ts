import {
  annotationsOf,
  conditionOf,
  createdOf,
  DAY,
  flagAt,
  isDeleting,
  MINUTE,
  nameOf,
  parseTime,
  textAt,
  uidOf,
  type KubeObject,
} from '../kubernetes';
import { proof } from './evidence';
import type { Facts, GatheredFacts } from './facts';
import { activePodOf, ageOf, isEvacuating, isRunning, isStarting, phaseOf } from './intent';
import type { RuleContext } from './rule';
import {
  firstMatch,
  newestRefusal,
  saidByConditions,
  saidByEvents,
  saidOfPod,
  type Said,
  type Statement,
} from './statements';

type MigrationFacts = Pick<Facts, 'vmi' | 'migrations' | 'events'>;

const STATE = ['status', 'migrationState'] as const;

export const isOver = (migration: KubeObject): boolean =>
  ['Succeeded', 'Failed'].includes(phaseOf(migration) ?? '');

const AUTOMATIC = ['kubevirt.io/evacuationMigration', 'kubevirt.io/workloadUpdateMigration'];

/** KubeVirt made it, for a drain or an update, and makes another one when it fails. */
export const isAutomatic = (migration: KubeObject): boolean =>
  AUTOMATIC.some((name) => annotationsOf(migration)[name] !== undefined);

/** The failed migrations at the head of a list, newest first, up to one that succeeded. */
export const failedInARow = (migrations: readonly KubeObject[]): KubeObject[] => {
  const end = migrations.findIndex((one) => phaseOf(one) === 'Succeeded');
  return (end < 0 ? migrations : migrations.slice(0, end)).filter(
    (one) => phaseOf(one) === 'Failed',
  );
};

/** The newest migration while it is under way. */
export const openMigration = (migrations: readonly KubeObject[]): KubeObject | undefined =>
  migrations.slice(0, 1).find((migration) => !isOver(migration));

/** KubeVirt makes the target pod of a migration while that is `Pending`, and tries until it may. */
const isPending = (migration: KubeObject): boolean =>
  ['', 'Pending'].includes(phaseOf(migration) ?? '');

/** The newest migration while its target pod is not made. */
export const pendingMigration = (migrations: readonly KubeObject[]): KubeObject | undefined =>
  migrations.slice(0, 1).find(isPending);

/** The pod that is to take the guest over in this migration. */
export const isTargetOf = (pod: KubeObject, migration: KubeObject): boolean =>
  textAt(pod, 'metadata', 'labels', 'kubevirt.io/migrationJobUID') === uidOf(migration);

/** How long a migration's target may take to come up before its troubles count. */
const TARGET_PATIENCE = 3 * MINUTE;

/**
 * The launcher pod that is waited for: the VM's own while it starts, else the target of a
 * migration under way, without which the guest goes on running where it is.
 */
export const awaitedPod = (
  { vm, vmi, pods, migrations }: Pick<Facts, 'vm' | 'vmi' | 'pods' | 'migrations'>,
  now: number,
): { pod: KubeObject; severity: 'critical' | 'warning' } | undefined => {
  const pod = activePodOf(vmi, pods);
  if (isStarting(vm, vmi)) return pod && { pod, severity: 'critical' };
  const open = openMigration(migrations);
  const target = open && pods.find((one) => isTargetOf(one, open) && phaseOf(one) === 'Pending');
  return target === undefined || ageOf(target, now) < TARGET_PATIENCE
    ? undefined
    : { pod: target, severity: 'warning' };
};

type RefusalFacts = Pick<Facts, 'vm' | 'vmi' | 'pods' | 'migrations' | 'events'>;
/** What is said of a pod that is not made, and how much hangs on that pod. */
type Refusals = { said: readonly Statement[]; severity: 'critical' | 'warning' };

/** KubeVirt says so of the pod that brings a plugged disk to the node. */
const OF_HELPER = /^Error creating (?:attachment|hotplug) pod/;

/**
 * Why the helper pod of a plugged disk is not made. The condition goes as soon as it is; its words
 * may be those of the first try, so the newest event stands for them.
 */
export const helperRefusals = ({
  vmi,
  events,
}: Pick<Facts, 'vmi' | 'events'>): Refusals | undefined => {
  const isOfHelper = ({ text }: Statement): boolean => OF_HELPER.test(text);
  const said = saidByConditions(vmi).filter(isOfHelper);
  const told = saidByEvents(events).find(isOfHelper);
  return isRunning(vmi) && said.length > 0
    ? { said: told === undefined ? said : [told], severity: 'warning' }
    : undefined;
};

/**
 * Why the pod that is waited for is not made: the VM's own while it starts, else the target of a
 * migration, of which only events since its beginning tell, else the helper of a plugged disk.
 * Nothing once it is there.
 */
export const refusalsOf = ({
  vm,
  vmi,
  pods,
  migrations,
  events,
}: RefusalFacts): Refusals | undefined => {
  if (isStarting(vm, vmi)) {
    return pods.length > 0
      ? undefined
      : { said: saidOfPod({ vm, vmi, events }), severity: 'critical' };
  }
  const pending = isRunning(vmi) ? pendingMigration(migrations) : undefined;
  if (pending === undefined) return helperRefusals({ vmi, events });
  const began = parseTime(createdOf(pending)) ?? 0;
  const told = newestRefusal(events);
  const isOfIt = told !== undefined && (told.time ?? began) >= began;
  return { said: isOfIt ? [told] : [], severity: 'warning' };
};

/** The first thing said of a pod that is not made that a pattern matches. */
export const refusedAs = (
  facts: RefusalFacts,
  pattern: RegExp,
): (Said & Pick<Refusals, 'severity'>) | undefined => {
  const refusals = refusalsOf(facts);
  const said = firstMatch(refusals?.said ?? [], pattern);
  return refusals && said && { ...said, severity: refusals.severity };
};

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

/** The migration that ended last; while KubeVirt waits before the next try, the one before. */
const lastEnded = ([newest, before]: readonly KubeObject[]): KubeObject | undefined => {
  if (newest === undefined || isOver(newest)) return newest;
  return isAutomatic(newest) && isPending(newest) ? before : undefined;
};

/** One of days ago explains what happened then, and not what happens now. */
const isStillWanted = (
  { vmi, migrations }: MigrationFacts,
  migration: KubeObject,
  { topics, request, now }: RuleContext,
): boolean => {
  const isTriedAgain = migrations[0] !== migration;
  const isAsked = topics.has('migration') || topics.has('drain');
  if (!isAsked && !isTriedAgain && !isEvacuating(vmi)) return false;
  const asked = `${request.question ?? ''} ${request.error ?? ''}`;
  return ageOf(migration, now) < DAY || /fail|abort|cancel/i.test(asked);
};

/**
 * The last migration, when it failed and somebody still wants one: the VM itself is well, so a
 * failure of the past is only a note.
 */
export const failedMigration = (
  facts: MigrationFacts,
  context: RuleContext,
): FailedMigration | undefined => {
  const { vmi, migrations, events } = facts;
  const migration = lastEnded(migrations);
  if (migration === undefined || phaseOf(migration) !== 'Failed') return undefined;
  if (!isStillWanted(facts, migration, context)) return undefined;
  const own = isStateOf(vmi, migration) ? vmi : undefined;
  const began = parseTime(createdOf(migration)) ?? 0;
  const told = saidByEvents(events).filter(
    ({ about, reason, time }) =>
      ((about.kind === 'VirtualMachineInstanceMigration' && about.name === nameOf(migration)) ||
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
      isDeleting(migration) ||
      conditionOf(migration, 'migrationAbortRequested')?.status === 'True' ||
      said.some(({ text }) => /due to being cancell?ed/.test(text)),
  };
};

/** What became of a migration that was asked about: it failed, whether or not anything says why. */
export const failureAskedAbout = (
  facts: Pick<GatheredFacts, 'vmi' | 'migrations' | 'events'>,
  context: RuleContext,
): KubeObject | undefined =>
  failedMigration(
    {
      vmi: facts.vmi.value,
      migrations: facts.migrations.value ?? [],
      events: facts.events.value ?? [],
    },
    context,
  )?.migration;

/** How long a migration may wait for its turn before nobody can say that all is well. */
const TURN_PATIENCE = 30 * MINUTE;

/** A migration that is asked about and does not get on: its target pod is not made or not up. */
export const stalledMigration = (
  { vm, vmi, pods, migrations }: Pick<GatheredFacts, 'vm' | 'vmi' | 'pods' | 'migrations'>,
  { topics, now }: RuleContext,
): KubeObject | undefined => {
  if (!topics.has('migration') && !topics.has('drain') && !isEvacuating(vmi.value))
    return undefined;
  const open = migrations.value ?? [];
  const seen = { vm: vm.value ?? {}, vmi: vmi.value, pods: pods.value ?? [], migrations: open };
  const isLate = ageOf(pendingMigration(open), now) > TURN_PATIENCE;
  return isLate || awaitedPod(seen, now)?.severity === 'warning' ? openMigration(open) : undefined;
};
