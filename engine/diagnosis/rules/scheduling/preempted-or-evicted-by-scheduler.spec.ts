import { ago, condition, event, pod, run, vm, vmi } from '../../testing/factories';
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

  describe('of a machine that nobody starts again', () => {
    const off = (runStrategy: string) =>
      vm({ spec: { runStrategy }, status: { printableStatus: 'Stopped' } });
    const ended = (phase: string, minutes = 24, created = 90) =>
      vmi(
        phase,
        { phaseTransitionTimestamps: [{ phase, phaseTransitionTimestamp: ago(minutes) }] },
        { creationTimestamp: ago(created) },
      );
    const SHUT = event(vmi(), 'Stopped', 'The VirtualMachineInstance was shut down.', 24, 'Normal');
    const started = (minutes: number) =>
      event(vmi(), 'Started', 'VirtualMachineInstance started.', minutes, 'Normal');
    const { earlierEvents } = told('Preempted', 'Preempted by pod 0b1');

    it.each([
      ['Manual', { vm: off('Manual'), vmi: ended('Succeeded') }],
      ['Manual, crashed at the end', { vm: off('Manual'), vmi: ended('Failed') }],
      ['Once', { vm: off('Once'), vmi: ended('Succeeded') }],
      ['RerunOnFailure, instance gone', { vm: off('RerunOnFailure'), events: [SHUT] }],
    ])('%s', (_, given) => {
      const [finding] = run(preemptedOrEvictedByScheduler, { earlierEvents, ...given });
      expect(finding?.explanation.id).toMatch(/does not start the virtual machine again/);
      expect(finding?.fixes[0]?.id).toBe('start-vm');
      expect(finding?.blocking).toBe(true);
    });

    it.each([
      ['it was switched off', { vm: off('Halted') }],
      ['it ended long after', { vm: off('Manual'), vmi: ended('Succeeded', -20) }],
      ['it ended before', { vm: off('Manual'), vmi: ended('Succeeded', 40) }],
      ['it was started since', { vm: off('Manual'), vmi: ended('Succeeded', 5, 20) }],
      [
        'an instance that is gone was started since',
        { vm: off('RerunOnFailure'), events: [started(24.5), SHUT] },
      ],
      ['nothing tells of an end', { vm: off('RerunOnFailure') }],
    ])('is silent when %s', (_, given) =>
      expect(run(preemptedOrEvictedByScheduler, { earlierEvents, ...given })).toEqual([]),
    );
  });
});
