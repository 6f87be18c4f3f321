import { diskFacts, importer, prime } from '../../testing/disks';
import { condition, run } from '../../testing/factories';
import { pendingScratch, waitingImport } from '../../testing/importers';
import { importerUnschedulable } from './importer-unschedulable';

const scheduled = (said: string) => {
  const text = `0/3 nodes are available: ${said}. preemption: 0/3 nodes are available.`;
  const conditions = [condition('PodScheduled', 'False', 'Unschedulable', text)];
  return { importers: [{ ...importer({}), status: { phase: 'Pending', conditions } }] };
};

describe('importer-unschedulable', () => {
  it('shows what the scheduler says', () => {
    const [found] = run(importerUnschedulable, diskFacts(waitingImport));
    expect(found?.evidence[0]?.value).toMatch(/^0\/3/);
  });

  it.each([
    ['its scratch space is what it waits for', { workClaims: [prime('Bound'), pendingScratch()] }],
    ['its claim is not bound', scheduled('pod has unbound immediate PersistentVolumeClaims')],
    ['its claim is not there', scheduled('persistentvolumeclaim "prime-1-scratch" not found')],
    ['it runs', { importers: [importer({ state: { running: {} } })] }],
  ])('is silent when %s', (_, change) => {
    expect(run(importerUnschedulable, diskFacts({ ...waitingImport, ...change }))).toEqual([]);
  });
});
