import { condition, event, namespaced, run, vm } from '../../testing/factories';
import { cloneFailed } from './clone-failed';

const clone = (phase: string, reason = 'Still processing') =>
  namespaced('clone.kubevirt.io/v1beta1', 'VirtualMachineClone', 'c1', {
    status: { phase, conditions: [condition('Ready', 'False', reason)] },
  });
const unsupported = 'Virtual Machine volume root does not support snapshots';

describe('clone-failed', () => {
  it.each([
    ['its condition', { clones: [clone('Unknown', unsupported)] }, unsupported],
    [
      'an event of type Normal',
      {
        clones: [clone('Unknown')],
        events: [event(clone(''), 'SourceDoesNotExist', 'Source does not exist', 2, 'Normal')],
      },
      'Source does not exist',
    ],
  ])('is read from %s', (_, given, reason) => {
    expect(run(cloneFailed, { vm: vm(), ...given })).toMatchObject([
      { severity: 'warning', confidence: 'certain', explanation: { params: { reason } } },
    ]);
  });
  it('may not say why', () => {
    expect(run(cloneFailed, { clones: [clone('Failed')] })).toMatchObject([
      { confidence: 'likely' },
    ]);
  });
  it.each([
    ['it goes on', [clone('SnapshotInProgress')]],
    ['it succeeded', [clone('Succeeded', unsupported)]],
    ['there is none', []],
  ])('is silent when %s', (_, clones) => expect(run(cloneFailed, { clones })).toEqual([]));
});
