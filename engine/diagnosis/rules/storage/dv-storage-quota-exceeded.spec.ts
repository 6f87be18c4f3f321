import { condition, namespaced, run } from '../../testing/factories';
import { claim, dataVolume, diskFacts } from '../../testing/disks';
import { dvStorageQuotaExceeded } from './dv-storage-quota-exceeded';

describe('dv-storage-quota-exceeded', () => {
  const quota = (used: string, name = 'storage', resource = 'requests.storage') =>
    namespaced('v1', 'ResourceQuota', name, {
      status: { hard: { [resource]: '100Gi' }, used: { [resource]: used } },
    });
  const refused = (resource: string) =>
    `persistentvolumeclaims "root" is forbidden: exceeded quota: storage, requested: ${resource}=30Gi, used: ${resource}=90Gi, limited: ${resource}=100Gi`;
  const volume = (resource = 'requests.storage') =>
    dataVolume('Pending', [condition('Bound', 'Unknown', 'ErrExceededQuota', refused(resource))]);

  it('is certain when the quota still has no room', () => {
    const given = diskFacts({ volume: volume(), quotas: [quota('90Gi')] });
    expect(run(dvStorageQuotaExceeded, given)[0]).toMatchObject({
      confidence: 'certain',
      blocking: true,
      explanation: { params: { quota: 'storage', resource: 'requests.storage' } },
    });
  });

  it('finds the quota of one class', () => {
    const resource = 'fast.storageclass.storage.k8s.io/requests.storage';
    const quotas = [quota('90Gi', 'storage', resource)];
    const given = diskFacts({ volume: volume(resource), quotas });
    expect(run(dvStorageQuotaExceeded, given)).toHaveLength(1);
  });

  it('is likely when only the quota tells', () => {
    const given = diskFacts({ volume: dataVolume('Pending'), quotas: [quota('90Gi')] });
    expect(run(dvStorageQuotaExceeded, given)[0]).toMatchObject({
      confidence: 'likely',
      blocking: false,
    });
  });

  it.each([
    ['there is room since', { volume: volume(), quotas: [quota('10Gi')] }],
    ['the quota is gone', { volume: volume(), quotas: [] }],
    [
      'memory is short, not storage',
      {
        volume: volume('requests.memory'),
        quotas: [quota('90Gi', 'storage', 'requests.memory')],
      },
    ],
    [
      'the claim was made',
      {
        volume: dataVolume('Pending'),
        held: claim('Pending'),
        quotas: [quota('90Gi')],
      },
    ],
    [
      'another quota is full',
      { volume: volume(), held: claim('Pending'), quotas: [quota('99Gi', 'x')] },
    ],
  ])('is silent when %s', (_, given) => {
    expect(run(dvStorageQuotaExceeded, diskFacts(given))).toEqual([]);
  });

  describe('half way of a clone, in the project of its source', () => {
    const text = refused('requests.storage').replace('"root"', '"tmp-pvc-1"');
    const volume = (message: string) =>
      dataVolume('CSICloneInProgress', [condition('Running', 'False', 'Error', message)]);
    const held = (namespace: string) =>
      claim('Pending', {}, { annotations: { 'cdi.kubevirt.io/dataSourceNamespace': namespace } });

    it('goes by what CDI says, for that quota is not read', () => {
      const given = diskFacts({ volume: volume(text), held: held('images') });
      expect(run(dvStorageQuotaExceeded, given)).toMatchObject([
        {
          confidence: 'likely',
          explanation: { params: { namespace: 'images', quota: 'storage' } },
        },
      ]);
    });

    it('is silent once CDI says nothing of it', () => {
      const given = diskFacts({ volume: volume('Clone Pending'), held: held('images') });
      expect(run(dvStorageQuotaExceeded, given)).toEqual([]);
    });
  });
});
