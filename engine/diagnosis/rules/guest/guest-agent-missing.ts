import { conditionOf } from '../../../kubernetes';
import { say } from '../../../messages';
import { proof, proofIf } from '../../evidence';
import { isRunning } from '../../intent';
import { defineRule } from '../../rule';

/** The condition is absent then, never False. Worth saying only when something needs the agent. */
export const guestAgentMissing = defineRule({
  id: 'guest-agent-missing',
  title: say('The guest agent does not answer'),
  stage: 'guest',
  needs: ['vmi'],
  run: ({ vmi }, { topics }) => {
    if (vmi === undefined || !isRunning(vmi) || !topics.has('guest-agent')) return [];
    if (conditionOf(vmi, 'AgentConnected')?.status === 'True') return [];
    return [
      {
        severity: 'warning',
        confidence: 'certain',
        explanation: say(
          'KubeVirt reports no connection to qemu-guest-agent. Without it there are no guest details, and snapshots are only crash consistent.',
        ),
        evidence: [proof(vmi, 'status', 'phase'), ...proofIf(vmi, 'status', 'conditions')],
        fixes: [
          {
            id: 'install-agent',
            description: say('Install and start qemu-guest-agent inside the guest.'),
            command:
              'sudo dnf install -y qemu-guest-agent && sudo systemctl enable --now qemu-guest-agent',
            risk: 'manual',
          },
        ],
      },
    ];
  },
});
