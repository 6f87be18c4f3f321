import { condition, run, vmi } from '../../testing/factories';
import { guestAgentMissing } from './guest-agent-missing';

const ASKED = { question: 'Why is there no guest agent data?' };

describe('guest-agent-missing', () => {
  it('is told when asked: the condition is absent, never False', () => {
    expect(run(guestAgentMissing, { vmi: vmi('Running') }, ASKED)).toHaveLength(1);
  });
  it.each([
    ['nobody asks', vmi('Running'), {}],
    [
      'it is connected',
      vmi('Running', { conditions: [condition('AgentConnected', 'True')] }),
      ASKED,
    ],
    ['the guest does not run', vmi('Scheduled'), ASKED],
  ])('is silent when %s', (_, instance, request) => {
    expect(run(guestAgentMissing, { vmi: instance }, request)).toEqual([]);
  });
});
