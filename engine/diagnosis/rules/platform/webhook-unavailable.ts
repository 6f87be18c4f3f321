import { say } from '../../../messages';
import { refusedRequest } from '../../refused';
import { defineRule } from '../../rule';

const CALL_FAILED = /failed calling webhook "([^"]+)"/;

/** What stands behind a webhook, by the last part of its name; else it is virt-api. */
const BEHIND: readonly (readonly [string, string])[] = [
  ['cdi.kubevirt.io', 'cdi.kubevirt.io=cdi-apiserver'],
  ['kubemacpool.io', 'app=kubemacpool'],
];

const podsBehind = (webhook: string): string =>
  BEHIND.find(([name]) => webhook.endsWith(name))?.[1] ?? 'kubevirt.io=virt-api';

/** `failed calling` is a webhook that did not answer; `denied the request` is one that said no. */
export const webhookUnavailable = defineRule({
  id: 'webhook-unavailable',
  title: say('A webhook that must approve virtual machines does not answer'),
  stage: 'platform',
  needs: ['reported'],
  uses: ['vm', 'vmi', 'events'],
  explains: ['vmi-create-rejected', 'delete-failed', 'dv-create-failed'],
  run: (facts) => {
    const refused = refusedRequest(facts, CALL_FAILED);
    if (refused === undefined) return [];
    const { match, ...judgement } = refused;
    const webhook = match[1] ?? '';
    return [
      {
        ...judgement,
        explanation: say(
          'Webhook {{webhook}} could not be called, so the API server refuses the change. Its service is down or its certificate is stale.',
          { webhook },
        ),
        fixes: [
          {
            id: 'check-webhook-pods',
            description: say('Look at the pods behind the webhook.'),
            command: `oc get pods -n openshift-cnv -l ${podsBehind(webhook)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
