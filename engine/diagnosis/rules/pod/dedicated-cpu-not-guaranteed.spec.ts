import { condition, pod, run, vm, vmi } from '../../testing/factories';
import { dedicatedCpuNotGuaranteed } from './dedicated-cpu-not-guaranteed';

const REFUSED = condition(
  'Synchronized',
  'False',
  'FailedGuaranteeResources',
  'failed to guarantee pod resources',
);
const instance = (...conditions: object[]) => ({
  ...vmi('Scheduling', { conditions }),
  spec: { domain: { cpu: { dedicatedCpuPlacement: true } } },
});
const launcher = (qosClass: string, phase = 'Running') => pod({ status: { phase, qosClass } });

describe('dedicated-cpu-not-guaranteed', () => {
  it.each([
    ['KubeVirt says so', instance(REFUSED), 'certain'],
    ['the pod shows it', instance(), 'likely'],
  ])('%s', (_, vmi, confidence) => {
    expect(
      run(dedicatedCpuNotGuaranteed, { vm: vm(), vmi, pods: [launcher('Burstable')] }),
    ).toMatchObject([{ confidence, explanation: { params: { quality: 'Burstable' } } }]);
  });

  it.each([
    ['the pod is Guaranteed', { vmi: instance(REFUSED), pods: [launcher('Guaranteed')] }],
    ['the guest shares CPUs', { vmi: vmi('Scheduling'), pods: [launcher('Burstable')] }],
    ['the pod still waits', { vmi: instance(), pods: [launcher('Burstable', 'Pending')] }],
    ['there is no pod', { vmi: instance(REFUSED) }],
  ])('is silent when %s', (_, given) => {
    expect(run(dedicatedCpuNotGuaranteed, { vm: vm(), ...given })).toEqual([]);
  });
});
