import { diskFacts, prime } from '../../testing/disks';
import { run } from '../../testing/factories';
import { pendingScratch, waitingImport } from '../../testing/importers';
import { importerScratchPending } from './importer-scratch-pending';

describe('importer-scratch-pending', () => {
  it('is found while the importer waits for its scratch space', () => {
    const workClaims = [prime('Bound'), pendingScratch()];
    expect(run(importerScratchPending, diskFacts({ ...waitingImport, workClaims }))).toHaveLength(
      1,
    );
  });

  it.each([
    ['it needs none', []],
    ['it was asked for a moment ago', [pendingScratch(1)]],
  ])('is silent when %s', (_, workClaims) => {
    expect(run(importerScratchPending, diskFacts({ ...waitingImport, workClaims }))).toEqual([]);
  });
});
