import { annotationsOf, isDeleting, isOwnedBy, nameOf, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { diskSeverity, disksOf, saidAbout, type Disk } from '../../disks';
import { proof, proofIf, saidIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isPreparing, phaseOf } from '../../intent';
import { defineRule, type FixDraft } from '../../rule';
import { saidByConditions, saidByEvents, type Statement } from '../../statements';

const CONFLICT =
  /Resource "[^"]*" already exists and is not managed by DataVolume|Resource "[^"]*" marked for deletion|Destination PVC \S+ already exists/;
const REASON = /^(?:ErrResourceExists|ErrResourceMarkedForDeletion)$/;
const ADOPT = 'cdi.kubevirt.io/allowClaimAdoption';

/** CDI has not made or taken over the claim: a filled disk keeps its claim when the owner changes. */
const isUnbegun = ({ dataVolume }: Disk): boolean =>
  ['', 'Pending', 'Unset'].includes(phaseOf(dataVolume?.object) ?? '');

const isTaken = (disk: Disk, claim: KubeObject): boolean =>
  disk.dataVolume?.object !== undefined &&
  isUnbegun(disk) &&
  (isDeleting(claim) || !isOwnedBy(claim, disk.dataVolume.object));

const adoptFix = (claim: KubeObject): FixDraft => ({
  id: 'adopt-claim',
  description: say(
    'If claim {{claim}} holds what the disk should hold, let the DataVolume take it over.',
    { claim: nameOf(claim) },
  ),
  command: `oc annotate pvc ${shellWord(nameOf(claim))} ${inNamespace(claim)} ${ADOPT}=true`,
  effect: say('The claim then belongs to the DataVolume and is deleted together with it.'),
  risk: 'manual',
});

/** A claim of that name is there already, and is not the DataVolume's. */
export const dvResourceConflict = defineRule({
  id: 'dv-resource-conflict',
  title: say('A claim that belongs to something else has the name of a disk'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims'],
  uses: ['events'],
  explains: ['dv-create-failed'],
  run: (facts) => {
    const { vm, vmi, events } = facts;
    if (!isPreparing(vm, vmi)) return [];
    const ofVm = saidByEvents(events).filter(({ about }) => about.kind === 'VirtualMachine');
    return disksOf(facts).flatMap((disk) => {
      const claim = disk.claim?.object;
      if (claim === undefined) return [];
      const own = [...saidByConditions(vm), ...ofVm].filter(({ text }) => text.includes(disk.name));
      const said: Statement | undefined = [...saidAbout(disk, events), ...own].find(
        ({ reason, text }) => REASON.test(reason) || CONFLICT.test(text),
      );
      const isRefused = disk.dataVolume?.object === undefined && said !== undefined;
      if (!isRefused && !isTaken(disk, claim)) return [];
      const params = { claim: nameOf(claim) };
      return [
        {
          severity: diskSeverity(vm, vmi),
          confidence: said === undefined ? ('likely' as const) : ('certain' as const),
          blocking: true,
          explanation: isDeleting(claim)
            ? say(
                'Claim {{claim}} is being deleted, and the DataVolume of that name waits until it is gone.',
                params,
              )
            : say(
                'Claim {{claim}} exists and does not belong to the DataVolume of that name, so the disk is not made.',
                params,
              ),
          evidence: [
            ...saidIf(said),
            ...proofIf(claim, 'metadata', 'deletionTimestamp'),
            ...proofIf(claim, 'metadata', 'ownerReferences'),
            proof(claim, 'metadata', 'creationTimestamp'),
          ],
          fixes: [
            {
              id: 'rename-disk',
              description: say(
                'Give the DataVolume template of the virtual machine another name, or see what uses the claim.',
              ),
              command: `oc describe pvc ${shellWord(nameOf(claim))} ${inNamespace(claim)}`,
              risk: 'manual' as const,
            },
            ...(isDeleting(claim) || annotationsOf(claim)[ADOPT] === 'true'
              ? []
              : [adoptFix(claim)]),
          ],
        },
      ];
    });
  },
});
