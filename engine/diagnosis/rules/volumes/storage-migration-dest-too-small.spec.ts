import { namespaced, run, vm, vmi } from '../../testing/factories';
import { storageMigrationDestTooSmall } from './storage-migration-dest-too-small';

const REASON =
  'Volume migration cannot be performed because the destination volume is smaller than the source volume: root';
const volumes = (claimName: string) => [{ name: 'root', persistentVolumeClaim: { claimName } }];
const machine = vm({ template: { volumes: volumes('new') } });
const running = { ...vmi('Running'), spec: { volumes: volumes('old') } };
const migration = (failureReason: string, phase = 'Failed') =>
  namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', {
    spec: { vmiName: 'web' },
    status: { phase, migrationState: { failureReason } },
  });

describe('storage-migration-dest-too-small', () => {
  it('is told while the move is still wanted', () => {
    const given = { vm: machine, vmi: running, migrations: [migration(REASON)] };
    expect(run(storageMigrationDestTooSmall, given)).toMatchObject([
      { severity: 'warning', confidence: 'certain', explanation: { params: { name: 'm1' } } },
    ]);
  });

  it('is told when somebody asks', () => {
    const given = { vm: vm(), vmi: vmi('Running'), migrations: [migration(REASON)] };
    expect(run(storageMigrationDestTooSmall, given)).toEqual([]);
    const asked = { question: 'why did the migration fail' };
    expect(run(storageMigrationDestTooSmall, given, asked)).toHaveLength(1);
  });

  it.each([
    ['another failure', migration('Live migration has been aborted')],
    ['one that goes on', migration(REASON, 'Running')],
  ])('is silent about %s', (_, one) =>
    expect(
      run(storageMigrationDestTooSmall, { vm: machine, vmi: running, migrations: [one] }),
    ).toEqual([]),
  );
});
