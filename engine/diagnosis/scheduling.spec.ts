import { parseSchedulerMessage } from './scheduling';
import { schedulerMessage } from './testing/scheduling';

describe('parseSchedulerMessage', () => {
  it.each([
    ['one reason', '0/3 nodes are available: 3 Insufficient memory.', [[3, 'Insufficient memory']]],
    [
      'several, with a taint that holds a colon',
      schedulerMessage('2 Insufficient cpu'),
      [
        [2, 'Insufficient cpu'],
        [3, 'node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }'],
      ],
    ],
    ['another sentence', 'no nodes available to schedule pods', []],
    ['nothing', '', []],
  ])('%s', (_, text, groups) => {
    expect(parseSchedulerMessage(text).map(({ count, reason }) => [count, reason])).toEqual(groups);
  });
});
