import {
  byCodeUnit,
  createdOf,
  eventCountOf,
  eventTimeOf,
  formatTime,
  listAt,
  namespaceOf,
  parseTime,
  refOf,
  textAt,
  type KubeObject,
  type ObjectRef,
} from '../kubernetes';
import { present } from '../redaction';
import type { Facts } from './facts';
import { phaseOf } from './intent';
import type { TimelineEntry } from './types';

type TimelineFacts = Pick<
  Facts,
  'vm' | 'vmi' | 'pods' | 'events' | 'migrations' | 'dataVolumes' | 'claims'
>;

/** The newest that are kept: enough to read, small enough to send. */
const LONGEST = 100;

const entry = (
  object: ObjectRef,
  time: string | undefined,
  reason: string,
  message: string,
  severity: TimelineEntry['severity'] = 'info',
): TimelineEntry[] => {
  const at = parseTime(time);
  return at === undefined
    ? []
    : [
        {
          time: formatTime(at),
          object,
          reason: present(reason),
          message: present(message),
          severity,
        },
      ];
};

const created = (object: KubeObject | undefined): TimelineEntry[] =>
  object === undefined
    ? []
    : entry(refOf(object), createdOf(object), 'Created', `${refOf(object).kind} was created`);

const phases = (vmi: KubeObject | undefined): TimelineEntry[] =>
  vmi === undefined
    ? []
    : listAt(vmi, 'status', 'phaseTransitionTimestamps').flatMap((transition) => {
        const phase = textAt(transition, 'phase') ?? '';
        return entry(
          refOf(vmi),
          textAt(transition, 'phaseTransitionTimestamp'),
          phase,
          `Phase is ${phase}`,
          phase === 'Failed' ? 'error' : 'info',
        );
      });

const migrated = (migration: KubeObject): TimelineEntry[] => {
  const phase = phaseOf(migration) ?? '';
  return [
    ...created(migration),
    ...entry(
      refOf(migration),
      textAt(migration, 'status', 'migrationState', 'endTimestamp'),
      phase,
      `Migration ended: ${phase}`,
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

/** What happened to the VM and all it is made of, oldest first. */
export const timelineOf = (facts: TimelineFacts): TimelineEntry[] => {
  const lookups = [...facts.claims, ...facts.dataVolumes];
  const all = [
    ...created(facts.vm),
    ...created(facts.vmi),
    ...phases(facts.vmi),
    ...facts.pods.flatMap(created),
    ...lookups.flatMap(({ object }) => created(object)),
    ...facts.migrations.flatMap(migrated),
    ...facts.events.flatMap(happened),
  ];
  return all
    .sort(
      (a, b) =>
        byCodeUnit(a.time, b.time) ||
        byCodeUnit(a.object.kind, b.object.kind) ||
        byCodeUnit(a.reason, b.reason) ||
        byCodeUnit(a.message, b.message),
    )
    .slice(-LONGEST);
};
