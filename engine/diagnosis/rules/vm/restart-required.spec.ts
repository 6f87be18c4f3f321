import { condition, run, vm, vmi } from '../../testing/factories';
import { restartRequired } from './restart-required';

describe('restart-required', () => {
  const changed = vm({
    status: {
      conditions: [condition('RestartRequired', 'True', '', 'a non-live-updatable field')],
    },
  });
  it('is a warning while the guest runs', () => {
    expect(run(restartRequired, { vm: changed, vmi: vmi('Running') })).toMatchObject([
      { severity: 'warning' },
    ]);
  });
  it('means nothing when it does not', () =>
    expect(run(restartRequired, { vm: changed })).toEqual([]));
});
