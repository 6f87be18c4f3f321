import { run } from '../../testing/factories';
import { NO_MATCH, refusedPod, worker } from '../../testing/scheduling';
import { cpuFeatureUnavailable } from './cpu-feature-unavailable';

const plain = worker('w1', { 'kubevirt.io/schedulable': 'true' });

describe('cpu-feature-unavailable', () => {
  it.each([
    'cpu-feature.node.kubevirt.io/amx-tile',
    'hyperv.node.kubevirt.io/evmcs',
    'cpu-vendor.node.kubevirt.io/Intel',
    'scheduling.node.kubevirt.io/tsc-frequency-2400000000',
    'kubevirt.io/sev',
    'kubevirt.io/realtime',
  ])('%s', (key) => {
    const given = { ...refusedPod(NO_MATCH, { [key]: 'true' }), nodes: [plain] };
    expect(run(cpuFeatureUnavailable, given)).toMatchObject([
      { severity: 'critical', explanation: { params: { key } } },
    ]);
  });

  it.each([
    'cpu-model.node.kubevirt.io/Haswell',
    'machine-type.node.kubevirt.io/q35',
    'kubevirt.io/schedulable',
    'disktype',
  ])('leaves to others: %s', (key) => {
    const given = { ...refusedPod(NO_MATCH, { [key]: 'yes' }), nodes: [plain] };
    expect(run(cpuFeatureUnavailable, given)).toEqual([]);
  });

  it('is silent when a node has it, and less sure when none is known', () => {
    const key = 'cpu-feature.node.kubevirt.io/avx2';
    const given = refusedPod(NO_MATCH, { [key]: 'true' });
    expect(
      run(cpuFeatureUnavailable, { ...given, nodes: [worker('w1', { [key]: 'true' })] }),
    ).toEqual([]);
    expect(run(cpuFeatureUnavailable, given)).toMatchObject([{ confidence: 'likely' }]);
  });
});
