import { ago, condition, namespaced, run } from '../../testing/factories';
import { snapshotFailed } from './snapshot-failed';

const ASKED = { question: 'why did the snapshot fail?' };

const snapshot = (name: string, phase: string, minutes: number) =>
  namespaced('snapshot.kubevirt.io/v1beta1', 'VirtualMachineSnapshot', name, {
    metadata: { creationTimestamp: ago(minutes) },
    status: {
      phase,
      conditions:
        phase === 'Failed' ? [condition('Failure', 'True', 'snapshot deadline exceeded')] : [],
    },
  });

describe('snapshot-failed', () => {
  it('reads the reason, where the sentence stands', () => {
    expect(run(snapshotFailed, { snapshots: [snapshot('a', 'Failed', 5)] }, ASKED)).toMatchObject([
      { explanation: { params: { name: 'a', reason: 'snapshot deadline exceeded' } } },
    ]);
  });
  it('tells what keeps a snapshot from beginning', () => {
    const waiting = namespaced('snapshot.kubevirt.io/v1beta1', 'VirtualMachineSnapshot', 'a', {
      metadata: { creationTimestamp: ago(9) },
      status: {
        phase: 'InProgress',
        conditions: [
          condition('Progressing', 'False', 'Source not locked snapshot "b" in progress'),
        ],
      },
    });
    expect(run(snapshotFailed, { snapshots: [waiting] }, ASKED)).toMatchObject([
      { explanation: { params: { reason: 'Source not locked snapshot "b" in progress' } } },
    ]);
  });
  const spoilt = namespaced('snapshot.kubevirt.io/v1beta1', 'VirtualMachineSnapshot', 'night-1', {
    metadata: { creationTimestamp: ago(600) },
    status: {
      phase: 'Succeeded',
      readyToUse: false,
      error: { message: 'VolumeSnapshots (a) missing' },
    },
  });

  it('tells of one that was taken, and has lost what it is made of', () =>
    expect(run(snapshotFailed, { snapshots: [spoilt] }, ASKED)).toMatchObject([
      { explanation: { params: { name: 'night-1', reason: 'VolumeSnapshots (a) missing' } } },
    ]));

  it('looks at the one that is named, else at the newest', () => {
    const snapshots = [snapshot('night-10', 'Succeeded', 5), spoilt];
    const found = (question: string) => run(snapshotFailed, { snapshots }, { question });
    expect(found('why is snapshot night-1 not ready?')).toHaveLength(1);
    expect(found('why is snapshot night-10 not ready?')).toEqual([]);
    expect(found('did the snapshot work?')).toEqual([]);
  });

  it.each([
    ['it just began', [snapshot('a', 'InProgress', 1)], ASKED],
    ['nobody asks', [snapshot('a', 'Failed', 5)], {}],
    ['a newer one succeeded', [snapshot('a', 'Failed', 50), snapshot('b', 'Succeeded', 5)], ASKED],
  ])('is silent when %s', (_, snapshots, request) => {
    expect(run(snapshotFailed, { snapshots }, request)).toEqual([]);
  });
});
