import { claim, crashed, dataVolume, diskFacts, importer } from '../../testing/disks';
import { run } from '../../testing/factories';
import { itLeavesOtherImports } from '../../testing/importers';
import { importerOomkilled } from './importer-oomkilled';

describe('importer-oomkilled', () => {
  itLeavesOtherImports(importerOomkilled);

  it('goes by the reason alone, for the kernel leaves no words', () => {
    const container = { ...crashed(''), lastState: { terminated: { reason: 'OOMKilled' } } };
    const given = { volume: dataVolume('ImportInProgress'), held: claim('Pending') };
    const importers = [importer(container)];
    expect(run(importerOomkilled, diskFacts({ ...given, importers }))).toHaveLength(1);
    expect(
      run(importerOomkilled, diskFacts({ ...given, importers: [importer(crashed(''))] })),
    ).toEqual([]);
  });
});
