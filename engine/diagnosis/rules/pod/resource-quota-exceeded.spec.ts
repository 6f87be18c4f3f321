import { condition, namespaced, pod, run, vm, vmi } from '../../testing/factories';
import { claim, dataVolume, diskFacts, running } from '../../testing/disks';
import type { Facts } from '../../facts';
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

  it.each(['Error creating attachment pod ', 'Error creating attachment pod: '])(
    'also tells of the helper pod of a plugged disk: %s…',
    (begin) => {
      const text = `${begin}pods "hp-volume-x" is forbidden: exceeded quota: few, requested: pods=1, used: pods=6, limited: pods=6`;
      const conditions = [condition('Synchronized', 'False', 'FailedCreate', text)];
      const given = { vm: vm(), vmi: vmi('Running', { conditions }), pods: [pod()] };
      expect(run(resourceQuotaExceeded, given)).toMatchObject([
        { severity: 'warning', explanation: { params: { pod: 'hp-volume-x', quota: 'few' } } },
      ]);
      expect(run(resourceQuotaExceeded, { ...given, vmi: vmi('Running') })).toEqual([]);
    },
  );

  describe('of a pod that fills a disk', () => {
    const text = "Error starting pod 'importer-1': For more information, request access to logs";
    const volume = dataVolume('ImportScheduled', [running('False', 'ErrExceededQuota', text)]);
    const found = (quotas: Facts['quotas']) =>
      run(resourceQuotaExceeded, { ...diskFacts({ volume, held: claim('Pending') }), quotas });
    const pods = (used: string, namespace = 'ns') =>
      namespaced('v1', 'ResourceQuota', 'few', {
        metadata: { namespace },
        status: { used: { pods: used }, hard: { pods: '4' } },
      });

    it('names the quota that is short', () =>
      expect(found([quota('2Gi'), pods('4')])).toMatchObject([
        {
          confidence: 'certain',
          explanation: { params: { namespace: 'ns', pod: 'importer-1', disk: 'root' } },
          evidence: [{}, { value: '4' }, { value: '4' }],
          fixes: [{ command: 'oc describe resourcequota few -n ns' }],
        },
      ]));

    it.each([
      ['none may be read', []],
      ['only those of another project were', [pods('4', 'other')]],
    ])('goes by what CDI says when %s', (_, quotas) =>
      expect(found(quotas)).toMatchObject([
        { confidence: 'likely', fixes: [{ command: 'oc describe resourcequota -n ns' }] },
      ]),
    );

    it('is silent when there is room since', () => expect(found([pods('3')])).toEqual([]));
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
