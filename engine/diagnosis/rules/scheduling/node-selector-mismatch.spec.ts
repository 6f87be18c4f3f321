import { run } from '../../testing/factories';
import { itTellsOfRefusals, NO_MATCH, refusedPod, worker } from '../../testing/scheduling';
import { nodeSelectorMismatch } from './node-selector-mismatch';

const DISK = { disktype: 'ssd', 'kubevirt.io/schedulable': 'true' };
const schedulable = worker('w0', { 'kubevirt.io/schedulable': 'true' }, { memory: '64Gi' });

describe('node-selector-mismatch', () => {
  itTellsOfRefusals(nodeSelectorMismatch, [
    [
      'a label no node has',
      { ...refusedPod(NO_MATCH, DISK), nodes: [schedulable] },
      /label {{key}}/,
    ],
    ['a label, nodes unread', refusedPod(NO_MATCH, DISK), /cannot be told/],
    [
      'labels on different nodes',
      {
        ...refusedPod(NO_MATCH, { disktype: 'ssd', rack: 'r1' }),
        nodes: [worker('w0', { rack: 'r1' }), worker('w1', { disktype: 'ssd' })],
      },
      /Each label/,
    ],
  ]);

  it('is silent about a label that KubeVirt adds', () => {
    const refused = refusedPod(NO_MATCH, { 'cpu-model.node.kubevirt.io/Foo': 'true' });
    expect(run(nodeSelectorMismatch, { ...refused, nodes: [schedulable] })).toEqual([]);
  });
});
