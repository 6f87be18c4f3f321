import { condition, event, run } from '../../testing/factories';
import { dataVolume, diskFacts, machine } from '../../testing/disks';
import { dvCloneUnauthorized } from './dv-clone-unauthorized';

const failure = (message: string) =>
  machine({}, { conditions: [condition('Failure', 'True', 'FailedCreate', message)] });

describe('dv-clone-unauthorized', () => {
  const TEXT =
    'Not authorized to create DataVolume root: User system:serviceaccount:ns:default has insufficient permissions in clone source namespace images';

  it.each([
    ['the condition', diskFacts({ of: failure(TEXT) })],
    ['an event', diskFacts({ events: [event(machine(), 'UnauthorizedDataVolumeCreate', TEXT)] })],
  ])('is read from %s and gives only the right that is missing', (_, given) => {
    const [finding] = run(dvCloneUnauthorized, given);
    expect(finding?.fixes[0]).toMatchObject({ risk: 'manual' });
    expect(finding?.fixes[0]?.command).toContain('--serviceaccount=ns:default -n images');
  });

  it('is over when the DataVolume was made', () => {
    const given = diskFacts({ of: failure(TEXT), volume: dataVolume('Pending') });
    expect(run(dvCloneUnauthorized, given)).toEqual([]);
  });
});
