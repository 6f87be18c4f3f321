import { listAt, type KubeObject } from '../../../kubernetes';
import { say, type Message } from '../../../messages';
import { absence, proofIf } from '../../evidence';
import type { Lookup } from '../../facts';
import { refusedAs } from '../../migrations';
import { defineRule } from '../../rule';

const DENIED = /unable to validate against any security context constraint/;

const listsController = (constraint: KubeObject): boolean =>
  listAt(constraint, 'users').some(
    (user) => typeof user === 'string' && user.endsWith(':kubevirt-controller'),
  );

const explain = (constraint: Lookup | undefined): Message => {
  if (constraint === undefined) {
    return say(
      'A pod was refused: the security context constraint kubevirt-controller is missing or was changed.',
    );
  }
  if (constraint.object === undefined) {
    return say(
      'A pod was refused: the security context constraint kubevirt-controller, by which KubeVirt makes it, does not exist.',
    );
  }
  return listsController(constraint.object)
    ? say(
        'A pod was refused: it asks for more than the security context constraint kubevirt-controller allows, so that was changed or is older than KubeVirt.',
      )
    : say(
        'A pod was refused: the security context constraint kubevirt-controller no longer lists the service account of virt-controller.',
      );
};

/** OpenShift lets virt-controller make launcher pods by the SCC `kubevirt-controller`. */
export const sccDenied = defineRule({
  id: 'scc-denied',
  title: say('No security context constraint allows the pod'),
  stage: 'pod',
  needs: ['vm', 'vmi', 'pods', 'events'],
  uses: ['constraints', 'migrations'],
  explains: ['pod-create-rejected'],
  run: ({ constraints: [constraint], ...facts }) => {
    const said = refusedAs(facts, DENIED);
    if (said === undefined) return [];
    return [
      {
        severity: said.severity,
        confidence: 'certain',
        blocking: true,
        explanation: explain(constraint),
        evidence: [
          said.statement.evidence,
          ...(constraint !== undefined && constraint.object === undefined
            ? [absence(constraint.ref)]
            : proofIf(constraint?.object, 'users')),
        ],
        fixes: [
          {
            id: 'restore-scc',
            description: say(
              'An administrator can compare the constraint with its users, and let the operator restore it.',
            ),
            command: 'oc get scc kubevirt-controller kubevirt-handler -o yaml',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
