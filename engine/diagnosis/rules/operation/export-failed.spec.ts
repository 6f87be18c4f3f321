import { ago, condition, namespaced, run } from '../../testing/factories';
import { exportFailed } from './export-failed';

const one = (phase: string, reason: string, minutes = 30) =>
  namespaced('export.kubevirt.io/v1beta1', 'VirtualMachineExport', `e-${phase}-${minutes}`, {
    metadata: { creationTimestamp: ago(minutes) },
    status: { phase, conditions: [condition('Ready', 'False', reason)] },
  });

describe('export-failed', () => {
  it.each(['InUse', 'PVCNotFound', 'VMNoVolumes', 'VMSnapshotNotFound', 'PodPending'])(
    '%s',
    (reason) => {
      const [finding] = run(exportFailed, { exports: [one('Pending', reason)] });
      expect(finding).toMatchObject({ severity: 'warning', confidence: 'certain' });
      expect(finding?.evidence[0]?.value).toBe(reason);
    },
  );
  it.each([
    ['it is ready', [one('Ready', 'InUse')]],
    ['a newer one is', [one('Pending', 'InUse', 60), one('Ready', '', 5)]],
    ['its pod has just been made', [one('Pending', 'PodPending', 1)]],
    ['it begins', [one('Pending', 'Initializing')]],
    ['there is none', []],
  ])('is silent when %s', (_, exports) => expect(run(exportFailed, { exports })).toEqual([]));
});
