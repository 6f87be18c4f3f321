import {
  annotationsOf,
  conditionOf,
  formatAge,
  isDeleting,
  labelsOf,
  MINUTE,
  nameOf,
  parseTime,
  textAt,
} from '../../../kubernetes';
import { say } from '../../../messages';
import { proof } from '../../evidence';
import { shellWord } from '../../fixes';
import { isRunning } from '../../intent';
import { defineRule } from '../../rule';

const HEARTBEAT = 'kubevirt.io/heartbeat';
const SCHEDULABLE = 'kubevirt.io/schedulable';
const LONGEST_SILENCE = 5 * MINUTE;

/**
 * The node is fine, its virt-handler is not: the guest goes on, but nothing about it can be
 * changed. virt-controller marks the node after five minutes without a heartbeat.
 */
export const virtHandlerDown = defineRule({
  id: 'virt-handler-down',
  title: say('The agent of KubeVirt on the node does not answer'),
  stage: 'platform',
  needs: ['vmi', 'nodes'],
  explains: ['vm-terminating-stuck', 'domain-start-failed'],
  run: ({ vmi, nodes }, { now }) => {
    const name = textAt(vmi, 'status', 'nodeName') ?? '';
    const node = nodes.find((one) => nameOf(one) === name);
    const silence = now - (parseTime(annotationsOf(node)[HEARTBEAT]) ?? now);
    if (node === undefined || conditionOf(node, 'Ready')?.status !== 'True') return [];
    if (labelsOf(node)[SCHEDULABLE] !== 'false' || silence <= LONGEST_SILENCE) return [];
    const isAtRest = isRunning(vmi) && !isDeleting(vmi);
    return [
      {
        severity: isAtRest ? 'warning' : 'critical',
        confidence: 'certain',
        blocking: !isAtRest,
        explanation: say(
          'virt-handler on node {{name}} has sent no heartbeat for {{age}}. The guest may run on, but it cannot be stopped, migrated or changed, and its status is old.',
          { name, age: formatAge(silence) },
        ),
        evidence: [
          proof(node, 'metadata', 'annotations', HEARTBEAT),
          proof(node, 'metadata', 'labels', SCHEDULABLE),
        ],
        fixes: [
          {
            id: 'repair-virt-handler',
            description: say('Repair the virt-handler pod of that node.'),
            command: `oc get pods -n openshift-cnv -l kubevirt.io=virt-handler --field-selector ${shellWord(`spec.nodeName=${name}`)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
