import { formatAge, listAt, MINUTE } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { ageOf, printableStatusOf } from '../../intent';
import { defineRule } from '../../rule';

const LONGEST = 2 * MINUTE;

/** The first thing virt-controller does with a new VM is to write its status and a finalizer. */
export const virtControllerDown = defineRule({
  id: 'virt-controller-down',
  title: say('The controller of KubeVirt does not look after the virtual machine'),
  stage: 'platform',
  needs: ['vm', 'vmi'],
  run: ({ vm, vmi }, { now }) => {
    const age = ageOf(vm, now);
    const isUntouched =
      (printableStatusOf(vm) ?? '') === '' && listAt(vm, 'status', 'conditions').length === 0;
    if (vmi !== undefined || !isUntouched || age <= LONGEST) return [];
    return [
      {
        severity: 'critical',
        confidence: 'likely',
        blocking: true,
        explanation: say(
          'The virtual machine was created {{age}} ago and still has no status at all, so virt-controller is not at work.',
          { age: formatAge(age) },
        ),
        evidence: [
          proof(vm, 'metadata', 'creationTimestamp'),
          ...proofIf(vm, 'metadata', 'generation'),
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
