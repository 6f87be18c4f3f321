import { condition, event, run, vm, vmi } from '../../testing/factories';
import { memoryHotplugFailed } from './memory-hotplug-failed';

const change = (status: string, reason = '') => ({
  vmi: vmi('Running', { conditions: [condition('HotMemoryChange', status, reason, 'x')] }),
});
const REFUSED = change('False', 'Memory Hotplug Failed');
const said = event(
  vmi(),
  'command SyncVirtualMachineMemory failed: rpc error',
  'failed to update guest memory',
);

describe('memory-hotplug-failed', () => {
  it.each([
    ['the condition', REFUSED, 'certain'],
    ['an event whose reason is a sentence', { vmi: vmi('Running'), events: [said] }, 'likely'],
  ])('is told by %s', (_, given, confidence) =>
    expect(run(memoryHotplugFailed, given)).toMatchObject([
      { confidence, fixes: [{ id: 'restart-vm' }] },
    ]),
  );
  it.each([
    ['its own restart', 'memory updated in template spec. Memory-hotplug failed', 1],
    ['a restart for something else', 'a non-live-updatable field was changed', 0],
  ])('explains %s', (_, message, count) => {
    const conditions = [condition('RestartRequired', 'True', 'RestartRequired', message)];
    const [finding] = run(memoryHotplugFailed, { ...REFUSED, vm: vm({ status: { conditions } }) });
    expect(finding?.explains ?? []).toHaveLength(count);
  });
  it.each([
    ['it is over, and the condition gives no reason', change('False')],
    ['it is under way', { ...change('True'), events: [said] }],
    ['the guest booted since', { vmi: vmi('Scheduling'), events: [said] }],
    ['nothing is said', { vmi: vmi('Running') }],
  ])('is silent when %s', (_, given) => expect(run(memoryHotplugFailed, given)).toEqual([]));
});
