import { condition, run } from '../../testing/factories';
import { claim, dataVolume, diskFacts, storageClass } from '../../testing/disks';
import { noDefaultStorageclass } from './no-default-storageclass';

const FAST = { storageClassName: 'fast' };

const ASKS = { storage: { ...FAST, resources: { requests: { storage: '30Gi' } } } };

const DEFAULT = {
  metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
};

describe('no-default-storageclass', () => {
  const given = { volume: dataVolume(undefined), storageClasses: [storageClass('slow')] };

  it('offers to make the only class the default, and how to take it back', () => {
    const [finding] = run(noDefaultStorageclass, diskFacts(given));
    expect(finding).toMatchObject({ severity: 'critical', blocking: true });
    expect(finding?.fixes.map(({ id, risk }) => [id, risk])).toEqual([
      ['correct-disk-template', 'manual'],
      ['set-default-storage-class', 'confirm'],
    ]);
    expect(finding?.fixes[1]?.action).toHaveProperty('undo');
  });

  it('leaves the choice when there are several, and says so when there are none', () => {
    const several = [storageClass('a'), storageClass('b')];
    const [finding] = run(noDefaultStorageclass, diskFacts({ ...given, storageClasses: several }));
    expect(finding?.fixes.map(({ id }) => id)).toContain('list-storage-classes');
    const [none] = run(noDefaultStorageclass, diskFacts({ ...given, storageClasses: [] }));
    expect(none?.explanation.params.count).toBe(0);
  });

  it.each([
    ['there is a default', { storageClasses: [storageClass('slow', DEFAULT)] }],
    ['the disk names a class', { volume: dataVolume('Pending', [], ASKS) }],
    ['an empty name is chosen', { held: claim('Pending', { storageClassName: '' }) }],
    [
      'a quota refused the claim',
      {
        volume: dataVolume('Pending', [condition('Bound', 'Unknown', 'ErrExceededQuota')]),
      },
    ],
    ['the disk is being filled', { volume: dataVolume('CloneInProgress') }],
  ])('is silent when %s', (_, change) => {
    expect(run(noDefaultStorageclass, diskFacts({ ...given, ...change }))).toEqual([]);
  });
});
