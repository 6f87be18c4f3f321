import { condition, run, vm, vmi } from '../../testing/factories';
import { manualRecoveryRequired } from './manual-recovery-required';

const needing = (status: string) =>
  vm({ status: { conditions: [condition('ManualRecoveryRequired', status, 'VMI was removed')] } });

describe('manual-recovery-required', () => {
  it('keeps it down', () => {
    expect(run(manualRecoveryRequired, { vm: needing('True') })).toMatchObject([
      { severity: 'critical', blocking: true, fixes: [{ risk: 'manual' }] },
    ]);
  });
  it.each([
    ['it is over', { vm: needing('False') }],
    ['it runs', { vm: needing('True'), vmi: vmi('Running') }],
    ['it was never set', {}],
  ])('is silent when %s', (_, given) => expect(run(manualRecoveryRequired, given)).toEqual([]));
});
