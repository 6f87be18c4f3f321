import { nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { defineRule } from '../../rule';
import { injectedMismatch, nodesText, PLACEMENT_USES } from '../../scheduling';

const FEATURES =
  /^(?:(?:cpu-feature|hyperv|cpu-vendor|scheduling|cpu-timer|host-model-required-features)\.node\.kubevirt\.io\/|kubevirt\.io\/(?:sev|sev-es|sev-snp|tdx|realtime|s390-pv)$)/;
const DOMAIN = ['spec', 'template', 'spec', 'domain'] as const;

/** Features of the CPU, of Hyper-V emulation or of memory encryption become node selectors. */
export const cpuFeatureUnavailable = defineRule({
  id: 'cpu-feature-unavailable',
  title: say('No node offers a CPU feature that the virtual machine needs'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: PLACEMENT_USES,
  run: (facts) => {
    const mismatch = injectedMismatch(facts, FEATURES);
    if (mismatch === undefined) return [];
    const { refused, key } = mismatch;
    const { vm } = facts;
    const feature = key.replace(/^[^/]+\//, '');
    return [
      {
        severity: 'critical',
        confidence: mismatch.confidence,
        blocking: true,
        explanation: say(
          'The virtual machine needs {{feature}}, so KubeVirt asks for nodes with the label {{key}}, and none that may take it has that. Node by node: {{nodes}}.',
          { feature, key, nodes: nodesText(refused) },
        ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          proof(refused.pod, 'spec', 'nodeSelector', key),
          ...proofIf(vm, ...DOMAIN, 'cpu', 'features'),
          ...(key.startsWith('hyperv') ? proofIf(vm, ...DOMAIN, 'features', 'hyperv') : []),
          ...proofIf(vm, ...DOMAIN, 'launchSecurity'),
        ],
        fixes: [
          {
            id: 'drop-cpu-feature',
            description: say(
              'Remove the feature from the virtual machine, or enable it on nodes that have it.',
            ),
            command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
