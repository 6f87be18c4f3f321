import { MINUTE, nameOf, namespaceOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { diskSeverity, isScratch, saidOfDisk, unfilledDisks } from '../../disks';
import { proof, proofIf, saidIf } from '../../evidence';
import { shellWord } from '../../fixes';
import { ageOf, phaseOf } from '../../intent';
import { defineRule } from '../../rule';

const PATIENCE = 2 * MINUTE;

/** Unpacking some images takes a second volume, of the scratch class or the default one. */
export const importerScratchPending = defineRule({
  id: 'importer-scratch-pending',
  title: say('The scratch space for filling a disk is not made'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims', 'workClaims'],
  uses: ['events'],
  explains: ['importer-unschedulable'],
  run: (facts, { now }) =>
    unfilledDisks(facts).flatMap((disk) =>
      disk.workClaims
        .filter(
          (claim) =>
            isScratch(claim) && phaseOf(claim) === 'Pending' && ageOf(claim, now) >= PATIENCE,
        )
        .map((claim) => {
          const said = saidOfDisk(disk, facts.events).find(
            ({ about }) => about.name === nameOf(claim),
          );
          return {
            severity: diskSeverity(facts.vm, facts.vmi),
            confidence: 'certain' as const,
            blocking: true,
            explanation: say(
              'Disk {{disk}} stays empty because claim {{claim}}, the scratch space for unpacking its image, has no volume.',
              { disk: disk.name, claim: nameOf(claim) },
            ),
            evidence: [
              proof(claim, 'status', 'phase'),
              ...proofIf(claim, 'spec', 'storageClassName'),
              ...saidIf(said),
            ],
            fixes: [
              {
                id: 'look-at-scratch-claim',
                description: say(
                  'See why the claim gets no volume, or set another scratchSpaceStorageClass in the HyperConverged.',
                ),
                command: `oc describe pvc ${shellWord(nameOf(claim))} -n ${namespaceOf(claim) ?? 'default'}`,
                risk: 'safe' as const,
              },
            ],
          };
        }),
    ),
});
