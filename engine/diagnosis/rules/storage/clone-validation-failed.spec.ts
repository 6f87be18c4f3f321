import { event, run } from '../../testing/factories';
import { claim, dataVolume, diskFacts } from '../../testing/disks';
import { cloneValidationFailed } from './clone-validation-failed';

describe('clone-validation-failed', () => {
  const held = claim('Pending');
  const facts = (reason: string, text: string) =>
    diskFacts({ volume: dataVolume('Pending'), held, events: [event(held, reason, text)] });

  it.each([
    ['CloneValidationFailed', 'target resources requests storage size is smaller', /smaller/],
    ['IncompatibleVolumeModes', 'The volume modes of source and target are incompatible', /mode/],
  ])('%s', (reason, text, why) => {
    expect(run(cloneValidationFailed, facts(reason, text))[0]?.explanation.id).toMatch(why);
  });

  it('does not take a fallback to copying for an error', () => {
    const given = facts('NoVolumeSnapshotClass', 'falling back to host assisted clone');
    expect(run(cloneValidationFailed, given)).toEqual([]);
  });
});
