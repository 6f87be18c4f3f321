import { labelsOf, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, proofIf } from '../../evidence';
import { patchFix } from '../../fixes';
import { defineRule } from '../../rule';
import { injectedMismatch, nodesText, PLACEMENT_USES } from '../../scheduling';

const PREFIX = 'machine-type.node.kubevirt.io/';
const FIELD = ['spec', 'template', 'spec', 'domain', 'machine', 'type'] as const;

const patch = (type: string | null) => ({
  spec: { template: { spec: { domain: { machine: { type } } } } },
});

/** A machine type that the QEMU of today no longer has. */
export const machineTypeUnavailable = defineRule({
  id: 'machine-type-unavailable',
  title: say('No node offers the machine type of the virtual machine'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: PLACEMENT_USES,
  run: (facts) => {
    const mismatch = injectedMismatch(facts, /^machine-type\.node\.kubevirt\.io\//);
    if (mismatch === undefined) return [];
    const { refused, key } = mismatch;
    const { vm, nodes } = facts;
    const offered = new Set(
      nodes.flatMap((node) =>
        Object.keys(labelsOf(node)).filter((label) => label.startsWith(PREFIX)),
      ),
    );
    const own = textAt(vm, ...FIELD);
    return [
      {
        severity: 'critical',
        confidence: mismatch.confidence,
        blocking: true,
        explanation: say(
          'The virtual machine asks for machine type {{type}}. No node that may take it offers that; the nodes offer {{count}} type(s). Node by node: {{nodes}}.',
          { type: key.slice(PREFIX.length), count: offered.size, nodes: nodesText(refused) },
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
              id: 'use-current-machine-type',
              description: say(
                'Use q35, which stands for the newest type of the nodes, and restart.',
              ),
              effect: say('The guest sees a newer machine at its next boot.'),
            },
            patch('q35'),
            patch(own ?? null),
            'restart',
          ),
        ],
      },
    ];
  },
});
