import { condition, event, run } from '../../testing/factories';
import { dataVolume, diskFacts, machine } from '../../testing/disks';
import { dvCreateFailed } from './dv-create-failed';

const failure = (message: string) =>
  machine({}, { conditions: [condition('Failure', 'True', 'FailedCreate', message)] });

describe('dv-create-failed', () => {
  const TEXT = 'Error creating DataVolume root: admission webhook denied the request: bad';
  const events = [event(machine(), 'FailedDataVolumeCreate', TEXT)];

  it('names the DataVolume that was refused', () => {
    const [finding] = run(dvCreateFailed, diskFacts({ of: failure(TEXT), events }));
    expect(finding).toMatchObject({ blocking: true, explanation: { params: { name: 'root' } } });
  });

  it.each([
    ['nothing fails any more', diskFacts({ events })],
    [
      'the DataVolume was made',
      diskFacts({ of: failure(TEXT), volume: dataVolume('Pending'), events }),
    ],
    ['something else failed', diskFacts({ of: failure('quota') })],
  ])('is silent when %s', (_, given) => {
    expect(run(dvCreateFailed, given)).toEqual([]);
  });
});
