import { say } from '../../../messages';
import { disksOf, namespaceOfDisk } from '../../disks';
import { proof } from '../../evidence';
import { shellWord } from '../../fixes';
import { isRunning, phaseOf, wantsToRun } from '../../intent';
import { defineRule } from '../../rule';

/** A claim whose volume was deleted under it. It never comes back by itself. */
export const pvcLost = defineRule({
  id: 'pvc-lost',
  title: say('The volume behind a disk was deleted'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims'],
  explains: ['dv-failed'],
  run: (facts) =>
    disksOf(facts).flatMap((disk) => {
      const claim = disk.claim?.object;
      if (claim === undefined || phaseOf(claim) !== 'Lost') return [];
      const keepsDown = wantsToRun(facts.vm, facts.vmi) && !isRunning(facts.vmi);
      return [
        {
          severity: keepsDown ? ('critical' as const) : ('warning' as const),
          confidence: 'certain' as const,
          blocking: keepsDown,
          explanation: say(
            'Claim {{disk}} has lost the volume it was bound to, and with it the content of the disk.',
            { disk: disk.name },
          ),
          evidence: [proof(claim, 'status', 'phase'), proof(claim, 'spec', 'volumeName')],
          fixes: [
            {
              id: 'restore-disk',
              description: say('Restore the disk from a snapshot or a backup.'),
              command: `oc get volumesnapshot,vmsnapshot -n ${shellWord(namespaceOfDisk(disk))}`,
              risk: 'manual' as const,
            },
          ],
        },
      ];
    }),
});
