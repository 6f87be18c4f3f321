import { nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, saidIf } from '../../evidence';
import { failedMigration } from '../../migrations';
import { defineRule } from '../../rule';
import { firstMatch } from '../../statements';

/** Today's wording, and that of older releases. */
const ABORTED =
  /migration has been aborted|has been aborted$|(?:is )?not completed after \d+ seconds|stuck for \d+ seconds/i;

/** It did not converge in time, or somebody cancelled it; both read the same in the reason. */
export const migrationAbortedTimeout = defineRule({
  id: 'migration-aborted-timeout',
  title: say('The last migration was aborted'),
  stage: 'migration',
  needs: ['vmi', 'migrations'],
  uses: ['events'],
  run: (facts, context) => {
    const failed = failedMigration(facts, context);
    const said = failed && firstMatch(failed.said, ABORTED);
    if (failed === undefined || (said === undefined && !failed.wasCancelled)) return [];
    const params = { name: nameOf(failed.migration) };
    return [
      {
        severity: 'warning',
        confidence: said === undefined ? 'likely' : 'certain',
        explanation: failed.wasCancelled
          ? say('Migration {{name}} was cancelled. The virtual machine runs on.', params)
          : say(
              'Migration {{name}} was aborted since it made no progress or took too long: the guest changes its memory faster than it is copied. The virtual machine runs on.',
              params,
            ),
        evidence: [proof(failed.migration, 'status', 'phase'), ...saidIf(said?.statement)],
        fixes: [
          {
            id: 'help-migration-converge',
            description: say(
              'Migrate again when the guest is less busy, or give it a MigrationPolicy with more bandwidth, more time (completionTimeoutPerGiB) or auto-converge.',
            ),
            command: 'oc get migrationpolicies.migrations.kubevirt.io',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
