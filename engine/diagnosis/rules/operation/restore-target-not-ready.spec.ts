import { ago, condition, namespaced, run, vm, vmi } from '../../testing/factories';
import { restoreTargetNotReady } from './restore-target-not-ready';

const ASKED = { question: 'why does the restore not finish' };
const WAITING =
  'Waiting for target VM to be powered off. Please stop the restore target to proceed';
const restore = (status: object, minutes = 15) =>
  namespaced('snapshot.kubevirt.io/v1beta1', 'VirtualMachineRestore', 'r1', {
    metadata: { creationTimestamp: ago(minutes) },
    status,
  });
const saying = (reason: string) => restore({ conditions: [condition('Ready', 'False', reason)] });
const running = vmi('Running');

describe('restore-target-not-ready', () => {
  it.each([
    ['it says so', { vmi: running, restores: [saying(WAITING)] }, /waits for the virtual machine/],
    ['it says nothing, and the VM runs', { vmi: running, restores: [restore({})] }, /waits for/],
    [
      'its snapshot failed',
      { restores: [saying('VMSnapshot s failed and is invalid to use')] },
      /cannot go on/,
    ],
  ])('%s', (_, given, text) => {
    const [finding] = run(restoreTargetNotReady, { vm: vm(), ...given }, ASKED);
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding?.explanation.id).toMatch(text);
  });

  it('is told unasked while it holds the VM', () => {
    const held = vm({ status: { restoreInProgress: 'r1' } });
    const given = { vm: held, vmi: running, restores: [saying(WAITING)] };
    expect(run(restoreTargetNotReady, given)).toHaveLength(1);
  });

  it.each([
    'admission webhook "virtualmachinerestore-validator.snapshot.kubevirt.io" denied the request: VirtualMachineSnapshot "daily" is not ready to use',
    'restore source and restore target are different but restore target already exists',
  ])('is told of a restore that was refused: %s', (error) => {
    const [finding] = run(restoreTargetNotReady, { vm: vm(), vmi: running }, { error });
    expect(finding).toMatchObject({ severity: 'warning', evidence: [{ source: 'reported' }] });
  });

  it.each([
    ['nobody asks', { vmi: running, restores: [saying(WAITING)] }, {}],
    ['it is complete', { vmi: running, restores: [restore({ complete: true })] }, ASKED],
    ['the VM was stopped meanwhile', { restores: [saying(WAITING)] }, ASKED],
    ['it has just begun', { vmi: running, restores: [restore({}, 1)] }, ASKED],
    ['there is none', { vmi: running }, ASKED],
  ])('is silent when %s', (_, given, request) =>
    expect(run(restoreTargetNotReady, { vm: vm(), ...given }, request)).toEqual([]),
  );
});
