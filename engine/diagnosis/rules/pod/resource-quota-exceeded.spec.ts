import { condition, namespaced, run, vm } from '../../testing/factories';
import { itReadsRefusalFromEvents, REFUSALS, said } from '../../testing/refusals';
import { resourceQuotaExceeded } from './resource-quota-exceeded';

const QUOTA = REFUSALS['resource-quota-exceeded'];

const quota = (used: string) =>
  namespaced('v1', 'ResourceQuota', 'compute', {
    status: { used: { 'limits.memory': used }, hard: { 'limits.memory': '16Gi' } },
  });

describe('resource-quota-exceeded', () => {
  itReadsRefusalFromEvents(resourceQuotaExceeded, 'resource-quota-exceeded');

  it('also tells of a quota that counts instances, before there is one', () => {
    const text =
      'Failure while starting VMI: virtualmachineinstances.kubevirt.io "web" is forbidden: exceeded quota: machines, requested: count/virtualmachineinstances.kubevirt.io=1, used: count/virtualmachineinstances.kubevirt.io=5, limited: count/virtualmachineinstances.kubevirt.io=5';
    const machine = vm({
      status: { conditions: [condition('Failure', 'True', 'FailedCreate', text)] },
    });
    expect(run(resourceQuotaExceeded, { vm: machine, vmi: undefined })).toMatchObject([
      { explanation: { params: { quota: 'machines' } }, confidence: 'likely' },
    ]);
  });

  it('is certain when the quota is still short', () => {
    expect(run(resourceQuotaExceeded, { ...said(QUOTA), quotas: [quota('12Gi')] })).toMatchObject([
      { confidence: 'certain', evidence: [{}, { value: '12Gi' }, { value: '16Gi' }] },
    ]);
  });

  it('recognises a stale message: the quota has room again', () => {
    expect(run(resourceQuotaExceeded, { ...said(QUOTA), quotas: [quota('2Gi')] })).toEqual([]);
  });
});
