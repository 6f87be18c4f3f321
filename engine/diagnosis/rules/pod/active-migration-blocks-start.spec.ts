import { ago, condition, namespaced, pod, run, vm, vmi } from '../../testing/factories';
import { activeMigrationBlocksStart } from './active-migration-blocks-start';

const blocked = vmi('Pending', {
  conditions: [condition('Synchronized', 'False', 'FailedCreate', 'active migration exists')],
});
const migration = (phase: string, minutes: number) =>
  namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'move', {
    metadata: { creationTimestamp: ago(minutes) },
    status: { phase },
  });

describe('active-migration-blocks-start', () => {
  it.each([
    ['KubeVirt says so', blocked, 'certain'],
    ['it is older than the instance', vmi('Pending'), 'likely'],
  ])('%s', (_, instance, confidence) => {
    expect(
      run(activeMigrationBlocksStart, {
        vm: vm(),
        vmi: instance,
        migrations: [migration('Running', 90)],
      }),
    ).toMatchObject([{ confidence, fixes: [{ risk: 'confirm' }] }]);
  });

  it.each([
    ['it is over since', { vmi: blocked, migrations: [migration('Failed', 90)] }],
    ['there is none', { vmi: blocked }],
    ['it is of this instance', { vmi: vmi(), migrations: [migration('Running', 1)] }],
    ['a pod exists', { vmi: blocked, pods: [pod()], migrations: [migration('Running', 90)] }],
    ['the guest runs', { vmi: vmi('Running'), migrations: [migration('Running', 90)] }],
  ])('is silent when %s', (_, given) => {
    expect(run(activeMigrationBlocksStart, { vm: vm(), ...given })).toEqual([]);
  });
});
