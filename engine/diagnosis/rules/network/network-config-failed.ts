import { annotationsOf, nameOf, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { cut, present } from '../../../redaction';
import { proof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { activePodOf } from '../../intent';
import { innerText, startErrors } from '../../launcher-errors';
import { defineRule } from '../../rule';
import { firstMatch } from '../../statements';

const FAILED =
  /failed to configure vmi network|pod link \([^)]*\) is missing|failed plugging phase1 at nic|Critical network error|failed to set up (?:vhost-net|tun) device/i;
const STATUS = 'k8s.v1.cni.cncf.io/network-status';

const networkStatusOf = (pod: KubeObject | undefined) =>
  pod === undefined || annotationsOf(pod)[STATUS] === undefined
    ? []
    : [proof(pod, 'metadata', 'annotations', STATUS)];

/** The pod has its network; virt-handler does not find in it what the guest's interfaces need. */
export const networkConfigFailed = defineRule({
  id: 'network-config-failed',
  title: say("The guest's interfaces cannot be connected to the network of the launcher pod"),
  stage: 'network',
  needs: ['vm', 'vmi'],
  uses: ['pods', 'events', 'earlierEvents'],
  explains: ['domain-start-failed', 'start-failure-crashloop', 'vmi-crashed-unknown'],
  run: ({ pods, ...facts }) => {
    const { vm, vmi } = facts;
    const said = firstMatch(startErrors(facts), FAILED);
    if (said === undefined) return [];
    const pod = activePodOf(vmi, pods);
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'virt-handler could not connect the interfaces of the guest to the launcher pod: {{reason}}',
          { reason: cut(present(innerText(said.statement.text)), 300) },
        ),
        evidence: [said.statement.evidence, ...networkStatusOf(pod)],
        fixes: [
          {
            id: 'compare-networks',
            description: say(
              'Compare the networks that multus gave the pod with the interfaces of the virtual machine.',
            ),
            command:
              pod === undefined
                ? `oc get vmi ${shellWord(nameOf(vm))} ${inNamespace(vm)} -o yaml`
                : `oc get pod ${shellWord(nameOf(pod))} ${inNamespace(vm)} -o yaml`,
            risk: 'safe',
          },
        ],
      },
    ];
  },
});
