import { condition, run, vmi } from '../../testing/factories';
import { guestAgentUnsupported } from './guest-agent-unsupported';

const agent = (status: string, phase = 'Running') => ({
  vmi: vmi(phase, {
    conditions: [
      condition(
        'AgentVersionNotSupported',
        status,
        "This guest agent doesn't support required password commands",
      ),
    ],
  }),
});

describe('guest-agent-unsupported', () => {
  it('shows the reason, where KubeVirt puts the sentence', () => {
    expect(run(guestAgentUnsupported, agent('True'))).toMatchObject([
      { severity: 'warning', evidence: [{ path: '/status/conditions/0/reason' }] },
    ]);
  });
  it.each([
    ['the agent is new enough', agent('False')],
    ['the guest does not run', agent('True', 'Failed')],
    ['nothing is said', { vmi: vmi('Running') }],
  ])('is silent when %s', (_, given) => expect(run(guestAgentUnsupported, given)).toEqual([]));
});
