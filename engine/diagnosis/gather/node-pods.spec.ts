import {
  nameOf,
  namespaceOf,
  objectReader,
  OPT_OUT_LABEL,
  type KubeObject,
  type Obstacle,
} from '../../kubernetes';
import { clusterScoped, pod, vm, vmi } from '../testing/factories';
import { refusedPod, worker } from '../testing/scheduling';
import { readNodePods } from './node-pods';
import { situationOf } from './situation';

const request = { namespace: 'ns', vmName: 'web' };
const nodes = [worker('w1', {}, { memory: '8Gi' }), worker('w2', {}, { memory: '8Gi' })];
const onNode = pod({ spec: { nodeName: 'w1', containers: [] } }, 'tenant');

type Rest = { objects?: KubeObject[]; obstacle?: Obstacle; forModel?: boolean };

const read = (
  reasons: string,
  left: number,
  all = nodes,
  { objects = [onNode], obstacle, forModel = false }: Rest = {},
) => {
  const reader = objectReader(objects, obstacle);
  const situation = {
    ...situationOf(reader, request, vm(), vmi('Scheduling'), []),
    wantsAll: false,
    forModel,
  };
  return readNodePods(situation, reader, refusedPod(reasons).pods, all, [], left);
};

describe('readNodePods', () => {
  it('reads the pods of the nodes that would do but for their room', async () => {
    const { value, missed } = await read('2 Insufficient memory', 3);
    expect(value?.map(({ metadata }) => metadata)).toEqual([{ name: 'tenant', namespace: 'ns' }]);
    expect(missed).toEqual([]);
  });

  it.each([
    ['a project that is left out', false, undefined, ['ns/tenant', 'open/tenant', '/']],
    ['no labels', false, 'forbidden', ['ns/tenant', 'open/tenant', 'out/tenant']],
    ['no labels, for a model', true, 'forbidden', ['ns/tenant', '/', '/']],
  ] as const)('counts pods without their names: %s', async (_, forModel, reason, names) => {
    const inProject = (namespace: string): KubeObject =>
      pod({ spec: { nodeName: 'w1', containers: [] }, metadata: { namespace } }, 'tenant');
    const objects = [
      ...['ns', 'open', 'out'].map(inProject),
      clusterScoped('v1', 'Namespace', 'open'),
      clusterScoped('v1', 'Namespace', 'out', { metadata: { labels: { [OPT_OUT_LABEL]: '' } } }),
    ];
    const obstacle: Obstacle = ({ plural }) =>
      plural === 'namespaces' && reason !== undefined ? { reason, message: '' } : undefined;
    const { value } = await read('2 Insufficient memory', 3, nodes, {
      objects,
      obstacle,
      forModel,
    });
    expect(value?.map((one) => `${namespaceOf(one) ?? ''}/${nameOf(one)}`)).toEqual(names);
  });

  it('leaves it to the scheduler when that takes too many reads, and says so', async () => {
    const { value, missed } = await read('2 Insufficient memory', 2);
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
