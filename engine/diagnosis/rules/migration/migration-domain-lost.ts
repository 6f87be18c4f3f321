import { flagAt, parseTime, MINUTE, textAt, listAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf, saidIf } from '../../evidence';
import { startFix } from '../../fixes';
import { phaseOf } from '../../intent';
import { instanceEvents } from '../../launcher-errors';
import { defineRule } from '../../rule';
import { firstMatch, saidByEvents } from '../../statements';

const STATE = ['status', 'migrationState'] as const;
const LOST =
  /migrated to unknown host|domain was never observed on the target after the migration completed/i;
/** The controllers mark both in one step. */
const TOGETHER = MINUTE;

const failedAt = (vmi: KubeObject): number | undefined =>
  parseTime(
    listAt(vmi, 'status', 'phaseTransitionTimestamps')
      .filter((one) => textAt(one, 'phase') === 'Failed')
      .map((one) => textAt(one, 'phaseTransitionTimestamp'))
      .at(-1),
  );

/** A hand-over that ended the instance, and not for a reason that libvirt gave. */
const endedWithHandOver = (vmi: KubeObject): boolean => {
  const [ended, failed] = [parseTime(textAt(vmi, ...STATE, 'endTimestamp')), failedAt(vmi)];
  return (
    flagAt(vmi, ...STATE, 'failed') === true &&
    flagAt(vmi, ...STATE, 'completed') === true &&
    (textAt(vmi, ...STATE, 'failureReason') ?? '') === '' &&
    ended !== undefined &&
    failed !== undefined &&
    Math.abs(ended - failed) <= TOGETHER
  );
};

/** The source gave the guest away, and the target never reported it. */
export const migrationDomainLost = defineRule({
  id: 'migration-domain-lost',
  title: say('The guest was lost when a migration handed it over'),
  stage: 'migration',
  needs: ['vm', 'vmi'],
  uses: ['events', 'earlierEvents'],
  explains: ['vmi-crashed-unknown', 'start-failure-crashloop', 'migration-failed-libvirt'],
  run: (facts) => {
    const { vm, vmi } = facts;
    if (vmi === undefined || phaseOf(vmi) !== 'Failed') return [];
    if (textAt(vmi, ...STATE, 'mode') === 'PostCopy') return [];
    const said = firstMatch(saidByEvents(instanceEvents(facts)), LOST)?.statement;
    if (said === undefined && !endedWithHandOver(vmi)) return [];
    return [
      {
        severity: 'critical',
        confidence: said === undefined ? 'possible' : 'certain',
        blocking: true,
        explanation: say(
          'A migration from node {{source}} completed, but the guest was never seen on its target, so KubeVirt gave the instance up.',
          { source: textAt(vmi, ...STATE, 'sourceNode') ?? '' },
        ),
        evidence: [
          ...saidIf(said),
          proof(vmi, 'status', 'phase'),
          ...proofIf(vmi, ...STATE, 'endTimestamp'),
          ...proofIf(vmi, ...STATE, 'targetNode'),
        ],
        fixes: [
          startFix(vm),
          {
            id: 'read-handler-logs',
            description: say('Read the virt-handler logs of both nodes.'),
            command: 'oc logs -n openshift-cnv -l kubevirt.io=virt-handler --tail=200',
            risk: 'safe',
          },
        ],
      },
    ];
  },
});
