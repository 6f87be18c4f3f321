import { conditionOf, nameOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { conditionProof, proofIf } from '../../evidence';
import { inNamespace, shellWord } from '../../fixes';
import { isRunning } from '../../intent';
import { defineRule } from '../../rule';

/** The agent is connected, and lacks commands that this VM needs. KubeVirt says which in `reason`. */
export const guestAgentUnsupported = defineRule({
  id: 'guest-agent-unsupported',
  title: say('The guest agent is too old for what the virtual machine asks of it'),
  stage: 'guest',
  needs: ['vm', 'vmi'],
  explains: ['access-credentials-failed'],
  run: ({ vm, vmi }) => {
    const condition = conditionOf(vmi, 'AgentVersionNotSupported');
    if (vmi === undefined || !isRunning(vmi) || condition?.status !== 'True') return [];
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        explanation: say(
          'qemu-guest-agent in the guest answers, but does not know commands that KubeVirt needs. Guest details, SSH keys or passwords may be missing until it is updated.',
        ),
        evidence: [
          conditionProof(vmi, condition),
          ...proofIf(vmi, 'status', 'guestOSInfo', 'prettyName'),
          ...proofIf(vm, 'spec', 'template', 'spec', 'accessCredentials'),
        ],
        fixes: [
          {
            id: 'update-agent',
            description: say('Update qemu-guest-agent inside the guest to version 5.2 or later.'),
            command: `virtctl console ${shellWord(nameOf(vm))} ${inNamespace(vm)}`,
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
