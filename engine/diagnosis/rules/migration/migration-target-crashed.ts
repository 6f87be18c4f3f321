import { nameOf, textAt, uidOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { containersOf } from '../../containers';
import { proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { phaseOf } from '../../intent';
import { failedMigration, isTargetOf } from '../../migrations';
import { defineRule } from '../../rule';
import { firstMatch } from '../../statements';

const TARGET_DOWN =
  /target (?:attachment )?pod shutdown during migration|Target pod is down|Migration target pod was removed during active migration/;
const UNSCHEDULABLE = /unschedulable/i;

/** The pod that was to take the guest ended; why, only that pod can tell. */
export const migrationTargetCrashed = defineRule({
  id: 'migration-target-crashed',
  title: say('The last migration failed because its target pod ended'),
  stage: 'migration',
  needs: ['vmi', 'migrations', 'pods'],
  uses: ['events'],
  run: (facts, context) => {
    const failed = failedMigration(facts, context);
    const said = failed && firstMatch(failed.said, TARGET_DOWN);
    if (failed === undefined || said === undefined) return [];
    if (failed.wasCancelled || firstMatch(failed.said, UNSCHEDULABLE)) return [];
    const { migration } = failed;
    const target = facts.pods.find((pod) => isTargetOf(pod, migration));
    const ended = containersOf(target).find(
      ({ entry }) => textAt(entry, 'state', 'terminated', 'reason') !== undefined,
    );
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        explanation:
          ended === undefined
            ? say(
                'The target pod of migration {{name}} went down before it took over. The virtual machine runs on where it was.',
                { name: nameOf(migration) },
              )
            : say(
                'The target pod of migration {{name}} went down before it took over ({{reason}}). The virtual machine runs on where it was.',
                {
                  name: nameOf(migration),
                  reason: textAt(ended.entry, 'state', 'terminated', 'reason') ?? '',
                },
              ),
        evidence: [
          said.statement.evidence,
          proof(migration, 'status', 'phase'),
          ...(target !== undefined && phaseOf(target) === 'Failed'
            ? [proof(target, 'status', 'phase')]
            : []),
          ...(ended === undefined
            ? []
            : proofIf(ended.pod, ...ended.path, 'state', 'terminated', 'reason')),
        ],
        fixes: [
          {
            id: 'inspect-target-pod',
            description: say('Look at the target pod and its node, then migrate again.'),
            command: `oc get pods ${inNamespace(migration)} -l ${shellWord(`kubevirt.io/migrationJobUID=${uidOf(migration) ?? ''}`)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
