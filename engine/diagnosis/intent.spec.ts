import { ago, condition, vm, vmi } from './testing/factories';
import { isNotTakenUp, wantsToRun } from './intent';

const machine = (runStrategy: string, status: object = {}, metadata = {}) =>
  vm({ spec: { runStrategy }, status: { printableStatus: 'Stopped', ...status }, metadata });
const START = { stateChangeRequests: [{ action: 'Start' }] };
const FAILED = { conditions: [condition('Failure', 'True', 'FailedCreate')] };

describe('wantsToRun', () => {
  it.each([
    ['Always', machine('Always'), undefined],
    ['Manual, asked to start', machine('Manual', START), undefined],
    ['Manual, with an instance', machine('Manual'), vmi()],
    ['Once, without an instance', machine('Once'), undefined],
    [
      'RerunOnFailure, on its first way up',
      machine('RerunOnFailure', { printableStatus: 'Starting' }),
      undefined,
    ],
    ['RerunOnFailure, its start refused', machine('RerunOnFailure', FAILED), undefined],
  ])('%s', (_, machine, instance) => expect(wantsToRun(machine, instance)).toBe(true));

  it.each([
    ['Halted', machine('Halted'), vmi('Running')],
    ['Manual', machine('Manual'), undefined],
    ['Once, when the guest is done', machine('Once'), vmi('Succeeded')],
    [
      'RerunOnFailure, when it ran before',
      machine('RerunOnFailure', { runStrategy: 'RerunOnFailure' }),
      undefined,
    ],
    ['RerunOnFailure, when nothing tells', machine('RerunOnFailure'), undefined],
    [
      'whatever is being deleted',
      machine('Always', {}, { deletionTimestamp: ago(1) }),
      vmi('Running'),
    ],
  ])('not %s', (_, machine, instance) => expect(wantsToRun(machine, instance)).toBe(false));
});

describe('isNotTakenUp', () => {
  const SEEN = { runStrategy: 'Always' };
  it.each([
    ['a start', machine('Always', { runStrategy: 'Halted' }), undefined, true],
    ['a start that an older release does not tell of', machine('Always'), undefined, true],
    ['a stop', machine('Halted', { ...SEEN, printableStatus: 'Running' }), vmi('Running'), true],
    [
      'a stop that is under way',
      machine('Halted', SEEN),
      vmi('Running', {}, { deletionTimestamp: ago(1) }),
      false,
    ],
    ['nothing', machine('Halted', { runStrategy: 'Halted' }), undefined, false],
    [
      'a start under way',
      machine('Always', { ...SEEN, printableStatus: 'Starting' }),
      vmi(),
      false,
    ],
    ['a start that was refused', machine('Always', FAILED), undefined, false],
  ])('%s', (_, one, instance, is) => expect(isNotTakenUp(one, instance)).toBe(is));
});
