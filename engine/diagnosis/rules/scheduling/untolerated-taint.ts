import { listAt, pointer, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { patchFix, shellWord } from '../../fixes';
import { defineRule, type FixDraft } from '../../rule';
import {
  countOf,
  decides,
  nearestWith,
  nodeNames,
  nodesText,
  PLACEMENT_USES,
  unscheduled,
  type Unscheduled,
} from '../../scheduling';

const TAINTED = /had (?:untolerated )?taint \{([^:}]+)/;
const TOLERATIONS = ['spec', 'template', 'spec', 'tolerations'] as const;

/** Taints that Kubernetes sets for the state of a node; the cordon is a cause of its own. */
const OF_STATE = 'node.kubernetes.io/';
const CORDON = 'node.kubernetes.io/unschedulable';

/** Adds a toleration; undone by removing it again. */
const tolerateFix = (vm: KubeObject, key: string): FixDraft => {
  const present = listAt(vm, ...TOLERATIONS).length;
  const toleration = { key, operator: 'Exists' };
  const path = present === 0 ? pointer(...TOLERATIONS) : pointer(...TOLERATIONS, present);
  const patch = [{ op: 'add', path, value: present === 0 ? [toleration] : toleration }];
  return patchFix(
    vm,
    {
      id: 'add-toleration',
      description: say('Let the virtual machine tolerate {{key}}.', { key }),
      effect: say('It is started again and may run on the nodes with that taint.'),
    },
    patch,
    [{ op: 'remove', path }],
    'restart',
  );
};

const lookFix = (key: string): FixDraft => ({
  id: 'show-taints',
  description: say(
    'Or remove the taint {{key}} from a node that should run it. This shows the taints.',
    { key },
  ),
  command: `oc get nodes -o custom-columns=NAME:.metadata.name,TAINTS:.spec.taints`,
  risk: 'manual',
});

const repairFix = (names: string): FixDraft => ({
  id: 'repair-node',
  description: say('Repair the node; the taint goes by itself.'),
  command: `oc describe node ${shellWord(names)}`,
  risk: 'safe',
});

/** The key that decides: of the nodes that would else fit, or of the scheduler's first group. */
const decisiveKey = ({ placement, groups }: Unscheduled): string | undefined => {
  const said = groups.flatMap(({ reason }) => TAINTED.exec(reason)?.[1]?.trim() ?? []);
  const keys = placement?.keys ?? said;
  const tainted = placement?.nearest.flatMap(({ shortfalls }) =>
    shortfalls.filter(({ kind }) => kind === 'reserved' || kind === 'down').map(({ key }) => key),
  );
  return keys.find((key) => key !== CORDON && (tainted?.includes(key) ?? true));
};

/** Only tainted nodes would fit. Taints of the control plane count only when there is nothing else. */
export const untoleratedTaint = defineRule({
  id: 'untolerated-taint',
  title: say('The nodes that would fit repel the virtual machine with a taint'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: PLACEMENT_USES,
  run: (facts) => {
    const refused = unscheduled(facts);
    if (refused === undefined || !decides(refused, 'reserved', 'down')) return [];
    const key = decisiveKey(refused);
    if (key === undefined) return [];
    const isOfState = key.startsWith(OF_STATE);
    const nodes = nearestWith(refused, isOfState ? 'down' : 'reserved');
    const places = nodes.flatMap((node) =>
      listAt(node, 'spec', 'taints').flatMap((taint, index) =>
        textAt(taint, 'key') === key ? [{ node, index }] : [],
      ),
    );
    const names = nodeNames(places.map(({ node }) => node));
    return [
      {
        severity: 'critical',
        confidence: places.length > 0 ? 'certain' : 'likely',
        blocking: true,
        explanation:
          places.length === 0
            ? say(
                '{{count}} node(s) carry the taint {{key}}, and the virtual machine does not tolerate it.',
                { count: countOf(refused.groups, TAINTED), key },
              )
            : isOfState
              ? say(
                  '{{names}} would fit but are not well: Kubernetes marked them with the taint {{key}}. Node by node: {{nodes}}.',
                  { names, key, nodes: nodesText(refused) },
                )
              : say(
                  '{{names}} would fit but carry the taint {{key}}, and the virtual machine does not tolerate it. Node by node: {{nodes}}.',
                  { names, key, nodes: nodesText(refused) },
                ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...places.slice(0, 3).map(({ node, index }) => proof(node, 'spec', 'taints', index)),
        ],
        fixes: isOfState
          ? [repairFix(places.length === 0 ? 'NODE' : (names.split(', ')[0] ?? 'NODE'))]
          : [tolerateFix(facts.vm, key), lookFix(key)],
      },
    ];
  },
});
