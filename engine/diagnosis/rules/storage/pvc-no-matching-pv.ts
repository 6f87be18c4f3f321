import { nameOf, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { diskSeverity, namespaceOfDisk, saidOfDisk, unfilledDisks, type Disk } from '../../disks';
import { proof, proofIf, saidIf } from '../../evidence';
import { shellWord } from '../../fixes';
import { phaseOf } from '../../intent';
import { defineRule } from '../../rule';

const NO_PROVISIONER = 'kubernetes.io/no-provisioner';
const REASON = /^(?:FailedBinding|ProvisioningFailed)$/;
const SAID =
  /no persistent volumes available|no volume plugin matched|already bound to a different claim/;

/** Nobody makes volumes for this claim: it asks for no class, or for one of volumes made by hand. */
const isStatic = (claim: KubeObject, storageClass: KubeObject | undefined): boolean =>
  textAt(claim, 'spec', 'storageClassName') === '' ||
  (textAt(storageClass, 'provisioner') === NO_PROVISIONER &&
    textAt(storageClass, 'volumeBindingMode') !== 'WaitForFirstConsumer');

const waitingClaims = ({ claim, workClaims }: Disk): KubeObject[] =>
  [...workClaims, claim?.object]
    .filter((object) => object !== undefined)
    .filter((object) => phaseOf(object) === 'Pending');

/** Volumes made by hand: none that is free fits the claim. */
export const pvcNoMatchingPv = defineRule({
  id: 'pvc-no-matching-pv',
  title: say('No free persistent volume fits a disk'),
  stage: 'storage',
  needs: ['vm', 'vmi', 'dataVolumes', 'claims', 'storageClasses'],
  uses: ['workClaims', 'events'],
  explains: ['pvc-provisioning-failed'],
  run: (facts) =>
    unfilledDisks(facts).flatMap((disk) =>
      waitingClaims(disk)
        .slice(0, 1)
        .flatMap((claim) => {
          const className = textAt(claim, 'spec', 'storageClassName');
          const storageClass = facts.storageClasses.find((one) => nameOf(one) === className);
          if (!isStatic(claim, storageClass)) return [];
          const said = saidOfDisk(disk, facts.events).find(
            ({ reason, text }) => REASON.test(reason) && SAID.test(text),
          );
          return [
            {
              severity: diskSeverity(facts.vm, facts.vmi),
              confidence: said === undefined ? ('likely' as const) : ('certain' as const),
              blocking: true,
              explanation: say(
                'Volumes for disk {{disk}} are made by hand, and none that is free has the size, the modes and the labels that it asks for.',
                { disk: disk.name },
              ),
              evidence: [
                ...proofIf(claim, 'spec'),
                proof(claim, 'status', 'phase'),
                ...proofIf(storageClass, 'provisioner'),
                ...saidIf(said),
              ],
              fixes: [
                {
                  id: 'make-volume',
                  description: say(
                    'Make a persistent volume that fits, free one that was released, or use a storage class that makes volumes.',
                  ),
                  command: `oc get pv; oc get pvc ${shellWord(nameOf(claim))} -n ${namespaceOfDisk(disk)} -o yaml`,
                  risk: 'manual' as const,
                },
              ],
            },
          ];
        }),
    ),
});
