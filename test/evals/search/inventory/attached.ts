import type { KubeObject } from '@cnv-ai/engine/kubernetes';
import { GROUND, hoursAgo, uidFor } from './cluster';
import { claimOf } from './machine';
import type { MachineSpec } from './spec';

/** The access mode each storage class gives. */
type AccessModes = Readonly<Record<string, string>>;

const meta = (spec: MachineSpec, kind: string, name: string, hours: number): KubeObject => ({
  name,
  namespace: spec.namespace,
  uid: uidFor(kind, spec.namespace, name),
  creationTimestamp: hoursAgo(hours),
});

// These statuses say that the claim is not there (yet).
const CLAIMLESS = new Set(['ErrorPvcNotFound']);

const claims = (spec: MachineSpec, accessModes: AccessModes): KubeObject[] =>
  CLAIMLESS.has(spec.status)
    ? []
    : spec.disks.map(({ size, storageClass }, index) => ({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: meta(spec, 'pvc', claimOf(spec, index), spec.ageHours),
        spec: {
          storageClassName: storageClass,
          accessModes: [accessModes[storageClass]],
          resources: { requests: { storage: size } },
        },
        status: { phase: 'Bound', capacity: { storage: size } },
      }));

const PHASES: Readonly<Record<string, string>> = {
  Provisioning: 'ImportInProgress',
  DataVolumeError: 'Failed',
  WaitingForVolumeBinding: 'WaitForFirstConsumer',
};

const dataVolumes = (spec: MachineSpec): KubeObject[] =>
  CLAIMLESS.has(spec.status)
    ? []
    : spec.disks.slice(0, 1).map((disk, index) => ({
        apiVersion: 'cdi.kubevirt.io/v1beta1',
        kind: 'DataVolume',
        metadata: meta(spec, 'dv', claimOf(spec, index), spec.ageHours),
        spec: { storage: { storageClassName: disk.storageClass } },
        status: { phase: PHASES[spec.status] ?? 'Succeeded', progress: '100.0%' },
      }));

const snapshots = (spec: MachineSpec): KubeObject[] =>
  (spec.snapshots ?? []).map(({ hours, failed = false }, index) => ({
    apiVersion: 'snapshot.kubevirt.io/v1beta1',
    kind: 'VirtualMachineSnapshot',
    metadata: meta(spec, 'snapshot', `${spec.name}-snap-${index}`, hours),
    spec: { source: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name: spec.name } },
    status: {
      phase: failed ? 'Failed' : 'Succeeded',
      readyToUse: !failed,
      ...(failed ? {} : { creationTime: hoursAgo(hours) }),
    },
  }));

const condition = (type: string, status: string, hours: number): KubeObject => ({
  type,
  status,
  reason: type === 'Failed' ? 'Failed' : 'Completed',
  lastTransitionTime: hoursAgo(hours),
});

const backups = (spec: MachineSpec): KubeObject[] =>
  (spec.backups ?? []).map(({ hours, failed = false }, index) => ({
    apiVersion: 'backup.kubevirt.io/v1alpha1',
    kind: 'VirtualMachineBackup',
    metadata: meta(spec, 'backup', `${spec.name}-backup-${index}`, hours + 0.01),
    spec: {
      source: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name: spec.name },
      pvcName: `${spec.name}-backup`,
    },
    status: {
      startTimestamp: hoursAgo(hours),
      conditions: [condition(failed ? 'Failed' : 'Complete', 'True', hours)],
    },
  }));

const migrations = (spec: MachineSpec): KubeObject[] => {
  const { migration } = spec;
  if (migration === undefined) return [];
  const phase = spec.status === 'Migrating' ? 'Running' : migration.failed ? 'Failed' : 'Succeeded';
  return [
    {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachineInstanceMigration',
      metadata: {
        ...meta(spec, 'migration', `${spec.name}-migration`, migration.hours + 0.03),
        uid: uidFor('migration', spec.namespace, spec.name),
      },
      spec: { vmiName: spec.name },
      status: {
        phase,
        migrationState: { sourceNode: migration.source, targetNode: spec.node },
        phaseTransitionTimestamps: [{ phase, phaseTransitionTimestamp: hoursAgo(migration.hours) }],
      },
    },
  ];
};

const events = (spec: MachineSpec): KubeObject[] =>
  (spec.warnings ?? []).map((reason, index) => ({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: meta(spec, 'event', `${spec.name}.${index}`, 0.2),
    type: 'Warning',
    reason,
    message: `${reason} for ${spec.name}`,
    involvedObject: {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachineInstance',
      namespace: spec.namespace,
      name: spec.name,
      uid: uidFor('vmi', spec.namespace, spec.name),
    },
    count: 3,
    firstTimestamp: hoursAgo(0.6),
    lastTimestamp: hoursAgo(0.1),
  }));

/** The objects that belong to a machine beside the VM and its instance. */
export const attachedObjects = (
  spec: MachineSpec,
  accessModes: AccessModes = GROUND.storageClasses,
): KubeObject[] => [
  ...claims(spec, accessModes),
  ...[dataVolumes, snapshots, backups, migrations, events].flatMap((build) => build(spec)),
];
