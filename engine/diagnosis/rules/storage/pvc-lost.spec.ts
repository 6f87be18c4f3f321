import { namespaced, run, vmi } from '../../testing/factories';
import { claim, dataVolume, diskFacts } from '../../testing/disks';
import { pvcLost } from './pvc-lost';

describe('pvc-lost', () => {
  const volumeName = { volumeName: 'pvc-1' };
  it.each([
    ['starts', vmi('Pending'), 'critical', true],
    ['runs', vmi('Running'), 'warning', false],
  ])('while the virtual machine %s', (_, instance, severity, blocking) => {
    const given = diskFacts({ volume: dataVolume('Succeeded'), held: claim('Lost', volumeName) });
    expect(run(pvcLost, { ...given, vmi: instance })[0]).toMatchObject({ severity, blocking });
  });

  it('is silent for a claim with a volume', () => {
    expect(run(pvcLost, diskFacts({ held: claim('Bound', volumeName) }))).toEqual([]);
  });

  it('looks at the claim half way of a clone, whose source is as it was', () => {
    const between = namespaced(
      'v1',
      'PersistentVolumeClaim',
      'tmp-pvc-uid-PersistentVolumeClaim-root',
      {
        metadata: { namespace: 'images' },
        spec: volumeName,
        status: { phase: 'Lost' },
      },
    );
    const given = diskFacts({
      volume: dataVolume('RebindInProgress'),
      held: claim('Pending'),
      workClaims: [between],
    });
    expect(run(pvcLost, { ...given, vmi: undefined })).toMatchObject([
      {
        severity: 'critical',
        explanation: { params: { disk: 'root', namespace: 'images' } },
        fixes: [{ id: 'clone-again', command: 'oc delete datavolume root -n ns' }],
      },
    ]);
  });
});
