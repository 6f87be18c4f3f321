import { namespaceOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { shellWord } from '../../fixes';
import { refusedAs } from '../../migrations';
import { defineRule } from '../../rule';

const VIOLATES = /violates PodSecurity "([^"]+)"/;

export const podSecurityViolation = defineRule({
  id: 'pod-security-violation',
  title: say('The pod security level of the project forbids a pod of the virtual machine'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods', 'events'],
  uses: ['migrations'],
  explains: ['pod-create-rejected'],
  run: (facts) => {
    const said = refusedAs(facts, VIOLATES);
    if (said === undefined) return [];
    const namespace = namespaceOf(facts.vm) ?? '';
    return [
      {
        severity: said.severity,
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'Project {{namespace}} enforces pod security level {{level}}, and a pod of the virtual machine needs more than that.',
          { namespace, level: said.match[1] ?? '' },
        ),
        evidence: [said.statement.evidence],
        fixes: [
          {
            id: 'allow-privileged',
            description: say('An administrator can let this project run virtual machines.'),
            command: `oc label namespace ${shellWord(namespace)} pod-security.kubernetes.io/enforce=privileged --overwrite`,
            effect: say('Every pod of the project may then ask for more rights.'),
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
