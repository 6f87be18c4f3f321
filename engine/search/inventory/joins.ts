import { at, nameOf, namespaceOf, RESOURCES, textAt, type KubeObject } from '../../kubernetes';
import { say } from '../../messages';
import type { ResourceName } from '../fields';
import {
  toBackup,
  toClaim,
  toHost,
  toMigration,
  toPreference,
  toSnapshot,
  type Attempt,
  type Claim,
  type Joined,
  type Warning,
} from '../records/joined';
import type { VmRecord } from '../records/record';
import type { Volume } from '../records/volumes';
import { several } from '../records/several';
import { defineJoin, type Join } from './join';

const keyOf = (namespace: string | undefined, name: string): string => `${namespace ?? ''}/${name}`;

const ownKey = ({ namespace, name }: VmRecord): string => keyOf(namespace, name);

const claimOf = (
  { claim: name = '', size }: Volume,
  found: readonly Claim[],
): Claim | undefined => {
  const [claim] = found;
  if (claim !== undefined) return claim;
  return size === undefined ? undefined : { name, size, accessModes: [], stated: true };
};

const claims = defineJoin<Claim>({
  kind: 'persistentVolumeClaims',
  missing: say(
    'PersistentVolumeClaims cannot be read everywhere: disk sizes, storage classes and access modes are unknown there.',
  ),
  applies: ({ disks }) => disks.volumes.some(({ claim }) => claim !== undefined),
  project: (object) => ({
    key: keyOf(namespaceOf(object), nameOf(object)),
    value: toClaim(object),
  }),
  attach: ({ namespace, disks }, find) => {
    const claimed = disks.volumes.filter(({ claim }) => claim !== undefined);
    const values = claimed
      .map((volume) => claimOf(volume, find(keyOf(namespace, volume.claim ?? ''))))
      .filter((claim) => claim !== undefined);
    return { claims: { values, complete: values.length === claimed.length } };
  },
});

const snapshots = defineJoin({
  kind: 'snapshots',
  missing: say('VirtualMachineSnapshots cannot be read everywhere: snapshots are unknown there.'),
  project: (object) =>
    textAt(object, 'spec', 'source', 'kind') === RESOURCES.virtualMachines.kind
      ? {
          key: keyOf(namespaceOf(object), textAt(object, 'spec', 'source', 'name') ?? ''),
          value: toSnapshot(object),
        }
      : undefined,
  attach: (record, find) => ({ snapshots: find(ownKey(record)) }),
});

const NO_BACKUPS = say(
  'VirtualMachineBackups cannot be read everywhere: backups are unknown there.',
);

const sourceKey = (object: KubeObject): string =>
  `${textAt(object, 'spec', 'source', 'kind') ?? ''}/${keyOf(namespaceOf(object), textAt(object, 'spec', 'source', 'name') ?? '')}`;

const machineKey = (record: VmRecord): string =>
  `${RESOURCES.virtualMachines.kind}/${ownKey(record)}`;

const backupTrackers = defineJoin<string>({
  kind: 'backupTrackers',
  missing: NO_BACKUPS,
  project: (object) => ({ key: sourceKey(object), value: nameOf(object) }),
  attach: (record, find) => ({ backupTrackers: find(machineKey(record)) }),
});

/** Of the machine itself, or of a tracker of it. */
const backups = defineJoin<Attempt>({
  kind: 'backups',
  missing: NO_BACKUPS,
  project: (object) => ({ key: sourceKey(object), value: toBackup(object) }),
  attach: (record, find) => {
    const { backupTrackers: trackers } = record.joined;
    const tracked = (trackers ?? []).map(
      (name) => `${RESOURCES.backupTrackers.kind}/${keyOf(record.namespace, name)}`,
    );
    const found = [machineKey(record), ...tracked].flatMap((key) => [...find(key)]);
    return { backups: several(found, trackers !== undefined) };
  },
});

const migrations = defineJoin({
  kind: 'migrations',
  missing: say(
    'VirtualMachineInstanceMigrations cannot be read everywhere: only the latest migration is known there.',
  ),
  project: (object) => ({
    key: keyOf(namespaceOf(object), textAt(object, 'spec', 'vmiName') ?? ''),
    value: toMigration(object),
  }),
  attach: (record, find) => ({ migrations: find(ownKey(record)) }),
});

export const nodes = defineJoin({
  kind: 'nodes',
  missing: say('Nodes cannot be read: zones, and which nodes are ready or cordoned, are unknown.'),
  applies: ({ node }) => node !== undefined,
  project: (object) => ({ key: nameOf(object), value: toHost(object) }),
  attach: ({ node = '' }, find) => {
    const [host] = find(node);
    return host === undefined ? {} : { host };
  },
});

const SUBJECTS: ReadonlySet<string> = new Set([
  RESOURCES.virtualMachines.kind,
  RESOURCES.virtualMachineInstances.kind,
]);

const warningOf = (event: KubeObject): { key: string; value: Warning } | undefined => {
  const subject = at(event, 'involvedObject');
  const reason = textAt(event, 'reason');
  const wanted = textAt(event, 'type') === 'Warning' && reason !== undefined && reason !== '';
  if (!wanted || !SUBJECTS.has(textAt(subject, 'kind') ?? '')) return undefined;
  return {
    key: keyOf(namespaceOf(event), textAt(subject, 'name') ?? ''),
    value: { event: nameOf(event), reason },
  };
};

const events = defineJoin<Warning>({
  kind: 'events',
  missing: say('Events cannot be read everywhere: warnings are unknown there.'),
  query: { fieldSelector: 'type=Warning' },
  project: warningOf,
  attach: (record, find) => ({ warnings: find(ownKey(record)) }),
});

// The kind is not case sensitive and may be the plural, as virtctl writes it.
const ownsPreference = ({ preferenceKind }: VmRecord): boolean =>
  preferenceKind !== undefined && /^virtualmachinepreferences?$/i.test(preferenceKind);

const asksPreference = ({ preference, hardware: { secureBoot, tpm } }: VmRecord): boolean =>
  preference !== undefined && (secureBoot === undefined || tpm === undefined);

const NO_PREFERENCES = say(
  'Preferences cannot be read: secure boot and TPM of stopped machines that use them are unknown.',
);

type Preference = NonNullable<Joined['preference']>;

const preferences = defineJoin<Preference>({
  kind: 'preferences',
  missing: NO_PREFERENCES,
  applies: (record) => asksPreference(record) && ownsPreference(record),
  project: (object) => ({
    key: keyOf(namespaceOf(object), nameOf(object)),
    value: toPreference(object),
  }),
  attach: (record, find) => {
    const [preference] = find(keyOf(record.namespace, record.preference ?? ''));
    return ownsPreference(record) && preference !== undefined ? { preference } : {};
  },
});

const clusterPreferences = defineJoin<Preference>({
  kind: 'clusterPreferences',
  missing: NO_PREFERENCES,
  applies: (record) => asksPreference(record) && !ownsPreference(record),
  project: (object) => ({ key: nameOf(object), value: toPreference(object) }),
  attach: (record, find) => {
    const [preference] = find(record.preference ?? '');
    return ownsPreference(record) || preference === undefined ? {} : { preference };
  },
});

/**
 * Kinds that tell of machines beside themselves and their instances; read when asked for. One that
 * is told of by another stands after it.
 */
export const JOINS: ReadonlyMap<ResourceName, Join> = new Map<ResourceName, Join>(
  [
    claims,
    snapshots,
    backupTrackers,
    backups,
    migrations,
    nodes,
    events,
    preferences,
    clusterPreferences,
  ].map((join) => [join.kind, join] as const),
);
