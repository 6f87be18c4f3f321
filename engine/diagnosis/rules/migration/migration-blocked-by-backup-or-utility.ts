import { at, conditionOf, listAt, nameOf, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, saidIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isRunning, phaseOf } from '../../intent';
import { openMigration } from '../../migrations';
import { defineRule } from '../../rule';
import { eventsAbout, saidByEvents } from '../../statements';
import type { Evidence } from '../../types';

const BACKUP = ['status', 'changedBlockTracking', 'backupStatus'] as const;
const UTILITY = ['spec', 'utilityVolumes'] as const;

/** A backup that has begun and not ended. */
const hasBackup = (vmi: KubeObject): boolean =>
  at(vmi, ...BACKUP) !== undefined && at(vmi, ...BACKUP, 'completed') !== true;

/** What the instance holds that a migration must wait for. */
const heldBy = (vmi: KubeObject): Evidence[] => [
  ...(hasBackup(vmi) ? [proof(vmi, ...BACKUP)] : []),
  ...(listAt(vmi, ...UTILITY).length > 0 ? [proof(vmi, ...UTILITY)] : []),
];

/** A disk that is being backed up, or a volume that a backup plugged in, cannot move. */
export const migrationBlockedByBackupOrUtility = defineRule({
  id: 'migration-blocked-by-backup-or-utility',
  title: say('A migration waits for a backup or a utility volume'),
  stage: 'migration',
  needs: ['vm', 'vmi', 'migrations'],
  uses: ['events'],
  run: ({ vm, vmi, migrations, events }) => {
    const migration = openMigration(migrations);
    if (migration === undefined || vmi === undefined || !isRunning(vmi)) return [];
    const conditions = ['migrationBlockedByBackup', 'migrationBlockedByUtilityVolumes'].flatMap(
      (type) => {
        const condition = conditionOf(migration, type);
        return condition?.status === 'True' ? [condition] : [];
      },
    );
    const said = saidByEvents(eventsAbout(events, migration)).find(
      ({ reason }) => reason === 'UtilityVolumeMigrationPending',
    );
    const held = heldBy(vmi);
    const isWaiting = ['', 'Pending'].includes(phaseOf(migration) ?? '');
    const isTold = conditions.length > 0 || (said !== undefined && isWaiting);
    if (!isTold && !(isWaiting && held.length > 0)) return [];
    return [
      {
        severity: 'warning',
        confidence: isTold ? 'certain' : 'likely',
        explanation: say(
          'Migration {{name}} waits until the backup ends, or until the volume that it plugged in is removed. The virtual machine runs on.',
          { name: nameOf(migration) },
        ),
        evidence: [
          ...conditions.map((condition) => conditionProof(migration, condition)),
          ...saidIf(said),
          ...held,
        ],
        fixes: [
          {
            id: 'finish-backup',
            description: say('Let the backup finish, or abort it, and the migration goes on.'),
            command: `oc get vmi ${shellWord(nameOf(vm))} ${inNamespace(vm)} -o jsonpath='{.status.changedBlockTracking}{.spec.utilityVolumes}'`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
