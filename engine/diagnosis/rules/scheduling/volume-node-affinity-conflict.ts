import { labelsOf, listAt, nameOf, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, proofIf } from '../../evidence';
import type { Lookup } from '../../facts';
import { inNamespace, shellWord } from '../../fixes';
import { defineRule } from '../../rule';
import { countOf, nodeNames, unscheduled } from '../../scheduling';

const CONFLICT = /volume node affinity conflict/;

const texts = (value: unknown, ...path: string[]): string[] =>
  listAt(value, ...path).filter((entry) => typeof entry === 'string');

const meets = (node: KubeObject, expression: unknown): boolean => {
  const label = labelsOf(node)[textAt(expression, 'key') ?? ''];
  const values = texts(expression, 'values');
  switch (textAt(expression, 'operator')) {
    case 'In':
      return label !== undefined && values.includes(label);
    case 'NotIn':
      return label === undefined || !values.includes(label);
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
    default:
      return true;
  }
};

const REQUIRED = ['spec', 'nodeAffinity', 'required', 'nodeSelectorTerms'] as const;

/** The nodes from which a volume can be reached: any term, each with all of its expressions. */
const reachedFrom = (volume: KubeObject, nodes: readonly KubeObject[]): KubeObject[] =>
  nodes.filter((node) =>
    listAt(volume, ...REQUIRED).some((term) =>
      listAt(term, 'matchExpressions').every((expression) => meets(node, expression)),
    ),
  );

const boundToNodes = (lookups: readonly Lookup[]): { volume: KubeObject; claim: KubeObject }[] =>
  lookups.flatMap(({ object, namedBy }) =>
    object !== undefined && listAt(object, ...REQUIRED).length > 0
      ? [{ volume: object, claim: namedBy }]
      : [],
  );

/** The disk lies where the VM may not run, or where there is no room for it. */
export const volumeNodeAffinityConflict = defineRule({
  id: 'volume-node-affinity-conflict',
  title: say('A disk can only be reached from nodes that cannot take the virtual machine'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['nodes', 'persistentVolumes'],
  explains: ['node-selector-mismatch'],
  run: (facts) => {
    const refused = unscheduled(facts);
    if (refused === undefined || countOf(refused.groups, CONFLICT) === 0) return [];
    const [bound] = boundToNodes(facts.persistentVolumes);
    const nodes = bound === undefined ? [] : reachedFrom(bound.volume, facts.nodes);
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation:
          bound === undefined || nodes.length === 0
            ? say(
                'A disk of the virtual machine can only be reached from some nodes, and none of them can take it.',
              )
            : say(
                'Disk {{disk}} can only be reached from {{nodes}}, and the virtual machine cannot run there.',
                { disk: nameOf(bound.claim), nodes: nodeNames(nodes) },
              ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...(bound === undefined ? [] : [proof(bound.volume, ...REQUIRED)]),
          ...proofIf(refused.pod, 'spec', 'nodeSelector'),
        ],
        fixes: [
          {
            id: 'relax-placement',
            description: say(
              'Let the virtual machine run where its disk is, or restore the disk where it should run.',
            ),
            command: `oc edit vm ${shellWord(nameOf(facts.vm))} ${inNamespace(facts.vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
