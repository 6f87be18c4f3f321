import { ago, condition, vm, vmi } from './testing/factories';
import { wantsToRun } from './intent';

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
