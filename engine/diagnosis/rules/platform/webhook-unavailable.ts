import { say } from '../../../messages';
import { shellWord } from '../../fixes';
import { refusedRequest } from '../../refused';
import { defineRule } from '../../rule';

const CALL_FAILED =
  /failed calling webhook "([^"]+)"(?:[^]*?https:\/\/(?<service>[\w-]+)\.(?<namespace>[\w-]+)\.svc)?/;

/** What stands behind a webhook of the platform, by the last part of its name. */
const BEHIND: readonly (readonly [string, string])[] = [
  ['cdi.kubevirt.io', 'cdi.kubevirt.io=cdi-apiserver'],
  ['kubemacpool.io', 'app=kubemacpool'],
  ['kubevirt.io', 'kubevirt.io=virt-api'],
];

type Place = { readonly service?: string; readonly namespace?: string };

/** Other webhooks (meshes, policies) are looked for at the service that was called. */
const lookBehind = (webhook: string, { service, namespace }: Place): string => {
  const label = BEHIND.find(([name]) => webhook.endsWith(name))?.[1];
  if (label !== undefined) return `oc get pods -n openshift-cnv -l ${label}`;
  return service === undefined || namespace === undefined
    ? 'oc get mutatingwebhookconfigurations,validatingwebhookconfigurations'
    : `oc get endpoints ${shellWord(service)} -n ${shellWord(namespace)}`;
};

/** `failed calling` is a webhook that did not answer; `denied the request` is one that said no. */
export const webhookUnavailable = defineRule({
  id: 'webhook-unavailable',
  title: say('A webhook that must approve virtual machines does not answer'),
  stage: 'platform',
  needs: ['reported'],
  uses: ['vm', 'vmi', 'events'],
  explains: ['vmi-create-rejected', 'pod-create-rejected', 'delete-failed', 'dv-create-failed'],
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
            command: lookBehind(webhook, match.groups ?? {}),
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
