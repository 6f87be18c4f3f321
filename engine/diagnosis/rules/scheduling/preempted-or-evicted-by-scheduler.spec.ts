import { condition, event, pod, run, vm, vmi } from '../../testing/factories';
import { preemptedOrEvictedByScheduler } from './preempted-or-evicted-by-scheduler';

const gone = pod({}, 'virt-launcher-web-zzzzz');
const marked = (reason: string) =>
  pod({
    status: { phase: 'Running', conditions: [condition('DisruptionTarget', 'True', reason)] },
  });
const told = (reason: string, text: string, minutes = 25) => ({
  vm: vm(),
  vmi: vmi('Scheduling'),
  earlierEvents: [event(gone, reason, text, minutes)],
});

describe('preempted-or-evicted-by-scheduler', () => {
  it.each([
    [{ vm: vm(), vmi: vmi('Running'), pods: [marked('PreemptionByScheduler')] }, /higher priority/],
    [{ vm: vm(), vmi: vmi('Failed'), failedPods: [marked('DeletionByTaintManager')] }, /NoExecute/],
    [told('Preempted', 'Preempted by pod 0b1 on node n1'), /higher priority/],
    [
      told('TaintManagerEviction', 'Marking for deletion Pod ns/virt-launcher-web-zzzzz'),
      /NoExecute/,
    ],
  ])('case %#', (given, text) => {
    const [finding] = run(preemptedOrEvictedByScheduler, given);
    expect(finding).toMatchObject({ severity: 'critical', confidence: 'certain' });
    expect(finding?.explanation.id).toMatch(text);
  });

  it.each([
    ['it runs again', { ...told('Preempted', 'Preempted by pod 0b1'), vmi: vmi('Running') }],
    ['that was long ago', told('Preempted', 'Preempted by pod 0b1', 600)],
    ['it was called off', told('TaintManagerEviction', 'Cancelling deletion of Pod ns/x')],
    [
      'a drain moved it',
      { vm: vm(), vmi: vmi('Running'), pods: [marked('EvictionByEvictionAPI')] },
    ],
    [
      'it should not run',
      { ...told('Preempted', 'Preempted by pod 0b1'), vm: vm({ spec: { runStrategy: 'Halted' } }) },
    ],
  ])('is silent when %s', (_, given) =>
    expect(run(preemptedOrEvictedByScheduler, given)).toEqual([]),
  );
});
