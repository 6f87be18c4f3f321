import {
  byCodeUnit,
  conditionsOf,
  createdOf,
  eventCountOf,
  eventTimeOf,
  formatTime,
  listAt,
  namespaceOf,
  numberAt,
  parseTime,
  refOf,
  textAt,
  type KubeObject,
  type ObjectRef,
} from '../kubernetes';
import { english, say, type Message } from '../messages';
import { present } from '../redaction';
import { containersOf } from './containers';
import type { Facts } from './facts';
import { phaseOf } from './intent';
import type { TimelineEntry } from './types';

type TimelineFacts = Pick<
  Facts,
  | 'vm'
  | 'vmi'
  | 'pods'
  | 'failedPods'
  | 'hotplugPods'
  | 'importers'
  | 'events'
  | 'migrations'
  | 'dataVolumes'
  | 'claims'
  | 'snapshots'
  | 'restores'
  | 'clones'
  | 'exports'
>;

/** The newest that are kept: enough to read, small enough to send. */
const LONGEST = 100;

const entry = (
  object: ObjectRef,
  time: string | undefined,
  reason: string,
  told: string | Message,
  severity: TimelineEntry['severity'] = 'info',
): TimelineEntry[] => {
  const at = parseTime(time);
  const own = typeof told === 'string' ? undefined : told;
  return at === undefined
    ? []
    : [
        {
          time: formatTime(at),
          object,
          reason: present(reason),
          message: present(typeof told === 'string' ? told : english(told)),
          ...(own === undefined ? {} : { messageMessage: own }),
          severity,
        },
      ];
};

/** When an object came, and when somebody asked for it to go. */
const created = (object: KubeObject | undefined): TimelineEntry[] =>
  object === undefined
    ? []
    : [
        ...entry(
          refOf(object),
          createdOf(object),
          'Created',
          say('{{kind}} was created', { kind: refOf(object).kind }),
        ),
        ...entry(
          refOf(object),
          textAt(object, 'metadata', 'deletionTimestamp'),
          'Deleting',
          say('{{kind}} is to be deleted', { kind: refOf(object).kind }),
          'warning',
        ),
      ];

/** Conditions that say that something is not as it should be. A VM copies those of its instance. */
const TROUBLES: Readonly<Record<string, readonly string[]>> = {
  VirtualMachine: ['Failure True', 'RestartRequired True'],
  VirtualMachineInstance: ['Ready False', 'Paused True', 'Synchronized False'],
};

const troubles = (object: KubeObject | undefined): TimelineEntry[] =>
  object === undefined
    ? []
    : conditionsOf(object)
        .filter(({ type, status }) => TROUBLES[refOf(object).kind]?.includes(`${type} ${status}`))
        .flatMap(({ type, status, reason, message, lastTransitionTime }) =>
          entry(
            refOf(object),
            lastTransitionTime,
            reason === '' ? type : reason,
            message === '' ? say('{{type}} is {{status}}', { type, status }) : message,
            'warning',
          ),
        );

/** Containers that ended, by their own exit or by the kubelet. */
const ended = (pod: KubeObject): TimelineEntry[] =>
  containersOf(pod).flatMap(({ name, entry: container }) =>
    (['state', 'lastState'] as const).flatMap((state) => {
      const code = numberAt(container, state, 'terminated', 'exitCode') ?? 0;
      const message = textAt(container, state, 'terminated', 'message');
      return entry(
        refOf(pod),
        textAt(container, state, 'terminated', 'finishedAt'),
        textAt(container, state, 'terminated', 'reason') ?? 'Ended',
        message === undefined
          ? say('Container {{name}} ended with code {{code}}', { name, code })
          : say('Container {{name}} ended with code {{code}}: {{message}}', {
              name,
              code,
              message: present(message),
            }),
        code === 0 ? 'info' : 'error',
      );
    }),
  );

/** A pod's own life: when it came and went, and how its containers ended. */
const lived = (pod: KubeObject): TimelineEntry[] => [...created(pod), ...ended(pod)];

/** An instance and a migration both keep when they came into each phase. */
const phases = (object: KubeObject | undefined): TimelineEntry[] =>
  object === undefined
    ? []
    : listAt(object, 'status', 'phaseTransitionTimestamps').flatMap((transition) => {
        const phase = textAt(transition, 'phase') ?? '';
        return entry(
          refOf(object),
          textAt(transition, 'phaseTransitionTimestamp'),
          phase,
          say('Phase is {{phase}}', { phase }),
          phase === 'Failed' ? 'error' : 'info',
        );
      });

const migrated = (migration: KubeObject): TimelineEntry[] => {
  const phase = phaseOf(migration) ?? '';
  return [
    ...created(migration),
    ...phases(migration),
    ...entry(
      refOf(migration),
      textAt(migration, 'status', 'migrationState', 'endTimestamp'),
      phase,
      say('Migration ended: {{phase}}', { phase }),
      phase === 'Failed' ? 'error' : 'info',
    ),
  ];
};

const happened = (event: KubeObject): TimelineEntry[] => {
  const involved = {
    apiVersion: textAt(event, 'involvedObject', 'apiVersion') ?? '',
    kind: textAt(event, 'involvedObject', 'kind') ?? '',
    namespace: textAt(event, 'involvedObject', 'namespace') ?? namespaceOf(event) ?? '',
    name: textAt(event, 'involvedObject', 'name') ?? '',
  };
  const count = eventCountOf(event);
  return entry(
    involved,
    eventTimeOf(event),
    textAt(event, 'reason') ?? '',
    textAt(event, 'message') ?? '',
    textAt(event, 'type') === 'Warning' ? 'warning' : 'info',
  ).map((one) => (count > 1 ? { ...one, count } : one));
};

const byTime = (a: TimelineEntry, b: TimelineEntry): number =>
  byCodeUnit(a.time, b.time) ||
  byCodeUnit(a.object.kind, b.object.kind) ||
  byCodeUnit(a.object.name, b.object.name) ||
  byCodeUnit(a.reason, b.reason) ||
  byCodeUnit(a.message, b.message);

/** The same thing told twice is told once. */
const once = (entries: readonly TimelineEntry[]): TimelineEntry[] =>
  entries.filter((one, index) => {
    const next = entries[index + 1];
    return next === undefined || byTime(one, next) !== 0;
  });

/**
 * What happened to the VM and all it is made of, oldest first. Events of instances and pods that
 * bore the same names before are not among it.
 */
export const timelineOf = (facts: TimelineFacts): TimelineEntry[] => {
  const lookups = [...facts.claims, ...facts.dataVolumes];
  const operations = [...facts.snapshots, ...facts.restores, ...facts.clones, ...facts.exports];
  const pods = [...facts.pods, ...facts.failedPods, ...facts.hotplugPods, ...facts.importers];
  const all = [
    ...created(facts.vm),
    ...troubles(facts.vm),
    ...created(facts.vmi),
    ...troubles(facts.vmi),
    ...phases(facts.vmi),
    ...pods.flatMap(lived),
    ...lookups.flatMap(({ object }) => created(object)),
    ...facts.migrations.flatMap(migrated),
    ...operations.flatMap(created),
    ...facts.events.flatMap(happened),
  ];
  return once(all.sort(byTime)).slice(-LONGEST);
};
