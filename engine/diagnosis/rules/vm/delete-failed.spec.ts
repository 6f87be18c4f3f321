import { ago, condition, event, run, vm, vmi } from '../../testing/factories';
import { deleteFailed } from './delete-failed';

const TEXT = 'Failure attempting to delete VMI: denied the request';
const failing = vm({
  status: { conditions: [condition('Failure', 'True', 'FailedDelete', TEXT)] },
});
const leaving = vm({ metadata: { deletionTimestamp: ago(30) } });
const said = event(leaving, 'FailedDelete', 'Error deleting virtual machine instance web: no');

describe('delete-failed', () => {
  it('reads the condition', () => {
    expect(run(deleteFailed, { vm: failing, vmi: vmi('Running') })).toMatchObject([
      { confidence: 'certain', explanation: { params: { reason: TEXT } } },
    ]);
  });
  it('reads the event of a VM that must go', () => {
    const given = { vm: leaving, vmi: vmi('Running'), events: [said] };
    expect(run(deleteFailed, given)).toMatchObject([{ confidence: 'likely' }]);
  });
  it.each([
    [
      'the instance is on its way out',
      { vm: failing, vmi: vmi('Running', {}, { deletionTimestamp: ago(1) }) },
    ],
    ['the instance is gone', { vm: failing }],
    ['the VM is wanted again', { vm: vm(), vmi: vmi('Running'), events: [said] }],
    ['it waits for its guest', { vm: leaving, vmi: vmi('Running') }],
  ])('is silent when %s', (_, given) => expect(run(deleteFailed, given)).toEqual([]));
});
