import { event, run } from '../../testing/factories';
import { claim, diskFacts, storageClass } from '../../testing/disks';
import { pvcNoMatchingPv } from './pvc-no-matching-pv';

const byHand = { provisioner: 'kubernetes.io/no-provisioner', volumeBindingMode: 'Immediate' };
const TEXT = 'no persistent volumes available for this claim and no storage class is set';
const held = claim('Pending', { storageClassName: '' });

describe('pvc-no-matching-pv', () => {
  it.each([
    ['the claim wants no class', held, []],
    [
      'the class has no provisioner',
      claim('Pending', { storageClassName: 'nfs' }),
      [storageClass('nfs', byHand)],
    ],
  ])('%s', (_, wanted, storageClasses) => {
    const given = diskFacts({ held: wanted, storageClasses });
    expect(run(pvcNoMatchingPv, given)).toMatchObject([{ confidence: 'likely', blocking: true }]);
    const events = [event(wanted, 'FailedBinding', TEXT, 5, 'Normal')];
    expect(run(pvcNoMatchingPv, { ...given, events })).toMatchObject([{ confidence: 'certain' }]);
  });

  it.each([
    ['the claim is bound', claim('Bound', { storageClassName: '' }), []],
    ['no class is named', claim('Pending'), []],
    [
      'the volume waits for a pod',
      claim('Pending', { storageClassName: 'local' }),
      [storageClass('local', { ...byHand, volumeBindingMode: 'WaitForFirstConsumer' })],
    ],
    ['the class makes volumes', claim('Pending', { storageClassName: 'a' }), [storageClass('a')]],
  ])('is silent when %s', (_, wanted, storageClasses) =>
    expect(run(pvcNoMatchingPv, diskFacts({ held: wanted, storageClasses }))).toEqual([]),
  );
});
