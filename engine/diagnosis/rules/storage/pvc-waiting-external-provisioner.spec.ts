import { ago, event, run } from '../../testing/factories';
import { claim, dataVolume, diskFacts, prime } from '../../testing/disks';
import { pvcWaitingExternalProvisioner } from './pvc-waiting-external-provisioner';

describe('pvc-waiting-external-provisioner', () => {
  const WAITING =
    "Waiting for a volume to be created either by the external provisioner 'nfs.x' or";
  const work = prime('Pending');
  const held = claim('Pending', { dataSourceRef: { kind: 'VolumeImportSource', name: 'x' } });
  const waits = (about: typeof work) => event(about, 'ExternalProvisioning', WAITING, 1, 'Normal');
  const given = {
    volume: dataVolume('ImportScheduled'),
    held,
    workClaims: [work],
    events: [waits(work), waits(held)],
  };

  it('names the driver that does not answer', () => {
    const [finding] = run(pvcWaitingExternalProvisioner, diskFacts(given));
    expect(finding).toMatchObject({
      confidence: 'likely',
      explanation: { params: { provisioner: 'nfs.x' } },
    });
  });

  it.each([
    ['only the claim that CDI fills says so', { workClaims: [], events: [waits(held)] }],
    [
      'the driver has answered',
      {
        events: [event(work, 'ProvisioningFailed', 'no', 1), waits(work)],
      },
    ],
    [
      'it has not waited long',
      {
        workClaims: [prime('Pending', {}, { creationTimestamp: ago(1) })],
      },
    ],
    ['the claim has a volume', { workClaims: [prime('Bound')] }],
  ])('is silent when %s', (_, change) => {
    expect(run(pvcWaitingExternalProvisioner, diskFacts({ ...given, ...change }))).toEqual([]);
  });
});
