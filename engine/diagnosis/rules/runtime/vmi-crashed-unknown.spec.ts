import { event, pod, run, vm, vmi } from '../../testing/factories';
import { vmiCrashedUnknown } from './vmi-crashed-unknown';

const CRASHED = event(vmi(), 'Stopped', 'The VirtualMachineInstance crashed.', 4);
const ASKED = event(vmi(), 'ShuttingDown', 'Signaled Graceful Shutdown', 8, 'Normal');
const failing = vm({ status: { startFailure: { consecutiveFailCount: 2 } } });

describe('vmi-crashed-unknown', () => {
  it.each([
    ['the instance failed', { vmi: vmi('Failed'), events: [CRASHED] }, 'likely'],
    ['without an event', { vmi: vmi('Failed') }, 'possible'],
    ['the instance is gone', { events: [CRASHED] }, 'likely'],
    ['it starts again and again', { vm: failing, vmi: vmi(), earlierEvents: [CRASHED] }, 'likely'],
  ])('%s', (_, given, confidence) => {
    const [finding] = run(vmiCrashedUnknown, { vm: vm(), ...given });
    expect(finding).toMatchObject({ severity: 'critical', confidence });
    expect(finding?.evidence.length).toBeGreaterThan(0);
  });

  it('shows how the container ended', () => {
    const ended = pod({
      status: {
        containerStatuses: [{ name: 'compute', state: { terminated: { exitCode: 1 } } }],
      },
    });
    const [finding] = run(vmiCrashedUnknown, { vm: vm(), vmi: vmi('Failed'), pods: [ended] });
    expect(finding?.evidence.map(({ value }) => value)).toContain('{"exitCode":1}');
  });

  it.each([
    ['it was cut off after its grace period', { vmi: vmi('Failed'), events: [CRASHED, ASKED] }],
    ['it is asked to be off', { vm: vm({ spec: { runStrategy: 'Halted' } }), events: [CRASHED] }],
    ['it runs again', { vmi: vmi('Running'), earlierEvents: [CRASHED] }],
    ['it is being started again', { vmi: vmi(), earlierEvents: [CRASHED] }],
    ['it shut itself down', { vmi: vmi('Succeeded') }],
    ['nothing is known', {}],
  ])('is silent when %s', (_, given) =>
    expect(run(vmiCrashedUnknown, { vm: vm(), ...given })).toEqual([]),
  );
});
