import { isDeleting } from '../../../kubernetes';
import { say } from '../../../messages';
import { isReady, wantsToRun } from '../../intent';
import { defineRule } from '../../rule';
import { firstMatch, saidByConditions, saidByEvents } from '../../statements';

const CALL_FAILED = /failed calling webhook "([^"]+)"/;

/** `failed calling` is a webhook that did not answer; `denied the request` is one that said no. */
export const webhookUnavailable = defineRule({
  id: 'webhook-unavailable',
  title: say('A webhook that must approve virtual machines does not answer'),
  stage: 'platform',
  needs: ['reported'],
  uses: ['vm', 'vmi', 'events'],
  explains: ['vmi-create-rejected', 'delete-failed'],
  run: ({ reported, vm, vmi, events }) => {
    const isOver = isReady(vm) || (vmi === undefined && !isDeleting(vm) && !wantsToRun(vm, vmi));
    const said = firstMatch(
      [...saidByConditions(vm, vmi), ...(isOver ? [] : saidByEvents(events)), ...reported],
      CALL_FAILED,
    );
    if (said === undefined) return [];
    return [
      {
        severity: 'critical',
        confidence: said.statement.source === 'condition' ? 'certain' : 'likely',
        blocking: true,
        explanation: say(
          'Webhook {{webhook}} could not be called, so the API server refuses the change. Its service is down or its certificate is stale.',
          { webhook: said.match[1] ?? '' },
        ),
        evidence: [said.statement.evidence],
        fixes: [
          {
            id: 'check-webhook-pods',
            description: say('Look at the pods behind the webhook.'),
            command: 'oc get pods -n openshift-cnv -l kubevirt.io=virt-api',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
