import { nameOf, namespaceOf, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { disksOf, type Disk } from '../../disks';
import { proof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isRunning, phaseOf, wantsToRun } from '../../intent';
import { defineRule, type FixDraft } from '../../rule';

const isLost = (claim: KubeObject | undefined): claim is KubeObject => phaseOf(claim) === 'Lost';

/** The content of a disk is lost; that of a claim half way of a clone is still in its source. */
const wayOut = ({ name, dataVolume, claim }: Disk, lost: KubeObject): FixDraft =>
  lost === claim?.object || dataVolume?.object === undefined
    ? {
        id: 'restore-disk',
        description: say('Restore the disk from a snapshot or a backup.'),
        command: `oc get volumesnapshot,vmsnapshot ${inNamespace(lost)}`,
        risk: 'manual',
      }
    : {
        id: 'clone-again',
        description: say(
          'Delete the DataVolume, so that it is made and cloned again. Its source is as it was.',
        ),
        command: `oc delete datavolume ${shellWord(name)} ${inNamespace(dataVolume.object)}`,
        risk: 'manual',
      };

/** A claim whose volume was deleted under it. It never comes back by itself. */
export const pvcLost = defineRule({
  id: 'pvc-lost',
  title: say('The volume behind a disk was deleted'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims'],
  uses: ['workClaims'],
  explains: ['dv-failed'],
  run: (facts) =>
    disksOf(facts).flatMap((disk) => {
      const claim = [disk.claim?.object, ...disk.workClaims].find(isLost);
      if (claim === undefined) return [];
      const isOwn = claim === disk.claim?.object;
      const keepsDown = wantsToRun(facts.vm, facts.vmi) && !isRunning(facts.vmi);
      return [
        {
          severity: keepsDown ? ('critical' as const) : ('warning' as const),
          confidence: 'certain' as const,
          blocking: keepsDown,
          explanation: isOwn
            ? say(
                'Claim {{disk}} has lost the volume it was bound to, and with it the content of the disk.',
                { disk: disk.name },
              )
            : say(
                'Disk {{disk}} is cloned by way of claim {{claim}} in project {{namespace}}, and that claim has lost its volume. The clone will not go on.',
                { disk: disk.name, claim: nameOf(claim), namespace: namespaceOf(claim) ?? '' },
              ),
          evidence: [proof(claim, 'status', 'phase'), proof(claim, 'spec', 'volumeName')],
          fixes: [wayOut(disk, claim)],
        },
      ];
    }),
});
