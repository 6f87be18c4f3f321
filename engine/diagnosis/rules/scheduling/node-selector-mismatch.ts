import { nameOf, pointer, textAt, textsAt, type KubeObject } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { conditionProof, proofIf } from '../../evidence';
import { inNamespace, patchFix, shellWord } from '../../fixes';
import { POD_TERMS } from '../../node-affinity';
import type { Placement } from '../../placement';
import { defineRule, type Finding, type FixDraft } from '../../rule';
import {
  decides,
  isMismatch,
  nodesText,
  PLACEMENT_USES,
  suspectsOf,
  unscheduled,
  type Unscheduled,
} from '../../scheduling';
import { isCapability } from '../../shortfalls';
import type { Confidence } from '../../types';

const OWN = ['spec', 'template', 'spec', 'nodeSelector'] as const;

const removeFix = (vm: KubeObject, key: string, value: string): FixDraft => {
  const path = pointer(...OWN, key);
  return patchFix(
    vm,
    {
      id: 'remove-node-selector',
      description: say('Remove the label {{key}} from the node selector.', { key }),
      effect: say('It is started again and may run on other nodes.'),
    },
    [{ op: 'remove', path }],
    [{ op: 'add', path, value }],
    'restart',
  );
};

const labelFixes = (vm: KubeObject, key: string, value: string): FixDraft[] => [
  ...(textAt(vm, ...OWN, key) === undefined ? [] : [removeFix(vm, key, value)]),
  {
    id: 'label-node',
    description: say('Or give the label to a node that should run it.'),
    command: `oc label node NODE ${shellWord(`${key}=${value}`)}`,
    risk: 'manual',
  },
];

const placementFix = (vm: KubeObject): FixDraft => ({
  id: 'edit-placement',
  description: say('Correct the node selector or the node affinity of the virtual machine.'),
  command: `oc edit vm ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
  risk: 'manual',
});

type Judged = {
  readonly explanation: Message;
  readonly confidence: Confidence;
  readonly label?: { readonly key: string; readonly value: string };
};

/** The message alone: the one thing that the pod selects, unless KubeVirt added it. */
const judgeUnread = (pod: KubeObject): Judged | undefined => {
  const [suspect] = suspectsOf(pod);
  if (suspect === undefined || isCapability(suspect)) return undefined;
  return {
    confidence: 'likely',
    explanation: say(
      'No node matches the node selector or affinity of the launcher pod ({{suspect}}). Which nodes come near cannot be told without reading them.',
      { suspect },
    ),
  };
};

const judgePlaced = (pod: KubeObject, placement: Placement, nodes: string): Judged => {
  const key = placement.keys.find((one) =>
    placement.nearest.every(({ shortfalls }) => shortfalls.some((other) => other.key === one)),
  );
  if (key === undefined) {
    return {
      confidence: 'certain',
      explanation: say(
        'Each label of the node selector or affinity exists, but no node has all of them. Node by node: {{nodes}}.',
        { nodes },
      ),
    };
  }
  const value = textsAt(pod, 'spec', 'nodeSelector')[key];
  if (value === undefined) {
    return {
      confidence: 'certain',
      explanation: say(
        'The virtual machine may only run on nodes that meet its node affinity, and no node does. Node by node: {{nodes}}.',
        { nodes },
      ),
    };
  }
  return {
    confidence: 'certain',
    label: { key, value },
    explanation: say(
      'The virtual machine may only run on nodes with the label {{key}}={{value}}, and no node that may take it has it. Node by node: {{nodes}}.',
      { key, value, nodes },
    ),
  };
};

const judge = (refused: Unscheduled, areNodesRead: boolean): Judged | undefined => {
  const { pod, placement } = refused;
  if (placement !== undefined) return judgePlaced(pod, placement, nodesText(refused));
  if (!areNodesRead) return judgeUnread(pod);
  return {
    confidence: 'possible',
    explanation: say(
      'The scheduler found no node that matches the node selector or affinity of the launcher pod. As the nodes are labelled now, some would; it tries again by itself.',
    ),
  };
};

/** A selector or affinity of the user that fits no node; KubeVirt's own labels are other causes. */
export const nodeSelectorMismatch = defineRule({
  id: 'node-selector-mismatch',
  title: say('No node matches the node selector of the virtual machine'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: PLACEMENT_USES,
  run: (facts): Finding[] => {
    const { vm, nodes } = facts;
    const refused = unscheduled(facts);
    if (refused === undefined || !isMismatch(refused) || !decides(refused, 'own')) return [];
    const judged = judge(refused, nodes.length > 0);
    if (judged === undefined) return [];
    const { label, confidence, explanation } = judged;
    const { pod, condition } = refused;
    return [
      {
        severity: 'critical',
        confidence,
        blocking: true,
        explanation,
        evidence: [
          conditionProof(pod, condition),
          ...(label === undefined
            ? [...proofIf(pod, 'spec', 'nodeSelector'), ...proofIf(pod, 'spec', ...POD_TERMS)]
            : proofIf(pod, 'spec', 'nodeSelector', label.key)),
        ],
        fixes: [
          ...(label === undefined ? [] : labelFixes(vm, label.key, label.value)),
          placementFix(vm),
        ],
      },
    ];
  },
});
