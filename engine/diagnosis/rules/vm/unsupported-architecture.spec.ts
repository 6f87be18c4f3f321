import { condition, namespaced, run, vm } from '../../testing/factories';
import { unsupportedArchitecture } from './unsupported-architecture';

const TEXT =
  'admission webhook "virtualmachineinstances-create-validator.kubevirt.io" denied the request: unsupported architecture: riscv64';
const kubevirt = namespaced('kubevirt.io/v1', 'KubeVirt', 'kubevirt', {
  status: { defaultArchitecture: 'amd64' },
});
const failing = vm({
  template: { architecture: 'riscv64' },
  status: { conditions: [condition('Failure', 'True', 'FailedCreate', TEXT)] },
});

describe('unsupported-architecture', () => {
  it('offers the one of the cluster, and can put the other back', () => {
    const [finding] = run(unsupportedArchitecture, { vm: failing, kubevirts: [kubevirt] });
    expect(finding).toMatchObject({
      confidence: 'certain',
      explanation: { params: { architecture: 'riscv64' } },
      evidence: [{}, { value: 'riscv64' }, { value: 'amd64' }],
    });
    expect(finding?.fixes[0]?.action).toMatchObject({
      patch: { spec: { template: { spec: { architecture: 'amd64' } } } },
      undo: { spec: { template: { spec: { architecture: 'riscv64' } } } },
    });
  });

  it('is also what the caller was told, without a patch of a VM that is not there', () => {
    const [finding] = run(unsupportedArchitecture, { vm: {} }, { error: TEXT });
    expect(finding).toMatchObject({ confidence: 'likely', severity: 'critical' });
    expect(finding?.fixes.map(({ id }) => id)).toEqual(['show-architectures']);
  });

  it('does not take emulation for it', () => {
    const emulated = vm({
      status: {
        conditions: [condition('SoftwareEmulation', 'True', 'CrossArchitectureEmulation', 'arm64')],
      },
    });
    expect(run(unsupportedArchitecture, { vm: emulated })).toEqual([]);
  });
});
