import { labelsOf, nameOf, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proofIf } from '../../evidence';
import { inNamespace, restartCommand, shellWord } from '../../fixes';
import { blockedBy, wantedMigration } from '../../migratable';
import { defineRule, type FixDraft } from '../../rule';

const MODEL_LABEL = 'cpu-model.node.kubevirt.io/';

/** Models that every node offers. */
const commonModels = (nodes: readonly KubeObject[]): string[] => {
  const [first, ...rest] = nodes.map((node) =>
    Object.entries(labelsOf(node)).flatMap(([label, value]) =>
      label.startsWith(MODEL_LABEL) && value === 'true' ? [label.slice(MODEL_LABEL.length)] : [],
    ),
  );
  return (first ?? []).filter((model) => rest.every((models) => models.includes(model)));
};

const nameModel = (vm: KubeObject, models: readonly string[]): FixDraft => ({
  id: 'name-cpu-model',
  description:
    models.length === 0
      ? say('Name a CPU model that the nodes offer instead of host-model, and restart.')
      : say('Name a CPU model instead of host-model, and restart. Every node offers: {{models}}.', {
          models: models.slice(0, 8).join(', '),
        }),
  command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)} && ${restartCommand(vm)}`,
  effect: say('It goes down and boots again.'),
  risk: 'confirm',
});

/** With host-model the node must know its own model, and the labeller found none. */
export const notLiveMigratableCpu = defineRule({
  id: 'not-live-migratable-cpu',
  title: say('The virtual machine cannot migrate because of its CPU model'),
  stage: 'migration',
  needs: ['vm', 'vmi'],
  uses: ['nodes'],
  explains: ['migration-denied'],
  run: ({ vm, vmi, nodes }, context) => {
    const wanted = wantedMigration(vmi, context);
    if (wanted === undefined) return [];
    // The reason as releases write it, and as it would read without the slip.
    const { conditions } = blockedBy(wanted, (reason) =>
      /^CPUMode(?:Not)?LiveMigratable$/.test(reason),
    );
    if (conditions.length === 0) return [];
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        explanation: say(
          'It takes the CPU model of its host, and KubeVirt found no model for node {{node}} that another node could offer.',
          { node: textAt(wanted.vmi, 'status', 'nodeName') ?? '' },
        ),
        evidence: [
          ...conditions.map((condition) => conditionProof(wanted.vmi, condition)),
          ...proofIf(wanted.vmi, 'spec', 'domain', 'cpu', 'model'),
        ],
        fixes: [nameModel(vm, commonModels(nodes))],
      },
    ];
  },
});
