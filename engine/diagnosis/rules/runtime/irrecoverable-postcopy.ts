import { flagAt, nameOf, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf, saidIf } from '../../evidence';
import { inNamespace, shellWord, startFix } from '../../fixes';
import { phaseOf } from '../../intent';
import { instanceEvents } from '../../launcher-errors';
import { defineRule } from '../../rule';
import { firstMatch, saidByConditions, saidByEvents } from '../../statements';

const STATE = ['status', 'migrationState'] as const;
const SAID = /failed post-?copy|PostcopyFailed/i;

/**
 * With post-copy the guest runs on the target while memory is still on the source. When the two
 * lose each other, neither has all of it, and the guest is lost.
 */
export const irrecoverablePostcopy = defineRule({
  id: 'irrecoverable-postcopy',
  title: say('The guest was lost when its post-copy migration failed'),
  stage: 'runtime',
  needs: ['vm', 'vmi'],
  uses: ['events', 'earlierEvents'],
  explains: [
    'vmi-crashed-unknown',
    'start-failure-crashloop',
    'domain-start-failed',
    'migration-failed-libvirt',
    'migration-domain-lost',
    'migration-target-crashed',
    'migration-aborted-timeout',
  ],
  run: (facts) => {
    const { vm, vmi } = facts;
    if (vmi === undefined || phaseOf(vmi) !== 'Failed') return [];
    const isPostCopy = textAt(vmi, ...STATE, 'mode') === 'PostCopy';
    const hasFailed = isPostCopy && flagAt(vmi, ...STATE, 'failed') === true;
    const said = firstMatch(
      [...saidByEvents(instanceEvents(facts)), ...saidByConditions(vmi)],
      SAID,
    )?.statement;
    if (said === undefined && !hasFailed) return [];
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'Its migration had switched to post-copy and then failed. Part of its memory was on each node, so the guest cannot go on; it must boot again.',
        ),
        evidence: [
          ...saidIf(said),
          proof(vmi, 'status', 'phase'),
          ...proofIf(vmi, ...STATE, 'mode'),
          ...proofIf(vmi, ...STATE, 'failureReason'),
        ],
        fixes: [
          startFix(vm),
          {
            id: 'forbid-post-copy',
            description: say(
              'Do not allow post-copy (allowPostCopy of the MigrationPolicy) where the network between nodes is not dependable.',
            ),
            command: `oc get migrationpolicies.migrations.kubevirt.io -o yaml && oc get vmim ${inNamespace(vm)} -l ${shellWord(`kubevirt.io/vmi-name=${nameOf(vm)}`)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
