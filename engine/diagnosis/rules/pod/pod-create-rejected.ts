import { say, type Message } from '../../../messages';
import { proofIf } from '../../evidence';
import { isStarting } from '../../intent';
import { defineRule } from '../../rule';
import { firstMatch, saidOfPod } from '../../statements';

/** A quota is looked at again by the rule for it, as what was said of it may be hours old. */
const REFUSED =
  /(?:creating pod|create virtual machine pod): (?:admission webhook "(?<webhook>[^"]+)" denied the request: (?<denial>[^]{1,300})|[Pp]ods? "[^"]+" is (?:forbidden|invalid): (?!exceeded quota)(?<reason>[^]{1,300}))/;

const NO_CLASS = /no PriorityClass with name (\S+) was found/;

const PRIORITY = ['spec', 'template', 'spec', 'priorityClassName'] as const;

type Groups = Readonly<Record<string, string | undefined>>;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const explain = ({ webhook, denial = '', reason = '' }: Groups): Message => {
  if (webhook !== undefined) {
    return say('Admission webhook {{webhook}} refuses the launcher pod: {{reason}}', {
      webhook,
      reason: oneLine(denial),
    });
  }
  const name = NO_CLASS.exec(reason)?.[1];
  return name === undefined
    ? say('The API server refuses the launcher pod: {{reason}}', { reason: oneLine(reason) })
    : say('Priority class {{name}} does not exist, so the launcher pod is refused.', { name });
};

const lookAt = ({ webhook, reason = '' }: Groups): string => {
  if (webhook !== undefined)
    return 'oc get validatingwebhookconfigurations,mutatingwebhookconfigurations';
  return NO_CLASS.test(reason) ? 'oc get priorityclasses' : 'oc explain pod.spec';
};

/**
 * The API server refuses the launcher pod for a reason that no other rule knows: a policy of the
 * cluster, a priority class that is missing, a field that a webhook spoilt.
 */
export const podCreateRejected = defineRule({
  id: 'pod-create-rejected',
  title: say('The launcher pod of the virtual machine is refused'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods', 'events'],
  run: ({ vm, vmi, pods, events }) => {
    if (!isStarting(vm, vmi) || pods.length > 0) return [];
    const said = firstMatch(saidOfPod({ vm, vmi, events }), REFUSED);
    if (said === undefined) return [];
    const groups = said.match.groups ?? {};
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: explain(groups),
        evidence: [
          said.statement.evidence,
          ...(NO_CLASS.test(groups.reason ?? '') ? proofIf(vm, ...PRIORITY) : []),
        ],
        fixes: [
          {
            id: 'satisfy-admission',
            description: say(
              'Change what the message names, or ask whoever owns the policy. KubeVirt makes the pod again by itself.',
            ),
            command: lookAt(groups),
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
