import { textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { proofIf } from '../../evidence';
import { shellWord, startFix } from '../../fixes';
import { activePodOf } from '../../intent';
import { startErrors } from '../../launcher-errors';
import { defineRule } from '../../rule';
import { firstMatch } from '../../statements';

const UNREACHABLE =
  /unable to create virt-launcher client connection|failed to detect isolation for launcher pod|virt-launcher (?:client )?connection .*(?:refused|closed)/i;

/** virt-handler gives a launcher three minutes to open its socket, then fails the instance. */
export const launcherUnresponsive = defineRule({
  id: 'launcher-unresponsive',
  title: say('The agent of the node cannot reach the launcher of the virtual machine'),
  stage: 'runtime',
  needs: ['vm', 'vmi'],
  uses: ['events', 'earlierEvents', 'pods', 'failedPods'],
  explains: ['domain-start-failed', 'vmi-crashed-unknown', 'start-failure-crashloop'],
  run: (facts) => {
    const { vm, vmi, pods, failedPods } = facts;
    const said = firstMatch(startErrors(facts), UNREACHABLE)?.statement;
    if (said === undefined) return [];
    const pod = activePodOf(vmi, pods) ?? failedPods[0];
    const node = textAt(pod, 'spec', 'nodeName') ?? textAt(vmi, 'status', 'nodeName') ?? '';
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'virt-handler on node {{node}} gets no connection to the launcher pod. SELinux, the container runtime or a hung launcher are the usual reasons.',
          { node },
        ),
        evidence: [
          said.evidence,
          ...proofIf(vmi, 'status', 'phase'),
          ...proofIf(pod, 'status', 'phase'),
        ],
        fixes: [
          {
            id: 'check-launcher-socket',
            description: say(
              'Look at virt-handler, SELinux and the container runtime of the node.',
            ),
            command:
              node === ''
                ? 'oc get pods -n openshift-cnv -l kubevirt.io=virt-handler -o wide'
                : `oc get pods -n openshift-cnv -l kubevirt.io=virt-handler -o wide --field-selector ${shellWord(`spec.nodeName=${node}`)}`,
            risk: 'manual',
          },
          startFix(vm),
        ],
      },
    ];
  },
});
