import { say } from '../../messages';
import { latestField, outcomeField, outcomeTimeField } from './attempts';

/** Backups made by KubeVirt itself; those of other software leave no such objects. */
const BACKUPS = {
  needs: ['backups', 'backupTrackers'],
  apiVersion: 'backup.kubevirt.io/v1alpha1',
  kind: 'VirtualMachineBackup',
  path: '/status/conditions',
  of: ({ joined }) => joined.backups,
} satisfies Parameters<typeof outcomeField>[0];

/** How backups of the machine went. */
export const backupField = outcomeField(
  BACKUPS,
  {
    name: 'backup',
    label: say('Backup'),
    words: 'backup|backups|vm backup|vm backups|backup status|backed up',
  },
  {
    phrases: {
      en: [
        [
          '{failed,failing,broken,unsuccessful} backup{,s}|backup{,s,s that,s have,s are, that, has} {failed,failing}|backup{ failure, failures, error, errors}',
          'Failed',
        ],
        [
          'successful backup|successful backups|good backup|good backups|completed backup|completed backups|valid backup|valid backups|working backup|usable backup|usable backups|backup succeeded|successfully backed up',
          'Succeeded',
        ],
        [
          'backup in progress|backups in progress|ongoing backup|running backup|being backed up|pending backup',
          'InProgress',
        ],
      ],
    },
    timed: { '': 'backupTime', Succeeded: 'backupTime', Failed: 'backupFailed' },
  },
);

/** When any of the backups that succeeded was made. */
export const backupTimeField = outcomeTimeField(
  BACKUPS,
  {
    name: 'backupTime',
    label: say('Backup made'),
    words: 'backup taken|backups taken|backup time|backuptime|backup age|backup date',
  },
  'Succeeded',
);

export const backupFailedField = outcomeTimeField(
  BACKUPS,
  { name: 'backupFailed', label: say('Backup failed'), words: 'backup failure time|backupfailed' },
  'Failed',
);

/** When the latest backup that succeeded was made. */
export const lastBackupField = latestField(BACKUPS, {
  name: 'lastBackup',
  label: say('Last backup'),
  words:
    'last backup|latest backup|most recent backup|newest backup|last backed up|lastbackup|last backup taken|last successful backup',
});
