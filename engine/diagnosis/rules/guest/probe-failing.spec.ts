import { condition, event, pod, run, vm, vmi } from '../../testing/factories';
import { probeFailing } from './probe-failing';

const probed = (field = 'readinessProbe', delay = 0) =>
  vm({ template: { [field]: { tcpSocket: { port: 1 }, initialDelaySeconds: delay } } });
const unready = (minutes: number, reason = 'ContainersNotReady') =>
  vmi('Running', { conditions: [condition('Ready', 'False', reason, 'unready', minutes)] });
const unhealthy = (kind: string) => event(pod(), 'Unhealthy', `${kind} probe failed: timeout`);

describe('probe-failing', () => {
  it.each([
    ['an event says so', { events: [unhealthy('Readiness')] }, 'certain'],
    ['only the condition is left', {}, 'likely'],
  ])('%s', (_, given, confidence) => {
    expect(run(probeFailing, { vm: probed(), vmi: unready(10), ...given })).toMatchObject([
      { severity: 'warning', confidence },
    ]);
  });

  it('is what ended a guest with a liveness probe', () => {
    const given = {
      vm: probed('livenessProbe'),
      vmi: vmi('Failed'),
      events: [unhealthy('Liveness')],
    };
    expect(run(probeFailing, given)).toMatchObject([
      { severity: 'critical', explains: ['vmi-crashed-unknown', 'start-failure-crashloop'] },
    ]);
  });

  it.each([
    ['the guest still boots', { vmi: unready(2) }],
    ['it is given time', { vm: probed('readinessProbe', 600), vmi: unready(10) }],
    ['there is no probe', { vm: vm(), vmi: unready(10) }],
    ['it is not ready for another reason', { vmi: unready(10, 'GuestNotRunning') }],
    ['a readiness probe ended nothing', { vmi: vmi('Failed'), events: [unhealthy('Readiness')] }],
    ['there is no instance', {}],
  ])('is silent when %s', (_, given) =>
    expect(run(probeFailing, { vm: probed(), ...given })).toEqual([]),
  );
});
