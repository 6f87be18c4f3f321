import { diskFacts, importer, prime } from '../../testing/disks';
import { run } from '../../testing/factories';
import { pendingScratch, waitingImport } from '../../testing/importers';
import { importerUnschedulable } from './importer-unschedulable';

describe('importer-unschedulable', () => {
  it('shows what the scheduler says', () => {
    const [found] = run(importerUnschedulable, diskFacts(waitingImport));
    expect(found?.evidence[0]?.value).toMatch(/^0\/3/);
  });

  it.each([
    ['its scratch space is what it waits for', { workClaims: [prime('Bound'), pendingScratch()] }],
    ['it runs', { importers: [importer({ state: { running: {} } })] }],
  ])('is silent when %s', (_, change) => {
    expect(run(importerUnschedulable, diskFacts({ ...waitingImport, ...change }))).toEqual([]);
  });
});
