import { nameOf, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { unfilledDisks } from '../../disks';
import { conditionProof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { phaseOf } from '../../intent';
import { defineRule } from '../../rule';
import { countOf, decides, PLACEMENT_USES, unscheduled } from '../../scheduling';

const NO_STORAGE =
  /didn't find available persistent volumes to bind|did not have enough free storage/;

/**
 * The volume is made where the pod is placed, and no node that may take the pod can make it. The
 * pod may be a temporary one that exists only to place the volume.
 */
export const wffcUnschedulable = defineRule({
  id: 'wffc-unschedulable',
  title: say('No node that may take the virtual machine can make its disk'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: [...PLACEMENT_USES, 'dataVolumes', 'claims'],
  run: (facts) => {
    const refused = unscheduled(facts);
    if (refused === undefined || countOf(refused.groups, NO_STORAGE) === 0) return [];
    if (!decides(refused, 'open')) return [];
    const claim = unfilledDisks(facts)
      .map((disk) => disk.claim?.object)
      .find((object) => phaseOf(object) === 'Pending');
    const storageClass = textAt(claim, 'spec', 'storageClassName') ?? '';
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation:
          claim === undefined
            ? say('A disk of the virtual machine can be made on no node that may take it.')
            : say(
                'Disk {{disk}} of storage class {{class}} can be made on no node that may take the virtual machine.',
                { disk: nameOf(claim), class: storageClass },
              ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...proofIf(claim, 'status', 'phase'),
          ...proofIf(claim, 'spec', 'storageClassName'),
        ],
        fixes: [
          {
            id: 'align-placement-with-storage',
            description: say(
              'Let the virtual machine run where the storage has room, or choose another storage class.',
            ),
            command: `oc edit vm ${shellWord(nameOf(facts.vm))} ${inNamespace(facts.vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
