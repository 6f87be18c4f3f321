import { parseSchedulerMessage, toldByMessage } from './scheduling';
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

describe('what a message tells to who may not read nodes', () => {
  it.each([
    ['of room', '1 node(s) were unschedulable, 2 Insufficient memory', ['Insufficient memory']],
    [
      'of a disk',
      '3 node(s) had volume node affinity conflict',
      ['node(s) had volume node affinity conflict'],
    ],
    [
      'nothing of a disk that may lie on a node that is cordoned',
      '1 node(s) were unschedulable, 2 node(s) had volume node affinity conflict',
      [],
    ],
    [
      'nothing of a card that one that is tainted may have',
      '1 node(s) had untolerated taint {a: b}, 2 Insufficient vendor.com/gpu',
      [],
    ],
  ])('%s', (_, reasons, told) => {
    const groups = parseSchedulerMessage(`0/3 nodes are available: ${reasons}.`);
    expect(toldByMessage(groups).map(({ reason }) => reason)).toEqual(told);
  });
});
