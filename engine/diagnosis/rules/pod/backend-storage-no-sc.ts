import { textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, proofIf } from '../../evidence';
import { isStarting } from '../../intent';
import { defineRule } from '../../rule';
import { keptStatePath, stateStorageProblem } from '../../state-storage';
import { defaultClassOf } from '../../storage-classes';

const NO_CLASS = /no default storage class/i;

/**
 * A persistent TPM or EFI needs a claim that KubeVirt makes itself, with the class named in the
 * KubeVirt resource or the default one. The VM's own disks may all be bound.
 */
export const backendStorageNoSc = defineRule({
  id: 'backend-storage-no-sc',
  title: say('There is no default storage class for the state of the TPM or the firmware'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods', 'storageClasses'],
  uses: ['kubevirts'],
  run: ({ vm, vmi, pods, storageClasses, kubevirts }) => {
    if (!isStarting(vm, vmi) || vmi === undefined || pods.length > 0) return [];
    const problem = stateStorageProblem(vmi);
    const isSaid = problem !== undefined && NO_CLASS.test(problem.message);
    const place = keptStatePath(vm);
    const chosen = textAt(kubevirts[0], 'spec', 'configuration', 'vmStateStorageClass') ?? '';
    if (chosen !== '' || defaultClassOf(storageClasses) !== undefined) return [];
    if (!isSaid && place === undefined) return [];
    return [
      {
        severity: 'critical',
        confidence: isSaid ? 'certain' : 'likely',
        blocking: isSaid,
        explanation: say(
          'KubeVirt keeps the state of the TPM or firmware on a claim of its own, and cannot make it: no storage class is the default, and none is named for that.',
        ),
        evidence: [
          ...(isSaid ? [conditionProof(vmi, problem)] : []),
          ...(place === undefined ? [] : [proof(vm, ...place)]),
          ...storageClasses.flatMap((one) => proofIf(one, 'metadata', 'annotations')).slice(0, 3),
        ],
        fixes: [
          {
            id: 'set-default-virt-class',
            description: say(
              'An administrator can make a storage class the default for virtual machines, or name one as vmStateStorageClass.',
            ),
            command:
              'oc annotate storageclass CLASS storageclass.kubevirt.io/is-default-virt-class=true',
            effect: say('Every new disk that names no class gets it from then on.'),
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
