import { listAt, nameOf, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, proofIf } from '../../evidence';
import type { Lookup } from '../../facts';
import { inNamespace, shellWord } from '../../fixes';
import { meetsTerms, VOLUME_TERMS } from '../../node-affinity';
import { defineRule } from '../../rule';
import {
  countOf,
  decides,
  isClosed,
  nodeNames,
  nodesText,
  PLACEMENT_USES,
  unscheduled,
} from '../../scheduling';

const CONFLICT = /volume node affinity conflict/;

const reachedFrom = (volume: KubeObject, nodes: readonly KubeObject[]): KubeObject[] =>
  nodes.filter((node) => meetsTerms(node, listAt(volume, ...VOLUME_TERMS)));

const boundToNodes = (lookups: readonly Lookup[]): { volume: KubeObject; claim: KubeObject }[] =>
  lookups.flatMap(({ object, namedBy }) =>
    object !== undefined && listAt(object, ...VOLUME_TERMS).length > 0
      ? [{ volume: object, claim: namedBy }]
      : [],
  );

/** The disk lies where the VM may not run, or where there is no room for it. */
export const volumeNodeAffinityConflict = defineRule({
  id: 'volume-node-affinity-conflict',
  title: say('A disk can only be reached from nodes that cannot take the virtual machine'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: PLACEMENT_USES,
  explains: ['node-selector-mismatch'],
  run: (facts) => {
    const refused = unscheduled(facts);
    if (refused === undefined || countOf(refused.groups, CONFLICT) === 0) return [];
    if (!decides(refused, 'volume', 'open')) return [];
    const [bound] = boundToNodes(facts.persistentVolumes);
    // Where the disk lies could not be read: a node that takes no new pods may be the one.
    if (bound === undefined && refused.groups.some(isClosed)) return [];
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
                'Disk {{disk}} can only be reached from {{names}}, and the virtual machine cannot run there. Node by node: {{nodes}}.',
                {
                  disk: nameOf(bound.claim),
                  names: nodeNames(nodes),
                  nodes: nodesText(refused),
                },
              ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...(bound === undefined ? [] : [proof(bound.volume, ...VOLUME_TERMS)]),
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
