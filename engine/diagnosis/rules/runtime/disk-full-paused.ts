import { flagAt, nameOf, parseQuantity, refOf, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { diskOfVolume, disksOf } from '../../disks';
import { conditionProof, proofIf, saidIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { defineRule, type FixDraft } from '../../rule';
import { storagePauseOf } from '../../storage-pause';

const GIBIBYTE = 2 ** 30;
const GROWTH = 1.5;

/** None when the storage class does not let claims grow, or is not known to. */
const expandFix = (claim: KubeObject, classes: readonly KubeObject[]): FixDraft[] => {
  const storageClass = classes.find(
    (one) => nameOf(one) === textAt(claim, 'spec', 'storageClassName'),
  );
  const size = parseQuantity(textAt(claim, 'spec', 'resources', 'requests', 'storage'));
  if (flagAt(storageClass, 'allowVolumeExpansion') !== true || size === undefined) return [];
  const wanted = `${Math.ceil((size * GROWTH) / GIBIBYTE)}Gi`;
  const patch = { spec: { resources: { requests: { storage: wanted } } } };
  return [
    {
      id: 'expand-claim',
      description: say('Let claim {{claim}} grow to {{size}}.', {
        claim: nameOf(claim),
        size: wanted,
      }),
      command: `oc patch pvc ${shellWord(nameOf(claim))} ${inNamespace(claim)} --type merge -p ${shellWord(JSON.stringify(patch))}`,
      effect: say('The guest goes on by itself. A claim never shrinks again.'),
      risk: 'confirm',
      action: { verb: 'patch', target: refOf(claim), patchType: 'merge', patch },
    },
  ];
};

/** KubeVirt tries to go on by itself, so the status may flap until there is room. */
export const diskFullPaused = defineRule({
  id: 'disk-full-paused',
  title: say('The virtual machine is paused because a disk has no space left'),
  stage: 'runtime',
  needs: ['vm', 'vmi', 'events'],
  uses: ['claims', 'dataVolumes', 'storageClasses'],
  run: (facts) => {
    const pause = storagePauseOf(facts.vmi, facts.events);
    if (pause?.isFull !== true) return [];
    const { vmi, condition, said, volume } = pause;
    const claim = diskOfVolume(facts.vm, volume, disksOf(facts))?.claim?.object;
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'The storage behind volume {{volume}} is full. The guest was paused so that no write is lost, and goes on when there is room.',
          { volume },
        ),
        evidence: [
          ...saidIf(said),
          conditionProof(vmi, condition),
          ...proofIf(claim, 'status', 'capacity', 'storage'),
          ...proofIf(claim, 'spec', 'resources', 'requests'),
        ],
        fixes: [
          ...(claim === undefined ? [] : expandFix(claim, facts.storageClasses)),
          {
            id: 'free-storage-backend',
            description: say('Free space in the storage pool or file system behind the volume.'),
            command: `oc get pvc ${inNamespace(facts.vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
