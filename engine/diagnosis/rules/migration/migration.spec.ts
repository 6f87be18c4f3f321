import type { Rule } from '../../rule';
import { ago, condition, lookup, namespaced, pod, run, vm, vmi } from '../../testing/factories';
import { migrationTargetUnschedulable } from './migration-target-unschedulable';
import { notLiveMigratableDevice } from './not-live-migratable-device';
import { notLiveMigratableDisks } from './not-live-migratable-disks';
import { notLiveMigratableNetwork } from './not-live-migratable-network';

const blocked = (reason: string) => ({
  vm: vm(),
  vmi: vmi('Running', {
    conditions: [condition('LiveMigratable', 'False', reason, 'cannot migrate VMI')],
  }),
});
const ASKED = { question: 'Why can it not migrate?' };

const BLOCKERS: [string, Rule][] = [
  ['DisksNotLiveMigratable', notLiveMigratableDisks],
  ['InterfaceNotLiveMigratable', notLiveMigratableNetwork],
  ['HostDeviceNotLiveMigratable', notLiveMigratableDevice],
  ['VirtIOFSNotLiveMigratable', notLiveMigratableDevice],
];

describe('a VM that cannot migrate', () => {
  it.each(BLOCKERS)('%s is told when asked', (reason, rule) => {
    expect(run(rule, blocked(reason), ASKED)).toMatchObject([{ severity: 'warning' }]);
  });
  it.each(BLOCKERS)('%s is only a note otherwise', (reason, rule) => {
    expect(run(rule, blocked(reason))).toEqual([]);
  });
  it.each(BLOCKERS)('%s belongs to one cause', (reason, rule) => {
    const others = BLOCKERS.filter(([, other]) => other !== rule).map(([, other]) => other);
    expect(others.flatMap((other) => run(other, blocked(reason), ASKED))).toEqual([]);
  });

  it('names the claims that are not shared', () => {
    const claim = (name: string, mode: string) =>
      lookup(
        namespaced('v1', 'PersistentVolumeClaim', name, { spec: { accessModes: [mode] } }),
        vm(),
      );
    const claims = [claim('root', 'ReadWriteOnce'), claim('data', 'ReadWriteMany')];
    expect(
      run(notLiveMigratableDisks, { ...blocked('DisksNotLiveMigratable'), claims }, ASKED),
    ).toMatchObject([{ explanation: { params: { names: 'root' } } }]);
  });
});

describe('migration-target-unschedulable', () => {
  const migration = (phase: string) =>
    namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', {
      spec: { vmiName: 'web' },
      status: { phase },
    });
  const target = pod({
    metadata: {
      labels: {
        'kubevirt.io/migrationJobUID': 'uid-VirtualMachineInstanceMigration-m1',
      },
    },
    status: {
      conditions: [condition('PodScheduled', 'False', 'Unschedulable', '0/2 nodes are available')],
    },
  });

  it('is a warning while the migration waits', () => {
    expect(
      run(migrationTargetUnschedulable, { migrations: [migration('Scheduling')], pods: [target] }),
    ).toMatchObject([{ severity: 'warning', confidence: 'certain' }]);
  });
  it('is suspected of one that waited five minutes and failed', () => {
    const waited = (failed: number) => {
      const phases = [
        ['Pending', 20],
        ['Scheduling', 19],
        ['Failed', failed],
      ] as const;
      return namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', {
        status: {
          phase: 'Failed',
          phaseTransitionTimestamps: phases.map(([phase, minutes]) => ({
            phase,
            phaseTransitionTimestamp: ago(minutes),
          })),
        },
      });
    };
    const asked = { question: 'why did the migration fail' };
    expect(run(migrationTargetUnschedulable, { migrations: [waited(14)] }, asked)).toMatchObject([
      { confidence: 'possible' },
    ]);
    expect(run(migrationTargetUnschedulable, { migrations: [waited(18)] }, asked)).toEqual([]);
  });
  it.each([
    ['the migration is over', { migrations: [migration('Failed')], pods: [target] }],
    ['there is none', { pods: [target] }],
    ['it succeeded in the end', { migrations: [migration('Succeeded')], pods: [target] }],
    ['its target has a node', { migrations: [migration('Scheduling')], pods: [pod()] }],
  ])('is silent when %s', (_, given) =>
    expect(run(migrationTargetUnschedulable, given)).toEqual([]),
  );
});
