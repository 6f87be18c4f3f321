import { ago, condition, run, vmi } from '../../testing/factories';
import { primaryUdnOrNoIp } from './primary-udn-or-no-ip';

const ASKED = { question: 'why does it have no IP address' };
const since = (minutes: number) => ({
  phaseTransitionTimestamps: [{ phase: 'Running', phaseTransitionTimestamp: ago(minutes) }],
});
const silent = { interfaces: [{ name: 'default', mac: '02:00:00:00:00:01' }], ...since(30) };

describe('primary-udn-or-no-ip', () => {
  it('says which interfaces have none, and what the agent has to do with it', () => {
    const [without] = run(primaryUdnOrNoIp, { vmi: vmi('Running', silent) }, ASKED);
    expect(without).toMatchObject({
      severity: 'warning',
      explanation: { params: { names: 'default' } },
    });
    expect(without?.explanation.id).toMatch(/does not answer/);
    const conditions = [condition('AgentConnected', 'True')];
    const [connected] = run(
      primaryUdnOrNoIp,
      { vmi: vmi('Running', { ...silent, conditions }) },
      ASKED,
    );
    expect(connected?.explanation.id).toMatch(/DHCP/);
  });

  it.each([
    ['nobody asks', silent, {}],
    ['it has one', { ...silent, interfaces: [{ name: 'default', ipAddress: '10.0.0.1' }] }, ASKED],
    ['it has just booted', { ...silent, ...since(1) }, ASKED],
  ])('is silent when %s', (_, status, request) =>
    expect(run(primaryUdnOrNoIp, { vmi: vmi('Running', status) }, request)).toEqual([]),
  );
});
