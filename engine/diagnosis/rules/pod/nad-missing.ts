import { say } from '../../../messages';
import { absence, proof } from '../../evidence';
import { inNamespace } from '../../fixes';
import { isRunning, isStarting } from '../../intent';
import { pendingMigration } from '../../migrations';
import { defineRule } from '../../rule';
import { firstMatch, saidByConditions } from '../../statements';

const RENDER_FAILED = /failed to locate network attachment definition (\S+)/;

/**
 * virt-controller renders no launcher pod while a NetworkAttachmentDefinition is missing, and
 * emits no Warning event about it: only the VMI's `Synchronized` condition says so, and of the
 * target of a migration nothing does.
 */
export const nadMissing = defineRule({
  id: 'nad-missing',
  title: say('A network that the virtual machine uses does not exist'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'networkAttachments'],
  uses: ['migrations'],
  run: ({ vm, vmi, networkAttachments, migrations }) => {
    const starting = isStarting(vm, vmi);
    const isToMove = isRunning(vmi) && pendingMigration(migrations) !== undefined;
    if (!starting && !isToMove) return [];
    const said = firstMatch(saidByConditions(vmi, vm), RENDER_FAILED);
    return networkAttachments
      .filter(({ object }) => object === undefined)
      .map(({ ref, path }) => {
        const namespace = ref.namespace ?? '';
        const isSaid = said?.match[1] === `${namespace}/${ref.name}`;
        return {
          severity: starting ? ('critical' as const) : ('warning' as const),
          confidence: 'certain' as const,
          blocking: isSaid,
          explanation: say(
            'Network attachment definition {{name}} does not exist in project {{namespace}}, so no launcher pod can be made.',
            { name: ref.name, namespace },
          ),
          evidence: [
            absence(ref),
            proof(vm, ...path),
            ...(isSaid ? [said.statement.evidence] : []),
          ],
          fixes: [
            {
              id: 'find-network',
              description: say(
                'Create the network attachment definition in project {{namespace}}, or name one that exists.',
                { namespace },
              ),
              command: `oc get network-attachment-definitions ${inNamespace(vm)}`,
              risk: 'manual' as const,
            },
          ],
        };
      });
  },
});
