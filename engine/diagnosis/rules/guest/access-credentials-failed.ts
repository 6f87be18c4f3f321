import { conditionOf, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proof, saidIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isRunning } from '../../intent';
import { defineRule } from '../../rule';
import { saidByEvents } from '../../statements';

/** SSH keys and passwords from Secrets are put into the guest by its agent. */
export const accessCredentialsFailed = defineRule({
  id: 'access-credentials-failed',
  title: say('SSH keys or passwords could not be put into the guest'),
  stage: 'guest',
  needs: ['vm', 'vmi'],
  uses: ['events'],
  run: ({ vm, vmi, events }) => {
    const condition = conditionOf(vmi, 'AccessCredentialsSynchronized');
    if (vmi === undefined || !isRunning(vmi) || condition?.status !== 'False') return [];
    const said = saidByEvents(events).find(
      ({ reason }) => reason === 'AccessCredentialsSyncFailed',
    );
    const hasAgent = conditionOf(vmi, 'AgentConnected')?.status === 'True';
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        blocking: true,
        explanation: hasAgent
          ? say(
              'The guest agent could not set the keys or passwords, most likely because the user does not exist in the guest. Nobody can log in with them.',
            )
          : say(
              'The guest agent is not connected, so the keys or passwords did not reach the guest. Nobody can log in with them.',
            ),
        evidence: [
          conditionProof(vmi, condition),
          ...saidIf(said),
          ...(hasAgent ? [] : [proof(vmi, 'status', 'phase')]),
        ],
        fixes: [
          {
            id: 'check-credentials',
            description: hasAgent
              ? say('Create that user in the guest, or name one that exists.')
              : say('Install and start qemu-guest-agent inside the guest.'),
            command: `virtctl console ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
