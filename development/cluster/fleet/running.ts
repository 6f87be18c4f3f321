import {
  formatTime,
  listAt,
  MINUTE,
  nameOf,
  recordAt,
  SECOND,
  uidOf,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { condition } from '../machine/build';
import { runningInstance } from '../machine/instance';
import { completedPod, launcherPod } from '../machine/pod';
import { suffixFrom, uidFrom } from '../names';
import type { MachinePlan } from './machine-plan';
import { bootOf, followingMachine, machineParts, stoppedMachine } from './machine';

const withCondition = (object: KubeObject, added: KubeObject): KubeObject => ({
  ...object,
  status: {
    ...recordAt(object, 'status'),
    conditions: [...listAt(object, 'status', 'conditions'), added],
  },
});

const withStatus = (object: KubeObject, status: KubeObject): KubeObject => ({
  ...object,
  status: { ...recordAt(object, 'status'), ...status },
});

export const migrationName = (plan: MachinePlan, note: string): string =>
  `kubevirt-migrate-vm-${suffixFrom(`${plan.namespace.name}/${plan.name}/${note}`)}`;

/** A migration of the planned machine; `note` tells several of one machine apart. */
export const migrationOf = (
  plan: MachinePlan,
  note: string,
  created: number,
  status: KubeObject,
): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstanceMigration',
  metadata: {
    name: migrationName(plan, note),
    namespace: plan.namespace.name,
    uid: uidFrom(`VirtualMachineInstanceMigration/${plan.namespace.name}/${plan.name}/${note}`),
    creationTimestamp: formatTime(created),
    generation: 1,
    labels: { 'kubevirt.io/vmi-name': plan.name },
    finalizers: ['kubevirt.io/migrationJobFinalize'],
  },
  spec: { vmiName: plan.name },
  status,
});

const runningSet = (plan: MachinePlan): KubeObject[] => {
  const { machine, claim, others } = machineParts(plan);
  const boot = bootOf(plan, claim);
  const instance = runningInstance(machine, boot);
  return [
    followingMachine(machine, instance, 'Running'),
    ...others,
    instance,
    launcherPod(instance, boot),
  ];
};

const pausedSet = (plan: MachinePlan): KubeObject[] => {
  const { machine, claim, others } = machineParts(plan);
  const boot = bootOf(plan, claim);
  const time = plan.changed + 30 * MINUTE;
  const message = 'VMI was paused by user';
  const paused = {
    ...condition('Paused', 'True', time, 'PausedByUser', message),
    lastProbeTime: formatTime(time),
  };
  const instance = withCondition(runningInstance(machine, boot), paused);
  return [
    followingMachine(machine, instance, 'Paused'),
    ...others,
    instance,
    launcherPod(instance, boot),
  ];
};

/** Half way through a live migration that goes well, begun a minute ago. */
const migratingSet = (plan: MachinePlan, now: number): KubeObject[] => {
  const { machine, claim, others } = machineParts(plan);
  const boot = bootOf(plan, claim);
  const begun = now - MINUTE;
  const migration = migrationOf(plan, 'now', begun, {
    phase: 'Running',
    phaseTransitionTimestamps: [
      { phase: 'Pending', phaseTransitionTimestamp: formatTime(begun) },
      { phase: 'Running', phaseTransitionTimestamp: formatTime(begun + 20 * SECOND) },
    ],
  });
  const targetBoot = { ...bootOf(plan, claim, 'target'), started: begun };
  const running = runningInstance(machine, boot);
  const target = launcherPod(running, targetBoot);
  const instance = withStatus(running, {
    activePods: { [boot.podUid]: boot.node, [targetBoot.podUid]: targetBoot.node },
    migrationState: {
      migrationUid: uidOf(migration),
      mode: 'PreCopy',
      sourceNode: boot.node,
      sourcePod: boot.podName,
      startTimestamp: formatTime(begun + 20 * SECOND),
      targetNode: targetBoot.node,
      targetPod: targetBoot.podName,
    },
  });
  const metadata = recordAt(target, 'metadata');
  return [
    followingMachine(machine, instance, 'Migrating'),
    ...others,
    instance,
    launcherPod(instance, boot),
    {
      ...target,
      metadata: {
        ...metadata,
        labels: {
          ...recordAt(metadata, 'labels'),
          'kubevirt.io/migrationJobUID': uidOf(migration),
        },
        annotations: {
          ...recordAt(metadata, 'annotations'),
          'kubevirt.io/migrationJobName': nameOf(migration),
        },
      },
    },
    migration,
  ];
};

/** Every object of a planned machine. */
export const machineObjects = (plan: MachinePlan, now: number): KubeObject[] => {
  if (plan.state === 'paused') return pausedSet(plan);
  if (plan.state === 'migrating') return migratingSet(plan, now);
  if (plan.state === 'running') return runningSet(plan);
  const { machine, others } = machineParts(plan);
  return [stoppedMachine(machine, plan.changed), ...others];
};

/** The launcher pod a migrated machine left behind on its former node. */
export const leftoverPod = (plan: MachinePlan): KubeObject => {
  const { machine, claim } = machineParts(plan);
  const boot = { ...bootOf(plan, claim, 'former'), started: plan.changed - 20 * MINUTE };
  const instance = runningInstance(machine, bootOf(plan, claim));
  return completedPod(instance, boot, plan.changed);
};
