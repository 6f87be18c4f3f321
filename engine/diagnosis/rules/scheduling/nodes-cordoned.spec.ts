import { run } from '../../testing/factories';
import { itTellsOfRefusals, NO_MATCH, refusedPod, worker } from '../../testing/scheduling';
import { nodesCordoned } from './nodes-cordoned';

describe('nodes-cordoned', () => {
  itTellsOfRefusals(nodesCordoned, [
    [
      'cordoned nodes',
      {
        ...refusedPod('3 node(s) were unschedulable'),
        nodes: [worker('w0', {}, { memory: '64Gi' }, { unschedulable: true })],
      },
      /no new pods/,
    ],
  ]);

  it('is silent about nodes that take pods', () => {
    const nodes = [worker('w0', {}, { memory: '64Gi' })];
    expect(run(nodesCordoned, { ...refusedPod(NO_MATCH), nodes })).toEqual([]);
  });
});
