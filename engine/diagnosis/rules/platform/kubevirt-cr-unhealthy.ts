import { conditionOf, isDeleting } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof } from '../../evidence';
import { isReady, wantsToRun } from '../../intent';
import { defineRule } from '../../rule';

/** KubeVirt itself is broken or being updated: no controller writes, and states are frozen. */
export const kubevirtCrUnhealthy = defineRule({
  id: 'kubevirt-cr-unhealthy',
  title: say('OpenShift Virtualization itself is not healthy'),
  stage: 'platform',
  needs: ['vm', 'vmi', 'kubevirts'],
  explains: ['virt-controller-down'],
  run: ({ vm, vmi, kubevirts }) => {
    const [kubevirt] = kubevirts;
    const available = conditionOf(kubevirt, 'Available');
    const degraded = conditionOf(kubevirt, 'Degraded');
    const bad =
      available?.status === 'False'
        ? available
        : degraded?.status === 'True'
          ? degraded
          : undefined;
    if (kubevirt === undefined || bad === undefined || isReady(vm)) return [];
    if (vmi === undefined && !isDeleting(vm) && !wantsToRun(vm, vmi)) return [];
    return [
      {
        severity: 'critical',
        confidence: 'likely',
        explanation: say(
          'The KubeVirt resource reports {{type}}={{status}} ({{reason}}). Until that is repaired, virtual machines may not start, stop or report their state.',
          {
            type: bad.type,
            status: bad.status,
            reason: bad.reason,
          },
        ),
        evidence: [conditionProof(kubevirt, bad)],
        fixes: [
          {
            id: 'check-virt-pods',
            description: say('Look at the pods of the operator and its components.'),
            command: 'oc get pods -n openshift-cnv',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
