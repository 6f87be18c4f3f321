import { condition, namespaced, run, vm } from '../../testing/factories';
import { kubevirtCrUnhealthy } from './kubevirt-cr-unhealthy';

describe('kubevirt-cr-unhealthy', () => {
  const kubevirt = (type: string, status: string) =>
    namespaced('kubevirt.io/v1', 'KubeVirt', 'kubevirt', {
      status: { conditions: [condition(type, status, 'DeploymentFailed')] },
    });
  it.each([
    ['Available', 'False'],
    ['Degraded', 'True'],
  ])('%s is %s', (type, status) => {
    expect(run(kubevirtCrUnhealthy, { kubevirts: [kubevirt(type, status)] })).toHaveLength(1);
  });
  it.each([
    ['it is well', { kubevirts: [kubevirt('Available', 'True')] }],
    ['there is none', {}],
    [
      'the VM is ready all the same',
      {
        vm: vm({ status: { conditions: [condition('Ready', 'True')] } }),
        kubevirts: [kubevirt('Available', 'False')],
      },
    ],
    [
      'the VM is asked to be off',
      {
        vm: vm({ spec: { runStrategy: 'Halted' } }),
        kubevirts: [kubevirt('Available', 'False')],
      },
    ],
  ])('is silent when %s', (_, given) => expect(run(kubevirtCrUnhealthy, given)).toEqual([]));
});
