import { claim, crashed, dataVolume, diskFacts, importer } from '../../testing/disks';
import { run } from '../../testing/factories';
import { itLeavesOtherImports } from '../../testing/importers';
import { importerCrashloop } from './importer-crashloop';

describe('importer-crashloop', () => {
  itLeavesOtherImports(importerCrashloop);

  it('shows the words that no other rule knows', () => {
    const importers = [importer(crashed('something new went wrong'))];
    const given = diskFacts({
      volume: dataVolume('ImportInProgress'),
      held: claim('Pending'),
      importers,
    });
    expect(run(importerCrashloop, given)[0]?.evidence[0]?.value).toBe('something new went wrong');
  });
});
