import { conditionOf, formatAge, listAt, MINUTE, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, proofIf } from '../../evidence';
import { ageOf, isNotTakenUp, printableStatusOf } from '../../intent';
import { defineRule } from '../../rule';
import type { Evidence } from '../../types';

const LONGEST = 2 * MINUTE;

/** Proof that each of the pods is not ready; nothing when one is, or none is known. */
const allDown = (pods: readonly KubeObject[]): Evidence[] => {
  const down = pods.flatMap((pod) => {
    const ready = conditionOf(pod, 'Ready');
    return ready === undefined || ready.status === 'True' ? [] : [conditionProof(pod, ready)];
  });
  return down.length === pods.length ? down : [];
};

/** The first thing virt-controller does with a new VM is to write its status and a finalizer. */
export const virtControllerDown = defineRule({
  id: 'virt-controller-down',
  title: say('The controller of KubeVirt does not look after the virtual machine'),
  stage: 'platform',
  needs: ['vm', 'vmi'],
  uses: ['controllers'],
  run: ({ vm, vmi, controllers }, { now }) => {
    const age = ageOf(vm, now);
    const isUntouched =
      (printableStatusOf(vm) ?? '') === '' && listAt(vm, 'status', 'conditions').length === 0;
    const isSilent = vmi === undefined && isUntouched && age > LONGEST;
    const down = isNotTakenUp(vm, vmi) ? allDown(controllers) : [];
    if (!isSilent && down.length === 0) return [];
    return [
      {
        severity: 'critical',
        confidence: down.length > 0 ? 'certain' : 'likely',
        blocking: true,
        explanation:
          down.length > 0
            ? say(
                'No pod of virt-controller is ready, so nobody takes up what the virtual machine is asked to do.',
              )
            : say(
                'The virtual machine was created {{age}} ago and still has no status at all, so virt-controller is not at work.',
                { age: formatAge(age) },
              ),
        evidence: [
          proof(vm, 'metadata', 'creationTimestamp'),
          ...proofIf(vm, 'metadata', 'generation'),
          ...proofIf(vm, 'status', 'runStrategy'),
          ...down,
        ],
        fixes: [
          {
            id: 'check-virt-controller',
            description: say('Look at the virt-controller pods and the KubeVirt resource.'),
            command:
              'oc get pods -n openshift-cnv -l kubevirt.io=virt-controller && oc get kubevirt -A',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
