import { ago, condition, event, pod, run, vm, vmi } from '../../testing/factories';
import { vmStoppedGuestShutdown } from './vm-stopped-guest-shutdown';

const machine = (runStrategy: string, status: object = {}) =>
  vm({ spec: { runStrategy }, status: { printableStatus: 'Stopped', ...status } });
const SHUT = event(vmi(), 'Stopped', 'The VirtualMachineInstance was shut down.', 5, 'Normal');
const CRASHED = event(vmi(), 'Stopped', 'The VirtualMachineInstance crashed.');

/** An instance that ended so many minutes ago. */
const ended = (minutes: number) =>
  vmi('Succeeded', {
    phaseTransitionTimestamps: [{ phase: 'Succeeded', phaseTransitionTimestamp: ago(minutes) }],
  });

describe('vm-stopped-guest-shutdown', () => {
  it.each([
    ['RerunOnFailure, instance gone', { vm: machine('RerunOnFailure'), events: [SHUT] }, 'certain'],
    [
      'Manual, instance ended',
      { vm: machine('Manual'), vmi: vmi('Succeeded'), pods: [pod()] },
      'certain',
    ],
    [
      'its pod is gone, and events of so long ago',
      { vm: machine('Manual'), vmi: ended(90) },
      'likely',
    ],
    ['no event is left', { vm: machine('Once') }, 'likely'],
  ])('%s', (_, given, confidence) => {
    expect(run(vmStoppedGuestShutdown, given)).toMatchObject([
      { severity: 'info', verdict: 'stopped', confidence },
    ]);
  });

  it('tells when KubeVirt asked the guest', () => {
    const events = [SHUT, event(vmi(), 'ShuttingDown', 'Signaled Graceful Shutdown')];
    const [finding] = run(vmStoppedGuestShutdown, { vm: machine('RerunOnFailure'), events });
    expect(finding?.explanation.id).toMatch(/was asked to/);
  });

  it.each([
    ['it crashed', { vm: machine('RerunOnFailure'), events: [CRASHED] }],
    ['it is asked to start', { vm: machine('Once', { stateChangeRequests: [{}] }) }],
    ['a failure stands', { vm: machine('Once', { conditions: [condition('Failure', 'True')] }) }],
    ['Manual without an instance was stopped by a user', { vm: machine('Manual') }],
    ['Always starts it again', { vm: machine('Always'), vmi: vmi('Succeeded') }],
    ['its pod is gone', { vm: machine('Manual'), vmi: ended(30), events: [SHUT] }],
    ['it runs', { vm: machine('Once'), vmi: vmi('Running') }],
  ])('is silent: %s', (_, given) => expect(run(vmStoppedGuestShutdown, given)).toEqual([]));
});
