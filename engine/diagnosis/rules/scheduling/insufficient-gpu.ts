import { say } from '../../../messages';
import { conditionProof } from '../../evidence';
import { defineRule } from '../../rule';
import { allocatableOf, nodeNames, unscheduled } from '../../scheduling';

/** Device resources are named `domain/name`; KubeVirt's own and hugepages are other causes. */
const DEVICE = /^Insufficient ((?!devices\.kubevirt\.io\/)[\w.-]+\.[\w.-]+\/[\w.-]+)/;

export const insufficientGpu = defineRule({
  id: 'insufficient-gpu',
  title: say('No node has a free device of the kind that the virtual machine asks for'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['nodes'],
  run: ({ nodes, ...facts }) => {
    const refused = unscheduled(facts);
    const group = refused?.groups.find(({ reason }) => DEVICE.test(reason));
    const device = DEVICE.exec(group?.reason ?? '')?.[1];
    if (refused === undefined || device === undefined) return [];
    const offering = nodes.filter((node) => allocatableOf(node, device) > 0);
    const params = { device, nodes: nodeNames(offering) };
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation:
          offering.length > 0
            ? say(
                'Every {{device}} of the nodes {{nodes}} is used by other virtual machines or pods.',
                params,
              )
            : say(
                'No node offers {{device}}: its device plugin does not run, or the device is not permitted for virtual machines.',
                params,
              ),
        evidence: [conditionProof(refused.pod, refused.condition)],
        fixes: [
          {
            id: 'find-device',
            description: say(
              'Free a device, or make one available. This shows what each node offers.',
            ),
            command: `oc get nodes -o custom-columns=NAME:.metadata.name,DEVICES:.status.allocatable`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
