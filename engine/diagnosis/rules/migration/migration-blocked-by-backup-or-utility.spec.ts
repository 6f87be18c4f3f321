import { condition, event, namespaced, run, vmi } from '../../testing/factories';
import { migrationBlockedByBackupOrUtility } from './migration-blocked-by-backup-or-utility';

const migration = (phase: string, ...conditions: object[]) =>
  namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', {
    status: { phase, conditions },
  });
const backup = (completed?: boolean) =>
  vmi('Running', {
    changedBlockTracking: {
      backupStatus: { backupName: 'b', ...(completed === undefined ? {} : { completed }) },
    },
  });
const PENDING = migration('Pending');
const detaching = event(PENDING, 'UtilityVolumeMigrationPending', 'Migration waiting', 1);

describe('migration-blocked-by-backup-or-utility', () => {
  it.each([
    [
      'a backup',
      migration(
        'Pending',
        condition(
          'migrationBlockedByBackup',
          'True',
          'BackupInProgress',
          'Waiting for backup b to complete',
        ),
      ),
    ],
    [
      'a utility volume',
      migration(
        'Pending',
        condition('migrationBlockedByUtilityVolumes', 'True', 'UtilityVolumesPresent', 'x'),
      ),
    ],
  ])('is told of %s by the migration', (_, one) =>
    expect(
      run(migrationBlockedByBackupOrUtility, { vmi: vmi('Running'), migrations: [one] }),
    ).toMatchObject([{ confidence: 'certain' }]),
  );
  it.each([
    ['an event', { vmi: vmi('Running'), events: [detaching] }, 'certain'],
    ['the backup of the instance', { vmi: backup() }, 'likely'],
  ])('is told by %s', (_, given, confidence) =>
    expect(
      run(migrationBlockedByBackupOrUtility, { migrations: [PENDING], ...given }),
    ).toMatchObject([{ confidence }]),
  );
  it.each([
    ['the backup is over', { vmi: backup(true), migrations: [PENDING] }],
    ['it migrates', { vmi: backup(), migrations: [migration('Running')] }],
    ['nothing migrates', { vmi: backup() }],
  ])('is silent when %s', (_, given) =>
    expect(run(migrationBlockedByBackupOrUtility, given)).toEqual([]),
  );
});
