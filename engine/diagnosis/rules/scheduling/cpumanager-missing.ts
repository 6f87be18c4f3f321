import { nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { defineRule } from '../../rule';
import { injectedMismatch, nodesText, PLACEMENT_USES } from '../../scheduling';

const CPU = ['spec', 'template', 'spec', 'domain', 'cpu'] as const;

/** Dedicated CPUs take a node whose kubelet hands them out; virt-handler labels those. */
export const cpumanagerMissing = defineRule({
  id: 'cpumanager-missing',
  title: say('No node gives dedicated CPUs'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: PLACEMENT_USES,
  run: (facts) => {
    const mismatch = injectedMismatch(facts, /^(?:kubevirt\.io\/)?cpumanager$/);
    if (mismatch === undefined) return [];
    const { refused, key } = mismatch;
    const { vm } = facts;
    return [
      {
        severity: 'critical',
        confidence: mismatch.confidence,
        blocking: true,
        explanation: say(
          'The virtual machine asks for dedicated CPUs, so KubeVirt asks for nodes with the label {{key}}=true, and none that may take it has the static CPU manager. Node by node: {{nodes}}.',
          { key, nodes: nodesText(refused) },
        ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          proof(refused.pod, 'spec', 'nodeSelector', key),
          ...proofIf(vm, ...CPU, 'dedicatedCpuPlacement'),
          ...facts.nodes.flatMap((node) => proofIf(node, 'metadata', 'labels', key)).slice(0, 3),
        ],
        fixes: [
          {
            id: 'enable-cpu-manager',
            description: say(
              'Set cpuManagerPolicy static for the workers in a KubeletConfig (their machine config pool restarts them one by one).',
            ),
            command: 'oc get kubeletconfig,machineconfigpool',
            risk: 'manual',
          },
          {
            id: 'drop-dedicated-cpus',
            description: say('Or do without dedicated CPUs: remove dedicatedCpuPlacement.'),
            command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
