import { run } from '../../testing/factories';
import { itTellsOfRefusals, refusedPod, worker } from '../../testing/scheduling';
import { insufficientGpu } from './insufficient-gpu';

const CARDS = '3 Insufficient nvidia.com/T4';

describe('insufficient-gpu', () => {
  itTellsOfRefusals(insufficientGpu, [
    [
      'a device that is used up',
      { ...refusedPod(CARDS), nodes: [worker('w0', {}, { 'nvidia.com/T4': '1', memory: '64Gi' })] },
      /used by other/,
    ],
    ['a device that nobody offers', refusedPod(CARDS), /No node offers/],
    [
      'a claim that no node satisfies',
      refusedPod('3 cannot allocate all claims'),
      /resource claims/,
    ],
  ]);

  it('leaves KVM alone', () => {
    const refused = refusedPod('3 Insufficient devices.kubevirt.io/kvm');
    expect(run(insufficientGpu, refused)).toEqual([]);
  });
});
