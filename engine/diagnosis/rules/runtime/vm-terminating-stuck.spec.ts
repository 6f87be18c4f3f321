import { ago, pod, run, vm, vmi } from '../../testing/factories';
import { vmTerminatingStuck } from './vm-terminating-stuck';

const leaving = (
  minutes: number,
  finalizers: string[] = [],
  terminationGracePeriodSeconds = 180,
) => ({
  ...vmi('Running', {}, { deletionTimestamp: ago(minutes), finalizers }),
  spec: { terminationGracePeriodSeconds },
});
const FOREIGN = ['foregroundDeleteVirtualMachine', 'backup.example.com/hold'];
const SNAPSHOT = ['snapshot.kubevirt.io/snapshot-source-protection'];

describe('vm-terminating-stuck', () => {
  it.each([
    ['past the grace period', { vmi: leaving(10) }, /has not finished/],
    ['with its pod still there', { vmi: leaving(10), pods: [pod()] }, /pod is still there\./],
    ['held by a finalizer', { vmi: leaving(10, FOREIGN) }, /these finalizers hold it/],
    ['held, with its pod', { vmi: leaving(10, FOREIGN), pods: [pod()] }, /still there, and these/],
    [
      'a VM without an instance',
      { vm: vm({ metadata: { deletionTimestamp: ago(5), finalizers: SNAPSHOT } }) },
      /these finalizers hold it/,
    ],
  ])('%s', (_, given, text) => {
    const [finding] = run(vmTerminatingStuck, { vm: vm(), ...given });
    expect(finding).toMatchObject({ severity: 'critical', blocking: true });
    expect(finding?.explanation.id).toMatch(text);
  });

  it('names foreign finalizers only', () => {
    expect(run(vmTerminatingStuck, { vm: vm(), vmi: leaving(10, FOREIGN) })).toMatchObject([
      { explanation: { params: { finalizers: 'backup.example.com/hold' } } },
    ]);
  });

  it.each([
    [SNAPSHOT, ['vm-locked-by-snapshot-or-restore']],
    [FOREIGN, []],
  ])('held by %s, explains %s', (finalizers, explains) => {
    const machine = vm({ metadata: { deletionTimestamp: ago(5), finalizers } });
    expect(run(vmTerminatingStuck, { vm: machine })).toMatchObject([{ explains }]);
  });

  it.each([
    ['the guest uses its grace period', { vmi: leaving(4) }],
    ['the grace period is long', { vmi: leaving(30, [], 3600) }],
    ['nothing is deleted', { vmi: vmi('Running') }],
  ])('is silent when %s', (_, given) =>
    expect(run(vmTerminatingStuck, { vm: vm(), ...given })).toEqual([]),
  );
});
