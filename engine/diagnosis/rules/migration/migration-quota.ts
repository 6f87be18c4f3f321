import { conditionOf, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, saidIf } from '../../evidence';
import { inNamespace } from '../../fixes';
import { isRunning } from '../../intent';
import { pendingMigration } from '../../migrations';
import { exceededIn, parseQuotaRefusal, quotaProofs } from '../../quotas';
import { defineRule } from '../../rule';
import { saidByEvents } from '../../statements';

/** For a while a migration needs two launcher pods, and the quota counts both. */
export const migrationQuota = defineRule({
  id: 'migration-quota',
  title: say('The quota of the project has no room for the target of a migration'),
  stage: 'migration',
  needs: ['vm', 'vmi', 'migrations'],
  uses: ['events', 'quotas'],
  run: ({ vm, vmi, migrations, events, quotas }) => {
    const migration = pendingMigration(migrations);
    if (migration === undefined || !isRunning(vmi)) return [];
    const rejected = conditionOf(migration, 'migrationRejectedByResourceQuota');
    const isRejected = rejected?.status === 'True';
    const said = saidByEvents(events).find(
      ({ text, about }) =>
        about.kind === 'VirtualMachineInstance' && parseQuotaRefusal(text) !== undefined,
    );
    if (!isRejected && said === undefined) return [];
    const refusal = parseQuotaRefusal(said?.text ?? '');
    const quota = quotas.find((one) => nameOf(one) === refusal?.quota);
    const short =
      quota === undefined || refusal === undefined ? [] : exceededIn(quota, refusal.requested);
    if (!isRejected && quota !== undefined && short.length === 0) return [];
    return [
      {
        severity: 'warning',
        confidence: isRejected ? 'certain' : 'likely',
        explanation:
          refusal === undefined
            ? say(
                'Migration {{name}} waits: a quota of the project has no room for a second launcher pod. The virtual machine runs on.',
                { name: nameOf(migration) },
              )
            : say(
                'Migration {{name}} waits: quota {{quota}} has no room for a second launcher pod. The virtual machine runs on.',
                { name: nameOf(migration), quota: refusal.quota },
              ),
        evidence: [
          ...(isRejected ? [conditionProof(migration, rejected)] : []),
          ...saidIf(said),
          ...short.flatMap((resource) => quotaProofs(quota, resource)),
        ],
        fixes: [
          {
            id: 'make-quota-room',
            description: say(
              'Raise the quota by the size of this virtual machine, or let the application-aware quota count virtual machines instead of pods.',
            ),
            command: `oc describe resourcequota ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
