import { condition, pod, run, vm, vmi } from '../../testing/factories';
import { itReadsRefusalFromEvents, itReadsRefusalOfMove } from '../../testing/refusals';
import { podSecurityViolation } from './pod-security-violation';

describe('pod-security-violation', () => {
  itReadsRefusalOfMove(podSecurityViolation, 'pod-security-violation');
  itReadsRefusalFromEvents(podSecurityViolation, 'pod-security-violation');

  it('is read of the helper pod of a plugged disk, without which the guest runs on', () => {
    const text =
      'Error creating attachment pod pods "hp" is forbidden: violates PodSecurity "restricted:v1.29": x';
    const conditions = [condition('Synchronized', 'False', 'FailedCreate', text)];
    const given = { vm: vm(), vmi: vmi('Running', { conditions }), pods: [pod()] };
    expect(run(podSecurityViolation, given)).toMatchObject([
      { severity: 'warning', explanation: { params: { level: 'restricted:v1.29' } } },
    ]);
  });
});
