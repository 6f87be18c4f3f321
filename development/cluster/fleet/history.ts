import {
  formatTime,
  HOUR,
  MINUTE,
  SECOND,
  uidOf,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';
import { eventOf } from '../events';
import type { MachinePlan } from './machine-plan';
import { bootOf, machineParts } from './machine';
import { runningInstance } from '../machine/instance';
import { leftoverPod, migrationOf } from './running';

/** The events of a start that went well, and of a stop that was asked for. */
const lifeEvents = (plan: MachinePlan): KubeObject[] => {
  const { machine, claim } = machineParts(plan);
  if (plan.state === 'stopped') {
    const message = `Stopped the virtual machine by deleting the virtual machine instance ${uidOf(machine) ?? ''}`;
    return [
      eventOf(machine, {
        reason: 'SuccessfulDelete',
        message,
        time: plan.changed,
        component: 'virtualmachine-controller',
      }),
    ];
  }
  const boot = bootOf(plan, claim);
  const instance = runningInstance(machine, boot);
  return [
    eventOf(machine, {
      reason: 'SuccessfulCreate',
      message: `Started the virtual machine by creating the new virtual machine instance ${plan.name}`,
      time: plan.changed,
      component: 'virtualmachine-controller',
    }),
    eventOf(instance, {
      reason: 'SuccessfulCreate',
      message: `Created virtual machine pod ${boot.podName}`,
      time: plan.changed + SECOND,
      component: 'virtualmachine-controller',
    }),
    eventOf(instance, {
      reason: 'Started',
      message: 'VirtualMachineInstance started.',
      time: plan.changed + 17 * SECOND,
      component: 'virt-handler',
    }),
  ];
};

/** A migration that failed yesterday and harmed nothing: the machine went on running. */
const failedMigration = (plan: MachinePlan, now: number): KubeObject[] => {
  const begun = now - 26 * HOUR;
  const time = formatTime(begun + 5 * MINUTE);
  const migration = migrationOf(plan, 'failed', begun, {
    phase: 'Failed',
    phaseTransitionTimestamps: [
      { phase: 'Pending', phaseTransitionTimestamp: formatTime(begun) },
      { phase: 'Failed', phaseTransitionTimestamp: time },
    ],
  });
  return [
    migration,
    eventOf(migration, {
      type: 'Warning',
      reason: 'FailedMigration',
      message: 'source node reported migration failed',
      time: begun + 5 * MINUTE,
      component: 'virtualmachineinstance-migration-controller',
    }),
  ];
};

const pastMigration = (plan: MachinePlan): KubeObject[] => [
  leftoverPod(plan),
  migrationOf(plan, 'done', plan.changed - MINUTE, {
    phase: 'Succeeded',
    phaseTransitionTimestamps: [
      { phase: 'Pending', phaseTransitionTimestamp: formatTime(plan.changed - MINUTE) },
      { phase: 'Succeeded', phaseTransitionTimestamp: formatTime(plan.changed) },
    ],
  }),
];

const isShared = ({ state, app }: MachinePlan): boolean =>
  state === 'running' && app.local !== true;

/** Events keep for an hour or so; older starts left none. */
const EVENT_LIFE = 24 * HOUR;

/** What happened to the fleet before now, none of it a problem today. */
export const historyObjects = (plans: readonly MachinePlan[], now: number): KubeObject[] => {
  const movable = plans.filter(isShared);
  return [
    ...plans.filter(({ changed }) => now - changed < EVENT_LIFE).flatMap(lifeEvents),
    ...movable.slice(3, 4).flatMap((plan) => failedMigration(plan, now)),
    ...movable.filter(({ index }) => index % 29 === 0).flatMap(pastMigration),
  ];
};
