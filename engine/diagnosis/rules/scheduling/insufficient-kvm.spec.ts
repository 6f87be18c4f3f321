import { clusterScoped, run } from '../../testing/factories';
import { itTellsOfRefusals, refusedPod } from '../../testing/scheduling';
import { insufficientKvm } from './insufficient-kvm';

const capacity = { 'devices.kubevirt.io/kvm': '1k' };

describe('insufficient-kvm', () => {
  itTellsOfRefusals(insufficientKvm, [
    [
      'KVM that is lost',
      {
        ...refusedPod('3 Insufficient devices.kubevirt.io/kvm'),
        nodes: [clusterScoped('v1', 'Node', 'w0', { status: { capacity, allocatable: {} } })],
      },
      /offer none of it now/,
    ],
  ]);

  it('leaves other devices alone', () => {
    expect(run(insufficientKvm, refusedPod('3 Insufficient nvidia.com/T4'))).toEqual([]);
  });
});
