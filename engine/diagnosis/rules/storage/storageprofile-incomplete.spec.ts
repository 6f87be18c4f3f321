import { clusterScoped, run } from '../../testing/factories';
import { claim, dataVolume, diskFacts, storageClass } from '../../testing/disks';
import { storageprofileIncomplete } from './storageprofile-incomplete';

const FAST = { storageClassName: 'fast' };

const ASKS = { storage: { ...FAST, resources: { requests: { storage: '30Gi' } } } };

const DEFAULT = {
  metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
};

describe('storageprofile-incomplete', () => {
  const profile = (sets: unknown) =>
    clusterScoped('cdi.kubevirt.io/v1beta1', 'StorageProfile', 'fast', {
      status: { claimPropertySets: sets },
    });
  const given = {
    volume: dataVolume(undefined, [], ASKS),
    storageClasses: [storageClass('fast')],
    storageProfiles: [profile(undefined)],
  };

  it('is found for a named class and for the default', () => {
    expect(run(storageprofileIncomplete, diskFacts(given))).toHaveLength(1);
    const byDefault = {
      ...given,
      volume: dataVolume(undefined),
      storageClasses: [storageClass('fast', DEFAULT)],
    };
    expect(run(storageprofileIncomplete, diskFacts(byDefault))).toHaveLength(1);
  });

  const modes = { storage: { ...ASKS.storage, accessModes: ['ReadWriteOnce'] } };
  it.each([
    ['the profile knows', { storageProfiles: [profile([{ accessModes: ['ReadWriteMany'] }])] }],
    ['the disk says itself', { volume: dataVolume(undefined, [], modes) }],
    ['the claim was made', { held: claim('Pending', FAST) }],
    ['there is no profile', { storageProfiles: [] }],
    ['it asks for a claim as it is', { volume: dataVolume(undefined, [], { pvc: FAST }) }],
  ])('is silent when %s', (_, change) => {
    expect(run(storageprofileIncomplete, diskFacts({ ...given, ...change }))).toEqual([]);
  });
});
