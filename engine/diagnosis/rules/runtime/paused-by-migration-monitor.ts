import { conditionOf, formatAge, MINUTE, parseTime } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proofIf } from '../../evidence';
import { isRunning } from '../../intent';
import { defineRule } from '../../rule';

const USUAL = 5 * MINUTE;

/** The guest changes memory faster than it is copied, so it is held for the rest of the copy. */
export const pausedByMigrationMonitor = defineRule({
  id: 'paused-by-migration-monitor',
  title: say('The virtual machine is paused so that its migration can finish'),
  stage: 'runtime',
  needs: ['vmi'],
  explains: ['in-progress'],
  run: ({ vmi }, { now }) => {
    const paused = conditionOf(vmi, 'Paused');
    if (vmi === undefined || !isRunning(vmi) || paused?.status !== 'True') return [];
    if (paused.reason !== 'PausedByMigrationMonitor') return [];
    const age = Math.max(0, now - (parseTime(paused.lastTransitionTime) ?? now));
    const isLong = age > USUAL;
    return [
      {
        severity: isLong ? 'warning' : 'info',
        confidence: 'certain',
        ...(isLong ? {} : { verdict: 'in_progress' as const }),
        explanation: say(
          'The migration holds the guest since {{age}}, because it changes its memory faster than it can be copied. It goes on by itself when the migration ends.',
          { age: formatAge(age) },
        ),
        evidence: [
          conditionProof(vmi, paused),
          ...proofIf(vmi, 'status', 'migrationState', 'mode'),
          ...proofIf(vmi, 'status', 'migrationState', 'startTimestamp'),
        ],
        fixes: [
          {
            id: 'tune-migration-policy',
            description: say(
              'Wait. For the next time, give it a MigrationPolicy with more bandwidth, or allow post-copy.',
            ),
            command: 'oc get migrationpolicies.migrations.kubevirt.io',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
