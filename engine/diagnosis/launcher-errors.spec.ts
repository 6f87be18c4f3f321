import { condition, event, vm, vmi } from './testing/factories';
import { innerText, startErrors } from './launcher-errors';

describe('innerText', () => {
  it.each([
    [
      'the older envelope',
      `server error. command SyncVMI failed: "LibvirtError(Code=1, Domain=10, Message='internal error: x')"`,
      'internal error: x',
    ],
    [
      'the newer one',
      'command SyncVMI failed with Unknown: rpc error: code = Unknown desc = no such device',
      'no such device',
    ],
    [
      'both',
      `command SyncVMI failed with Unknown: rpc error: code = Unknown desc = LibvirtError(Code=67, Domain=10, Message='unsupported configuration')`,
      'unsupported configuration',
    ],
    ['an older one without libvirt', 'server error. command SyncVMI failed: "no kvm"', 'no kvm'],
    ['none', 'something else', 'something else'],
    ['nothing', '', ''],
  ])('%s', (_, text, inner) => expect(innerText(text)).toBe(inner));
});

describe('startErrors', () => {
  const nothing = { events: [], earlierEvents: [] };
  const SYNC = 'Synchronizing with the Domain failed.';
  const broken = vmi('Scheduled', {
    conditions: [condition('Synchronized', 'False', SYNC, 'old')],
  });

  it('puts what happened last before the condition, which may be older', () => {
    const events = [event(broken, 'SyncFailed', 'new')];
    const said = startErrors({ ...nothing, vm: vm(), vmi: broken, events });
    expect(said.map(({ text }) => text)).toEqual(['new', 'old']);
  });

  it.each([
    ['the instance that failed last', 'uid-VirtualMachineInstance-web', 1],
    ['any other', 'uid-of-another', 0],
  ])('while KubeVirt waits, counts events of %s', (_, lastFailedVMIUID, count) => {
    const machine = vm({ status: { startFailure: { lastFailedVMIUID } } });
    const events = [event(vmi(), 'SyncFailed', 'no')];
    expect(startErrors({ ...nothing, vm: machine, vmi: undefined, events })).toHaveLength(count);
  });

  it('has none of a VM that runs or is not wanted', () => {
    const events = [event(vmi(), 'SyncFailed', 'no')];
    const halted = vm({ spec: { runStrategy: 'Halted' } });
    expect(startErrors({ ...nothing, vm: vm(), vmi: vmi('Running'), events })).toEqual([]);
    expect(startErrors({ ...nothing, vm: halted, vmi: vmi('Failed'), events })).toEqual([]);
  });
});
