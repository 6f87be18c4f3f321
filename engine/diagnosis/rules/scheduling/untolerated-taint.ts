import { listAt, pointer, refOf, textAt, type KubeObject } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { patchCommand, restartCommand } from '../../fixes';
import { defineRule, type FixDraft } from '../../rule';
import { countOf, unscheduled } from '../../scheduling';

const TAINTED = /had (?:untolerated )?taint \{([^:}]+)/;

const TOLERATIONS = ['spec', 'template', 'spec', 'tolerations'] as const;

/** Adds a toleration; undone by removing it again. */
const tolerateFix = (vm: KubeObject, key: string): FixDraft => {
  const present = listAt(vm, ...TOLERATIONS).length;
  const toleration = { key, operator: 'Exists' };
  const path = present === 0 ? pointer(...TOLERATIONS) : pointer(...TOLERATIONS, present);
  const patch = [{ op: 'add', path, value: present === 0 ? [toleration] : toleration }];
  return {
    id: 'add-toleration',
    description: say('Let the virtual machine tolerate {{key}}.', { key }),
    command: `${patchCommand(vm, 'json', patch)} && ${restartCommand(vm)}`,
    effect: say('It is started again and may run on the nodes with that taint.'),
    risk: 'confirm',
    action: {
      verb: 'patch',
      target: refOf(vm),
      patchType: 'json',
      patch,
      undo: [{ op: 'remove', path }],
      then: 'restart',
    },
  };
};

const lookFix = (key: string): FixDraft => ({
  id: 'show-taints',
  description: say(
    'Or remove the taint {{key}} from a node that should run it. This shows the taints.',
    { key },
  ),
  command: 'oc get nodes -o custom-columns=NAME:.metadata.name,TAINTS:.spec.taints',
  risk: 'manual',
});

/** Only tainted nodes would fit. Taints of the control plane count only when there is nothing else. */
export const untoleratedTaint = defineRule({
  id: 'untolerated-taint',
  title: say('The nodes that would fit repel the virtual machine with a taint'),
  stage: 'scheduling',
  needs: ['vm', 'vmi', 'pods'],
  uses: ['nodes'],
  run: ({ nodes, ...facts }) => {
    const refused = unscheduled(facts);
    const group = refused?.groups.find(({ reason }) => TAINTED.test(reason));
    if (refused === undefined || group === undefined) return [];
    const key = TAINTED.exec(group.reason)?.[1]?.trim() ?? '';
    if (key === 'node.kubernetes.io/unschedulable') return [];
    const places = nodes.flatMap((node) =>
      listAt(node, 'spec', 'taints').flatMap((taint, index) =>
        textAt(taint, 'key') === key ? [{ node, index }] : [],
      ),
    );
    return [
      {
        severity: 'critical',
        confidence: places.length > 0 ? 'certain' : 'likely',
        blocking: true,
        explanation: say(
          '{{count}} node(s) carry the taint {{key}}, and the virtual machine does not tolerate it.',
          {
            count: countOf(refused.groups, TAINTED),
            key,
          },
        ),
        evidence: [
          conditionProof(refused.pod, refused.condition),
          ...places.slice(0, 3).map(({ node, index }) => proof(node, 'spec', 'taints', index)),
        ],
        fixes: [tolerateFix(facts.vm, key), lookFix(key)],
      },
    ];
  },
});
