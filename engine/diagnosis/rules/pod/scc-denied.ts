import { say } from '../../../messages';
import { isStarting } from '../../intent';
import { defineRule } from '../../rule';
import { firstMatch, saidOfPod } from '../../statements';

const DENIED = /unable to validate against any security context constraint/;

/** OpenShift lets virt-controller make launcher pods by the SCC `kubevirt-controller`. */
export const sccDenied = defineRule({
  id: 'scc-denied',
  title: say('No security context constraint allows the launcher pod'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods', 'events'],
  explains: ['pod-create-rejected'],
  run: ({ vm, vmi, pods, events }) => {
    if (!isStarting(vm, vmi) || pods.length > 0) return [];
    const said = firstMatch(saidOfPod({ vm, vmi, events }), DENIED);
    if (said === undefined) return [];
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'The launcher pod was refused: its service account may use no security context constraint with the rights that KubeVirt needs. The constraint kubevirt-controller is missing or was changed.',
        ),
        evidence: [said.statement.evidence],
        fixes: [
          {
            id: 'restore-scc',
            description: say(
              'An administrator can compare the constraint with its users, and let the operator restore it.',
            ),
            command: 'oc get scc kubevirt-controller kubevirt-handler -o yaml',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
