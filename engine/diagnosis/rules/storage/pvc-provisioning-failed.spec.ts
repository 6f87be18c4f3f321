import { event, namespaced, run } from '../../testing/factories';
import { claim, dataVolume, diskFacts, prime } from '../../testing/disks';
import { pendingScratch } from '../../testing/importers';
import { pvcProvisioningFailed } from './pvc-provisioning-failed';

describe('pvc-provisioning-failed', () => {
  const work = prime('Pending');
  const failed = (desc: string, about = work) =>
    event(
      about,
      'ProvisioningFailed',
      `failed to provision volume with StorageClass "fast": ${desc}`,
    );
  const given = { volume: dataVolume('Pending'), held: claim('Pending'), workClaims: [work] };

  it.each([
    ['rpc error: code = ResourceExhausted desc = pool is full', /no room/],
    ['rpc error: code = ResourceExhausted desc = quota of the tenant exceeded', /quota of its own/],
    ['error generating accessibility requirements: no available topology found', /topology/],
    [
      'rpc error: code = InvalidArgument desc = multi node access modes not supported',
      /access mode/,
    ],
    ['rpc error: code = PermissionDenied desc = x', /credentials/],
    ['rpc error: code = Internal desc = who knows', /could not make/],
  ])('%s', (desc, text) => {
    const [finding] = run(pvcProvisioningFailed, diskFacts({ ...given, events: [failed(desc)] }));
    expect(finding?.explanation.id).toMatch(text);
    expect(finding).toMatchObject({ severity: 'critical', confidence: 'certain', blocking: true });
  });

  it('leaves what is said of scratch space to the rule for it', () => {
    const scratch = pendingScratch();
    const workClaims = [prime('Bound'), scratch];
    const events = [failed('rpc error: code = ResourceExhausted desc = full', scratch)];
    expect(run(pvcProvisioningFailed, diskFacts({ ...given, workClaims, events }))).toEqual([]);
  });

  it.each([
    ['the volume has been made since', { workClaims: [prime('Bound')], held: claim('Bound') }],
    [
      'the class does not exist',
      {
        events: [event(work, 'ProvisioningFailed', 'storageclass.storage.k8s.io "fast" not found')],
      },
    ],
    ['nothing was said', { events: [] }],
    [
      'another claim is meant',
      {
        events: [failed('x', namespaced('v1', 'PersistentVolumeClaim', 'other'))],
      },
    ],
  ])('is silent when %s', (_, change) => {
    const facts = diskFacts({ ...given, events: [failed('x')], ...change });
    expect(run(pvcProvisioningFailed, facts)).toEqual([]);
  });
});
