import {
  conditionOf,
  isDeleting,
  nameOf,
  textAt,
  type Condition,
  type KubeObject,
} from '../../../kubernetes';
import { say } from '../../../messages';
import { holdersOf } from '../../attachments';
import { conditionProof, proof, saidIf } from '../../evidence';
import type { Facts } from '../../facts';
import { activePodOf, isStarting, phaseOf } from '../../intent';
import { defineRule, type Finding, type FixDraft } from '../../rule';
import { saidByEvents } from '../../statements';
import type { Evidence } from '../../types';

/** What virt-controller writes when the node of an instance was silent too long; a Normal event. */
const GIVEN_UP = 'NodeUnresponsive';

const givenUp = (vmi: KubeObject, events: readonly KubeObject[]): Evidence[] => {
  if (phaseOf(vmi) !== 'Failed') return [];
  const isSaid = textAt(vmi, 'status', 'reason') === GIVEN_UP;
  const said = saidByEvents(events).find(({ reason }) => reason === GIVEN_UP);
  return [...(isSaid ? [proof(vmi, 'status', 'reason')] : []), ...saidIf(said)];
};

type Down = { readonly node: KubeObject; readonly ready: Condition };

const downNode = (nodes: readonly KubeObject[], name: string): Down | undefined => {
  const node = nodes.find((one) => nameOf(one) === name);
  const ready = conditionOf(node, 'Ready');
  return node === undefined || ready === undefined || ready.status === 'True'
    ? undefined
    : { node, ready };
};

const releaseNode = (name: string): FixDraft => ({
  id: 'verify-node-power',
  description: say(
    'Make sure that the node is really off. Only then mark it as out of service, so that its pods and volumes are released.',
  ),
  command: `oc adm taint node ${name} node.kubernetes.io/out-of-service=nodeshutdown:NoExecute`,
  effect: say(
    'The virtual machine starts on another node. If the old node still runs, data may be damaged.',
  ),
  risk: 'manual',
});

type NodeFacts = Pick<
  Facts,
  'vm' | 'vmi' | 'pods' | 'nodes' | 'events' | 'claims' | 'diskUsers' | 'persistentVolumes'
>;

/** The node that the instance is on. */
const ownNode = ({ vmi, pods, nodes, events }: NodeFacts): Finding[] => {
  const name = textAt(vmi, 'status', 'nodeName') ?? '';
  const down = downNode(nodes, name);
  const given = vmi === undefined ? [] : givenUp(vmi, events);
  if (down === undefined && given.length === 0) return [];
  const pod = activePodOf(vmi, pods);
  return [
    {
      severity: 'critical',
      confidence: down === undefined ? 'likely' : 'certain',
      blocking: true,
      explanation:
        down === undefined
          ? say(
              'The agent of KubeVirt on node {{name}} did not answer, and KubeVirt gave the instance up.',
              { name },
            )
          : say(
              'Node {{name}} is not ready ({{status}}). The virtual machine may be down, and KubeVirt will not start it elsewhere while its pod exists.',
              { name, status: down.ready.status },
            ),
      evidence: [
        ...(down === undefined ? [] : [conditionProof(down.node, down.ready)]),
        ...given,
        ...(pod !== undefined && isDeleting(pod)
          ? [proof(pod, 'metadata', 'deletionTimestamp')]
          : []),
      ],
      fixes: [releaseNode(name)],
    },
  ];
};

/** A node that died with a disk which only one node can have: it is not released by itself. */
const holdingNode = (facts: NodeFacts): Finding[] => {
  const pod = activePodOf(facts.vmi, facts.pods);
  if (!isStarting(facts.vm, facts.vmi) || pod === undefined) return [];
  const held = holdersOf(pod, facts).flatMap((holder) => {
    const down = downNode(facts.nodes, holder.node);
    return down === undefined ? [] : [{ ...holder, down }];
  });
  return held.slice(0, 1).map(({ claim, node: name, evidence, down }) => ({
    severity: 'critical',
    confidence: 'certain',
    blocking: true,
    explanation: say(
      'Node {{name}} is not ready ({{status}}) and still has disk {{disk}}, which can be attached to one node at a time. The virtual machine cannot start on {{node}} before it is released.',
      {
        name,
        status: down.ready.status,
        disk: nameOf(claim),
        node: textAt(pod, 'spec', 'nodeName') ?? '',
      },
    ),
    evidence: [conditionProof(down.node, down.ready), evidence],
    fixes: [releaseNode(name)],
  }));
};

/**
 * The VM may still say Running. KubeVirt does not start it elsewhere while the pod object exists,
 * since the old guest might still write to its disks.
 */
export const nodeNotReady = defineRule({
  id: 'node-not-ready',
  title: say('A node that the virtual machine depends on does not answer'),
  stage: 'platform',
  needs: ['vm', 'vmi'],
  uses: ['pods', 'nodes', 'events', 'claims', 'diskUsers', 'persistentVolumes'],
  explains: [
    'vmi-crashed-unknown',
    'multi-attach',
    'virt-handler-down',
    'vm-terminating-stuck',
    // Such a node gets a taint for which pods are taken off it.
    'preempted-or-evicted-by-scheduler',
  ],
  run: (facts) => {
    const own = ownNode(facts);
    return own.length > 0 ? own : holdingNode(facts);
  },
});
