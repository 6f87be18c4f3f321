import { labelsOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, proofIf } from '../../evidence';
import { patchCommand, restartCommand } from '../../fixes';
import { defineRule } from '../../rule';
import { unmetLabels, unscheduled } from '../../scheduling';

const PREFIX = 'cpu-model.node.kubevirt.io/';

const HOST_MODEL = {
  spec: { template: { spec: { domain: { cpu: { model: 'host-model' } } } } },
};

/**
 * KubeVirt turns a named CPU model into a node selector. A node may carry
 * `host-model-cpu.node.kubevirt.io/<Model>` and still not offer that model to guests.
 */
export const cpuModelUnavailable = defineRule({
  id: 'cpu-model-unavailable',
  title: say('No node offers the CPU model that the virtual machine asks for'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['nodes'],
  explains: ['node-selector-mismatch'],
  run: ({ nodes, ...facts }) => {
    const refused = unscheduled(facts);
    const unmet =
      refused && unmetLabels(refused.pod, nodes).find(({ key }) => key.startsWith(PREFIX));
    if (refused === undefined || unmet === undefined || nodes.length === 0) return [];
    const model = unmet.key.slice(PREFIX.length);
    const offered = new Set(
      nodes.flatMap((node) => Object.keys(labelsOf(node)).filter((key) => key.startsWith(PREFIX))),
    );
    const { vm } = facts;
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'The virtual machine asks for CPU model {{model}}. No node offers it; the nodes offer {{count}} other models.',
          { model, count: offered.size },
        ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          proof(refused.pod, 'spec', 'nodeSelector', unmet.key),
          ...proofIf(vm, 'spec', 'template', 'spec', 'domain', 'cpu', 'model'),
        ],
        fixes: [
          {
            id: 'use-host-model',
            description: say('Use the model of the host, or one that every node offers.'),
            command: `${patchCommand(vm, 'merge', HOST_MODEL)} && ${restartCommand(vm)}`,
            effect: say('The guest sees another CPU at its next boot.'),
            risk: 'confirm',
          },
        ],
      },
    ];
  },
});
