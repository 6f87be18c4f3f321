import { listAt, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof } from '../../evidence';
import { defineRule } from '../../rule';
import { countOf, unscheduled } from '../../scheduling';

const TAINTED = /had (?:untolerated )?taint \{([^:}]+)/;

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
        fixes: [
          {
            id: 'add-toleration',
            description: say(
              'Add a toleration for {{key}} to the virtual machine, or remove the taint from a node that should run it.',
              { key },
            ),
            command: `oc get nodes -o custom-columns=NAME:.metadata.name,TAINTS:.spec.taints`,
            risk: 'confirm',
          },
        ],
      },
    ];
  },
});
