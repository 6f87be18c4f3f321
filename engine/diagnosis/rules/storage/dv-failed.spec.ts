import { claim, dataVolume, diskFacts } from '../../testing/disks';
import { run } from '../../testing/factories';
import { itLeavesOtherImports } from '../../testing/importers';
import { dvFailed } from './dv-failed';

describe('dv-failed', () => {
  itLeavesOtherImports(dvFailed);

  it.each([
    ['Failed', 1],
    ['ImportInProgress', 0],
    ['Succeeded', 0],
  ])('of a DataVolume in phase %s', (phase, count) => {
    const given = diskFacts({ volume: dataVolume(phase), held: claim('Pending') });
    expect(run(dvFailed, given)).toHaveLength(count);
  });
});
