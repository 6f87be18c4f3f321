import { nameOf, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf, saidIf } from '../../evidence';
import { inNamespace } from '../../fixes';
import { failedMigration } from '../../migrations';
import { defineRule } from '../../rule';
import { firstMatch, saidByEvents } from '../../statements';
import { volumeChangesOf } from '../../volume-changes';

const TOO_SMALL = /destination volume is smaller than the source volume/;
const STATE = ['status', 'migrationState', 'failureReason'] as const;

/** Disks are copied as they are: the new claim must not be smaller than the old one. */
export const storageMigrationDestTooSmall = defineRule({
  id: 'storage-migration-dest-too-small',
  title: say('A disk should move to a claim that is smaller'),
  stage: 'volumes',
  needs: ['vm', 'vmi', 'migrations'],
  uses: ['events', 'claims'],
  explains: ['migration-failed-libvirt', 'migration-backoff'],
  run: (facts, context) => {
    const { vm, vmi, migrations, claims, events } = facts;
    const changes = volumeChangesOf(vm, vmi);
    // While the template names other claims the move is still wanted, whoever asks.
    const failed =
      changes.length > 0
        ? migrations.find((one) => textAt(one, 'status', 'phase') === 'Failed')
        : failedMigration(facts, context)?.migration;
    if (failed === undefined || vmi === undefined) return [];
    const reasons = [failed, vmi].filter((one) =>
      (textAt(one, ...STATE) ?? '').includes(
        'destination volume is smaller than the source volume',
      ),
    );
    const said = firstMatch(saidByEvents(events), TOO_SMALL);
    if (reasons.length === 0 && said === undefined) return [];
    const sizes = claims.flatMap(({ object }) =>
      proofIf(object, 'spec', 'resources', 'requests', 'storage'),
    );
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'Migration {{name}} failed because a disk should move to a claim that is smaller than the one it is on. The guest runs on with the old ones.',
          { name: nameOf(failed) },
        ),
        evidence: [
          ...reasons.slice(0, 1).map((one) => proof(one, ...STATE)),
          ...saidIf(said?.statement),
          ...changes.map(({ path }) => proof(vm, ...path)),
          ...sizes,
        ],
        fixes: [
          {
            id: 'enlarge-destination',
            description: say(
              'Make the destination claim again, at least as large as the source, and name it in the volume.',
            ),
            command: `oc get pvc ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
