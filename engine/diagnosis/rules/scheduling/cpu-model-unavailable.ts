import { labelsOf, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, proofIf } from '../../evidence';
import { patchFix } from '../../fixes';
import { defineRule } from '../../rule';
import { injectedMismatch, nodesText, PLACEMENT_USES } from '../../scheduling';

const PREFIX = 'cpu-model.node.kubevirt.io/';
const MODELS = /^(?:cpu-model|cpu-model-migration|host-model-cpu)\.node\.kubevirt\.io\//;

const FIELD = ['spec', 'template', 'spec', 'domain', 'cpu', 'model'] as const;

const patch = (model: string | null) => ({
  spec: { template: { spec: { domain: { cpu: { model } } } } },
});

/**
 * KubeVirt turns a named CPU model into a node selector. A node may carry
 * `host-model-cpu.node.kubevirt.io/<Model>` and still not offer that model to guests.
 */
export const cpuModelUnavailable = defineRule({
  id: 'cpu-model-unavailable',
  title: say('No node offers the CPU model that the virtual machine asks for'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: PLACEMENT_USES,
  run: (facts) => {
    const mismatch = injectedMismatch(facts, MODELS);
    if (mismatch === undefined) return [];
    const { refused, key } = mismatch;
    const { vm, nodes } = facts;
    const offered = new Set(
      nodes.flatMap((node) => Object.keys(labelsOf(node)).filter((one) => one.startsWith(PREFIX))),
    );
    return [
      {
        severity: 'critical',
        confidence: mismatch.confidence,
        blocking: true,
        explanation: say(
          'The virtual machine asks for CPU model {{model}}. No node that may take it offers that; the nodes offer {{count}} models. Node by node: {{nodes}}.',
          { model: key.replace(/^[^/]+\//, ''), count: offered.size, nodes: nodesText(refused) },
        ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          proof(refused.pod, 'spec', 'nodeSelector', key),
          ...proofIf(vm, ...FIELD),
        ],
        fixes: [
          patchFix(
            vm,
            {
              id: 'use-host-model',
              description: say('Use the model of the host, or one that every node offers.'),
              effect: say('The guest sees another CPU at its next boot.'),
            },
            patch('host-model'),
            patch(textAt(vm, ...FIELD) ?? null),
            'restart',
          ),
        ],
      },
    ];
  },
});
