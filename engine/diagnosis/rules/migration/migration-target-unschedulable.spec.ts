import { ago, condition, namespaced, pod, run } from '../../testing/factories';
import { migrationTargetUnschedulable } from './migration-target-unschedulable';

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
