import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { defineRule } from '../../rule';
import { capacityOf, decides, nodesText, PLACEMENT_USES, unscheduled } from '../../scheduling';

const KVM = /^Insufficient (devices\.kubevirt\.io\/\w[\w-]*)/;

/** The nodes offer no KVM device: no virtualization, or the device plugin of virt-handler is lost. */
export const insufficientKvm = defineRule({
  id: 'insufficient-kvm',
  title: say('No node offers hardware virtualization to the virtual machine'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: PLACEMENT_USES,
  run: (facts) => {
    const { nodes } = facts;
    const refused = unscheduled(facts);
    const device = refused?.groups.flatMap(({ reason }) => KVM.exec(reason)?.[1] ?? [])[0];
    if (refused === undefined || device === undefined) return [];
    if (!decides(refused, 'kvm', 'open', 'full')) return [];
    const lost = nodes.filter((node) => capacityOf(node, device) > 0);
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation:
          lost.length > 0
            ? say(
                'Nodes know {{device}} but offer none of it now: virt-handler or the kubelet was restarted and the device plugin is not registered. Node by node: {{nodes}}.',
                { device, nodes: nodesText(refused) },
              )
            : say(
                'No node knows {{device}}: virtualization is off in the firmware, or nested virtualization is off. Node by node: {{nodes}}.',
                { device, nodes: nodesText(refused) },
              ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...lost.slice(0, 1).map((node) => proof(node, 'status', 'capacity', device)),
        ],
        fixes: [
          {
            id: 'restart-virt-handler',
            description: say(
              'Look at virt-handler on the nodes, and restart it where the device is lost.',
            ),
            command: 'oc get pods -n openshift-cnv -l kubevirt.io=virt-handler -o wide',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
