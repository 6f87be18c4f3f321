import { ago, condition, pod, run, vm, vmi } from '../../testing/factories';
import { waitingPod } from '../../testing/scheduling';
import { podSchedulingGated } from './pod-scheduling-gated';

const gated = (name: string, minutes = 19) => ({
  vm: vm(),
  ...waitingPod('SchedulingGated', 'Scheduling is blocked due to non-empty scheduling gates', {
    metadata: { creationTimestamp: ago(minutes) },
    spec: { schedulingGates: [{ name }] },
  }),
});

describe('pod-scheduling-gated', () => {
  it.each([
    [
      'ApplicationAwareQuotaGate',
      /application-aware quota/,
      'oc get applicationawareresourcequotas',
    ],
    ['example.com/approval', /whoever set it/, 'oc describe pod'],
  ])('names the gate %s and who can open it', (gate, text, command) => {
    const [found] = run(podSchedulingGated, gated(gate));
    expect(found).toMatchObject({ explanation: { params: { gate } }, blocking: true });
    expect(found?.explanation.id).toMatch(text);
    expect(found?.fixes[0]?.command).toContain(command);
  });

  it('waits, as gates are opened within moments when all is well', () =>
    expect(run(podSchedulingGated, gated('example.com/approval', 1))).toEqual([]));

  it('is silent about a pod that the scheduler refuses', () => {
    const refused = pod({
      status: { conditions: [condition('PodScheduled', 'False', 'Unschedulable', '0/1')] },
    });
    const given = { vm: vm(), vmi: vmi('Scheduling'), pods: [refused] };
    expect(run(podSchedulingGated, given)).toEqual([]);
  });
});
