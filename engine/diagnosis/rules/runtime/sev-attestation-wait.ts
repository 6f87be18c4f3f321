import { isRecord, at, nameOf, textAt } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isStarting, phaseOf } from '../../intent';
import { defineRule } from '../../rule';

const SEV = ['spec', 'domain', 'launchSecurity', 'sev'] as const;

/** virt-handler starts no domain until both parts of the session are there. */
export const sevAttestationWait = defineRule({
  id: 'sev-attestation-wait',
  title: say('The virtual machine waits for its SEV attestation session'),
  stage: 'runtime',
  needs: ['vm', 'vmi'],
  explains: ['in-progress'],
  run: ({ vm, vmi }) => {
    if (vmi === undefined || !isStarting(vm, vmi) || phaseOf(vmi) !== 'Scheduled') return [];
    if (!isRecord(at(vmi, ...SEV, 'attestation'))) return [];
    const missing = (['session', 'dhCert'] as const).filter(
      (field) => (textAt(vmi, ...SEV, field) ?? '') === '',
    );
    if (missing.length === 0) return [];
    const name = shellWord(nameOf(vm));
    return [
      {
        severity: 'critical',
        confidence: 'certain',
        blocking: true,
        explanation: say(
          'It asks for attestation, so the guest is not started before its owner sends the session. Still missing: {{missing}}.',
          { missing: missing.join(', ') },
        ),
        evidence: [proof(vmi, ...SEV, 'attestation'), proof(vmi, 'status', 'phase')],
        fixes: [
          {
            id: 'send-sev-session',
            description: say(
              'Fetch the certificate chain of the platform, make a session from it, and send it (subresource sev/setupsession).',
            ),
            command: `oc get --raw /apis/subresources.kubevirt.io/v1/namespaces/${inNamespace(vm).slice(3)}/virtualmachineinstances/${name}/sev/fetchcertchain`,
            effect: say('The guest starts, paused, and can be measured.'),
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
