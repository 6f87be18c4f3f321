import { createdOf, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf, saidIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isStarting, phaseOf } from '../../intent';
import { isOver } from '../../migrations';
import { defineRule } from '../../rule';
import { firstMatch, saidByConditions, saidByEvents } from '../../statements';

const BLOCKED = /\bactive migration exists/;

/** A migration of the instance before that was never closed: KubeVirt makes no pod beside it. */
export const activeMigrationBlocksStart = defineRule({
  id: 'active-migration-blocks-start',
  title: say('A migration that was never closed keeps the virtual machine from starting'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods', 'migrations'],
  uses: ['events'],
  explains: ['migration-target-unschedulable', 'hotplug-update-conflict'],
  run: ({ vm, vmi, pods, migrations, events }) => {
    if (!isStarting(vm, vmi) || phaseOf(vmi) !== 'Pending' || pods.length > 0) return [];
    const said = firstMatch([...saidByConditions(vmi, vm), ...saidByEvents(events)], BLOCKED);
    const began = createdOf(vmi) ?? '';
    return migrations
      .filter((one) => !isOver(one) && (said !== undefined || (createdOf(one) ?? '') < began))
      .slice(0, 1)
      .map((migration) => ({
        severity: 'critical' as const,
        confidence: said === undefined ? ('likely' as const) : ('certain' as const),
        blocking: said !== undefined,
        explanation: say(
          'Migration {{name}} is of an instance that is gone, and is still not over. KubeVirt makes no launcher pod while it stands.',
          { name: nameOf(migration) },
        ),
        evidence: [
          ...saidIf(said?.statement),
          ...proofIf(migration, 'status', 'phase'),
          proof(migration, 'metadata', 'creationTimestamp'),
        ],
        fixes: [
          {
            id: 'delete-stale-migration',
            description: say('Delete the migration. The pod is made by itself then.'),
            command: `oc delete vmim ${shellWord(nameOf(migration))} ${inNamespace(vm)}`,
            risk: 'confirm' as const,
          },
        ],
      }));
  },
});
