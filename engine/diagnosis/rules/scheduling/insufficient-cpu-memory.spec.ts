import { condition, pod, run, vm, vmi } from '../../testing/factories';
import { itTellsOfRefusals, refusedPod, schedulerMessage, worker } from '../../testing/scheduling';
import { insufficientCpuMemory } from './insufficient-cpu-memory';

const NONE = '3 Insufficient memory';
const refused = refusedPod(NONE);

describe('insufficient-cpu-memory', () => {
  itTellsOfRefusals(insufficientCpuMemory, [
    ['memory', { ...refused, nodes: [worker('w0', {}, { memory: '64Gi' })] }, /asks for/],
    [
      'more than a node has',
      { ...refused, nodes: [worker('w0', {}, { memory: '4Gi' })] },
      /more than any node/,
    ],
    ['pod slots', refusedPod('3 Too many pods'), /asks for/],
  ]);

  it.each([
    [
      'a node that is not ready',
      '1 node(s) had untolerated taint {node.kubernetes.io/not-ready: }',
    ],
    ['a new node', '1 node(s) had taint {node.cloudprovider.kubernetes.io/uninitialized: true}'],
  ])('is likely while nobody may see %s', (_, group) => {
    const given = refusedPod(`${NONE}, ${group}`);
    const nodes = [worker('w0', {}, { memory: '4Gi' })];
    expect(run(insufficientCpuMemory, given)).toMatchObject([{ confidence: 'likely' }]);
    expect(run(insufficientCpuMemory, { ...given, nodes })).toMatchObject([
      { confidence: 'certain' },
    ]);
  });

  const unschedulable = condition('PodScheduled', 'False', 'Unschedulable', schedulerMessage(NONE));
  it.each([
    [
      'it is scheduled',
      { ...refused, pods: [pod({ status: { conditions: [condition('PodScheduled', 'True')] } })] },
    ],
    ['it is asked to be off', { ...refused, vm: vm({ spec: { runStrategy: 'Halted' } }) }],
    [
      'the instance alone says so',
      { vm: vm(), vmi: vmi('Pending', { conditions: [unschedulable] }) },
    ],
  ])('is silent when %s', (_, given) => expect(run(insufficientCpuMemory, given)).toEqual([]));
});
