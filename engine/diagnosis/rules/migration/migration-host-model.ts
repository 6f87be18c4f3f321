import {
  conditionOf,
  labelsOf,
  nameOf,
  textAt,
  textsAt,
  type KubeObject,
} from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, proofIf, saidIf } from '../../evidence';
import type { Facts } from '../../facts';
import { restartCommand } from '../../fixes';
import { isRunning } from '../../intent';
import { failedMigration, isTargetOf, openMigration } from '../../migrations';
import { defineRule, type RuleContext } from '../../rule';
import { saidByEvents } from '../../statements';

/** What the target pod of a host-model guest must find on a node. */
const REQUIRED = /^(?:cpu-model-migration|cpu-feature)\.node\.kubevirt\.io\//;
/** The labeller's word for the model of a node itself, and for models it can take over. */
const OWN_MODEL = 'host-model-cpu.node.kubevirt.io/';
const TAKES_MODEL = 'cpu-model-migration.node.kubevirt.io/';

/** What another node must offer: as its target pod asks, else the model of the node it runs on. */
const requiredLabels = (
  target: KubeObject | undefined,
  source: KubeObject | undefined,
): Readonly<Record<string, string>> => {
  const asked = Object.entries(textsAt(target, 'spec', 'nodeSelector')).filter(([label]) =>
    REQUIRED.test(label),
  );
  const own = Object.keys(labelsOf(source)).find((label) => label.startsWith(OWN_MODEL));
  if (asked.length > 0) return Object.fromEntries(asked);
  return own === undefined ? {} : { [`${TAKES_MODEL}${own.slice(OWN_MODEL.length)}`]: 'true' };
};

const offers = (node: KubeObject, required: Readonly<Record<string, string>>): boolean =>
  Object.entries(required).every(([label, value]) => labelsOf(node)[label] === value);

/** A migration that is under way, or the last one when it failed and is still wanted. */
const migrationOf = (facts: Pick<Facts, 'vmi' | 'migrations' | 'events'>, context: RuleContext) =>
  openMigration(facts.migrations) ?? failedMigration(facts, context)?.migration;

/** The guest sees the CPU of its node, and no other node can give it the same. */
export const migrationHostModel = defineRule({
  id: 'migration-host-model',
  title: say('No other node has the CPU model that the virtual machine runs with'),
  stage: 'migration',
  needs: ['vm', 'vmi', 'migrations', 'pods', 'nodes'],
  uses: ['events'],
  explains: ['migration-target-unschedulable', 'migration-target-crashed'],
  run: (facts, context) => {
    const { vm, vmi, pods, nodes, events } = facts;
    const migration = migrationOf(facts, context);
    if (vmi === undefined || migration === undefined || !isRunning(vmi)) return [];
    if (textAt(vmi, 'spec', 'domain', 'cpu', 'model') !== 'host-model') return [];
    const target = pods.find((pod) => isTargetOf(pod, migration));
    if (conditionOf(target, 'PodScheduled')?.status === 'True') return [];
    const name = textAt(vmi, 'status', 'nodeName');
    const source = nodes.find((node) => nameOf(node) === name);
    const required = requiredLabels(target, source);
    const others = nodes.filter((node) => nameOf(node) !== name);
    const isShown =
      others.length > 0 &&
      Object.keys(required).length > 0 &&
      !others.some((node) => offers(node, required));
    const said = saidByEvents(events).find(
      ({ reason }) => reason === 'NoSuitableNodesForHostModelMigration',
    );
    if (!isShown && (said === undefined || others.some((node) => offers(node, required))))
      return [];
    const scheduled = conditionOf(target, 'PodScheduled');
    return [
      {
        severity: 'warning',
        confidence: said !== undefined || scheduled !== undefined ? 'certain' : 'likely',
        explanation: say(
          'Migration {{name}} cannot go on: the guest runs with the CPU model of node {{node}}, and no other node offers {{labels}}. The virtual machine goes on running where it is.',
          {
            name: nameOf(migration),
            node: name ?? '',
            labels: Object.keys(required).sort().join(', '),
          },
        ),
        evidence: [
          ...saidIf(said),
          ...(target !== undefined && scheduled !== undefined
            ? [conditionProof(target, scheduled)]
            : []),
          ...(target === undefined ? [] : proofIf(target, 'spec', 'nodeSelector')),
          proof(vmi, 'spec', 'domain', 'cpu', 'model'),
        ],
        fixes: [
          {
            id: 'use-common-cpu-model',
            description: say(
              'Set one CPU model that all nodes offer for the cluster (defaultCPUModel of HyperConverged), and restart the virtual machine.',
            ),
            command: `oc get nodes -o json | grep -o 'cpu-model.node.kubevirt.io/[^"]*' | sort | uniq -c && ${restartCommand(vm)}`,
            effect: say('It goes down and boots again.'),
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
