import { ago, condition, run, vm, vmi } from '../../testing/factories';
import { virtControllerDown } from './virt-controller-down';

const untouched = (minutes: number, status: object = {}) =>
  vm({
    status: { printableStatus: undefined, ...status },
    metadata: { creationTimestamp: ago(minutes) },
  });

describe('virt-controller-down', () => {
  it('has written nothing about an old VM', () => {
    expect(run(virtControllerDown, { vm: untouched(20) })).toMatchObject([
      { severity: 'critical', confidence: 'likely' },
    ]);
  });
  it.each([
    ['the VM is new', { vm: untouched(1) }],
    ['it has a status', { vm: untouched(20, { printableStatus: 'Starting' }) }],
    ['it has conditions', { vm: untouched(20, { conditions: [condition('Ready', 'False')] }) }],
    ['it has an instance', { vm: untouched(20), vmi: vmi() }],
  ])('is silent when %s', (_, given) => expect(run(virtControllerDown, given)).toEqual([]));
});
