import { annotationsOf, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf, saidIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isRunning, phaseOf } from '../../intent';
import { failedInARow, isAutomatic, openMigration } from '../../migrations';
import { defineRule } from '../../rule';
import { saidByEvents } from '../../statements';

const EVACUATION = 'kubevirt.io/evacuationMigration';

/** KubeVirt waits 20 seconds after a failed evacuation, and twice as long after each further one. */
export const migrationBackoff = defineRule({
  id: 'migration-backoff',
  title: say('KubeVirt waits before it tries to migrate the virtual machine again'),
  stage: 'migration',
  needs: ['vm', 'vmi', 'migrations'],
  uses: ['events'],
  run: ({ vm, vmi, migrations, events }) => {
    const migration = openMigration(migrations);
    if (migration === undefined || vmi === undefined || !isRunning(vmi)) return [];
    if (!['', 'Pending'].includes(phaseOf(migration) ?? '')) return [];
    const failed = failedInARow(migrations.slice(1));
    const said = saidByEvents(events).find(
      ({ reason, about }) =>
        reason === 'MigrationBackoff' && about.kind === 'VirtualMachineInstance',
    );
    if (said === undefined && !(isAutomatic(migration) && failed.length > 0)) return [];
    return [
      {
        severity: 'warning',
        confidence: said === undefined ? 'likely' : 'certain',
        blocking: true,
        explanation: say(
          'Migration {{name}} waits: {{count}} migration(s) before it failed, and KubeVirt waits twice as long after each. What made the last one fail is the cause.',
          { name: nameOf(migration), count: failed.length },
        ),
        evidence: [
          ...saidIf(said),
          ...proofIf(migration, 'status', 'phase'),
          ...(annotationsOf(migration)[EVACUATION] === undefined
            ? []
            : [proof(migration, 'metadata', 'annotations', EVACUATION)]),
          ...failed.slice(0, 3).map((one) => proof(one, 'status', 'phase')),
        ],
        fixes: [
          {
            id: 'repair-last-migration',
            description: say('Find out why the last migration failed, and repair that.'),
            command: `oc describe vmim ${inNamespace(vm)} -l ${shellWord(`kubevirt.io/vmi-name=${nameOf(vm)}`)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
