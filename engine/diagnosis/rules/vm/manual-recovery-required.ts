import { conditionOf, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isRunning } from '../../intent';
import { defineRule } from '../../rule';

/** No event and no Failure condition: KubeVirt just never starts it. */
export const manualRecoveryRequired = defineRule({
  id: 'manual-recovery-required',
  title: say('The virtual machine ended in the middle of a storage migration'),
  stage: 'vm',
  needs: ['vm', 'vmi'],
  explains: ['storage-migration-invalid'],
  run: ({ vm, vmi }) => {
    const condition = conditionOf(vm, 'ManualRecoveryRequired');
    if (condition?.status !== 'True' || isRunning(vmi)) return [];
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'It ended while its volumes were moved to other storage. KubeVirt does not guess which copy is good, and does not start it until the volumes are set by hand.',
        ),
        evidence: [
          conditionProof(vm, condition),
          ...proofIf(vm, 'status', 'volumeUpdateState', 'volumeMigrationState', 'migratedVolumes'),
        ],
        fixes: [
          {
            id: 'choose-volumes',
            description: say(
              'Set the volumes back to the source claims that volumeUpdateState names, or finish the switch when the copy is known to be complete. Then start it.',
            ),
            command: `oc get vm ${shellWord(nameOf(vm))} ${inNamespace(vm)} -o jsonpath='{.status.volumeUpdateState}'`,
            effect: say('With the wrong copy the guest loses data.'),
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
