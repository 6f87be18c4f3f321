import { condition, run, vm, vmi } from '../../testing/factories';
import { vmStoppedByUser } from './vm-stopped-by-user';

describe('vm-stopped-by-user', () => {
  const stopped = (spec: object, status: object = {}) =>
    vm({
      spec: { runStrategy: undefined, ...spec },
      status: { printableStatus: 'Stopped', ...status },
    });

  it.each([
    ['Halted', stopped({ runStrategy: 'Halted' })],
    ['the older running: false', stopped({ running: false })],
    ['Manual and not asked', stopped({ runStrategy: 'Manual' })],
  ])('%s', (_, machine) => {
    const [finding] = run(vmStoppedByUser, { vm: machine });
    expect(finding).toMatchObject({ severity: 'info', verdict: 'stopped' });
    expect(finding?.evidence.every(({ value }) => value !== '')).toBe(true);
  });

  it.each([
    ['Always', stopped({ runStrategy: 'Always' })],
    [
      'a start was asked for',
      stopped({ runStrategy: 'Manual' }, { stateChangeRequests: [{ action: 'Start' }] }),
    ],
    [
      'a failure stands',
      stopped({ runStrategy: 'Manual' }, { conditions: [condition('Failure', 'True')] }),
    ],
  ])('is silent: %s', (_, machine) => expect(run(vmStoppedByUser, { vm: machine })).toEqual([]));
});

describe('vm-stopped-by-user, while the ended instance is still there', () => {
  it.each([
    ['Halted', 'Failed', 1],
    ['Halted', 'Running', 0],
    ['Manual', 'Succeeded', 0],
  ])('%s, %s', (runStrategy, phase, count) => {
    const machine = vm({ spec: { runStrategy }, status: { printableStatus: 'Stopped' } });
    expect(run(vmStoppedByUser, { vm: machine, vmi: vmi(phase) })).toHaveLength(count);
  });
});
