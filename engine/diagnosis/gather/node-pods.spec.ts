import { objectReader } from '../../kubernetes';
import { pod, vm, vmi } from '../testing/factories';
import { refusedPod, worker } from '../testing/scheduling';
import { readNodePods } from './node-pods';
import { situationOf } from './situation';

const request = { namespace: 'ns', vmName: 'web' };
const nodes = [worker('w1', {}, { memory: '8Gi' }), worker('w2', {}, { memory: '8Gi' })];
const onNode = pod({ spec: { nodeName: 'w1', containers: [] } }, 'tenant');

const read = (reasons: string, left: number, all = nodes) => {
  const reader = objectReader([onNode]);
  const situation = {
    ...situationOf(reader, request, vm(), vmi('Scheduling'), []),
    wantsAll: false,
  };
  return readNodePods(situation, reader, refusedPod(reasons).pods, all, [], left);
};

describe('readNodePods', () => {
  it('reads the pods of the nodes that would do but for their room', async () => {
    const { value, missed } = await read('2 Insufficient memory', 2);
    expect(value?.map(({ metadata }) => metadata)).toEqual([{ name: 'tenant', namespace: 'ns' }]);
    expect(missed).toEqual([]);
  });

  it('leaves it to the scheduler when that takes too many reads, and says so', async () => {
    const { value, missed } = await read('2 Insufficient memory', 1);
    expect(value).toBeUndefined();
    expect(missed).toMatchObject([{ reason: 'deadline', because: { params: { count: 2 } } }]);
  });

  it.each([
    ['room is not what lacks', '2 node(s) were unschedulable', nodes],
    ['no node is known', '2 Insufficient memory', []],
  ])('reads nothing when %s', async (_, reasons, all) => {
    expect(await read(reasons, 9, all)).toEqual({ value: [], missed: [] });
  });
});
