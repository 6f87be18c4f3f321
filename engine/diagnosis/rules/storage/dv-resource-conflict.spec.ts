import { event, run, vmi } from '../../testing/factories';
import { claim, dataVolume, diskFacts } from '../../testing/disks';
import { dvResourceConflict } from './dv-resource-conflict';

const volume = dataVolume('Pending');
const owned = {
  ownerReferences: [{ kind: 'DataVolume', name: 'root', uid: 'uid-DataVolume-root' }],
};
const exists = event(
  volume,
  'ErrResourceExists',
  'Resource "root" already exists and is not managed by DataVolume',
);

describe('dv-resource-conflict', () => {
  it('tells a claim of another owner', () => {
    const given = diskFacts({ volume, held: claim('Bound'), events: [exists] });
    expect(run(dvResourceConflict, given)).toMatchObject([
      { severity: 'critical', confidence: 'certain', blocking: true },
    ]);
  });

  it('is less sure when nobody said so', () => {
    const given = diskFacts({ volume, held: claim('Bound') });
    expect(run(dvResourceConflict, given)).toMatchObject([{ confidence: 'likely' }]);
  });

  it('tells a claim that goes', () => {
    const held = claim('Bound', {}, { ...owned, deletionTimestamp: '2026-11-20T14:00:00Z' });
    const [finding] = run(dvResourceConflict, diskFacts({ volume, held }));
    expect(finding?.explanation.id).toMatch(/being deleted/);
    expect(finding?.fixes.map(({ id }) => id)).toEqual(['rename-disk']);
  });

  it.each([
    ['the claim is its own', diskFacts({ volume, held: claim('Pending', {}, owned) })],
    [
      'it is being filled',
      diskFacts({ volume: dataVolume('ImportInProgress'), held: claim('Pending') }),
    ],
    ['there is no claim', diskFacts({ volume })],
    ['only the claim is there', diskFacts({ held: claim('Bound') })],
    ['the virtual machine runs', diskFacts({ volume, held: claim('Bound'), vmi: vmi('Running') })],
  ])('is silent when %s', (_, given) => expect(run(dvResourceConflict, given)).toEqual([]));
});
