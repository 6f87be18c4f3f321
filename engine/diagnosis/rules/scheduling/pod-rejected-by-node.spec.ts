import { ago, pod, run, vm, vmi } from '../../testing/factories';
import { podRejectedByNode } from './pod-rejected-by-node';

const rejected = (reason: string, message?: string, labels = {}) =>
  pod({
    metadata: { labels },
    spec: { nodeName: 'worker-2' },
    status: { phase: 'Failed', reason, message },
  });
const failed = { vm: vm(), vmi: vmi('Failed') };

describe('pod-rejected-by-node', () => {
  it.each([
    ['TopologyAffinityError', 'Resources cannot be allocated with Topology locality', /NUMA/],
    [
      'UnexpectedAdmissionError',
      'Pod was rejected: Allocate failed due to no healthy devices present; cannot allocate unhealthy devices nvidia.com/A10, which is unexpected',
      /not healthy/,
    ],
    ['OutOfcpu', "Pod was rejected: Node didn't have enough resource: cpu", /turned the/],
    ['SomethingNewer', 'Pod was rejected: for a reason of its own', /turned the/],
  ])('tells why the kubelet does not take it: %s', (reason, message, text) => {
    const [found] = run(podRejectedByNode, { ...failed, pods: [rejected(reason, message)] });
    expect(found).toMatchObject({
      confidence: 'certain',
      explanation: { params: { node: 'worker-2' } },
      evidence: [{ value: 'Failed' }, { value: reason }, { value: message }],
    });
    expect(found?.explanation.id).toMatch(text);
  });

  it('looks at the pod of the instance that failed last', () => {
    const failedPods = [rejected('OutOfmemory')];
    expect(run(podRejectedByNode, { vm: vm(), vmi: undefined, failedPods })).toMatchObject([
      { explanation: { params: { reason: 'OutOfmemory' } } },
    ]);
  });

  it.each([
    ['it runs', { vm: vm(), vmi: vmi('Running'), pods: [rejected('OutOfcpu')] }],
    [
      'it was the target of a migration',
      { ...failed, pods: [rejected('OutOfcpu', '', { 'kubevirt.io/migrationJobUID': 'm' })] },
    ],
    ['the node evicted it', { ...failed, pods: [rejected('Evicted', 'low on memory')] }],
    [
      'the node is short of a resource, which is a cause of its own',
      { ...failed, pods: [rejected('Evicted', 'Pod was rejected: The node had condition: [x]')] },
    ],
  ])('is silent when %s', (_, given) => expect(run(podRejectedByNode, given)).toEqual([]));

  describe('a container that is not made', () => {
    const waiting = (reason: string, minutes = 10) => ({
      vm: vm(),
      vmi: vmi('Scheduling'),
      pods: [
        pod({
          metadata: { creationTimestamp: ago(minutes) },
          spec: { nodeName: 'worker-2' },
          status: {
            phase: 'Pending',
            containerStatuses: [
              { name: 'compute', state: { waiting: { reason, message: 'busy' } } },
            ],
          },
        }),
      ],
    });

    it.each(['CreateContainerError', 'RunContainerError'])('is told: %s', (reason) =>
      expect(run(podRejectedByNode, waiting(reason))).toMatchObject([
        { explanation: { params: { node: 'worker-2', container: 'compute', reason: 'busy' } } },
      ]),
    );

    it.each([
      ['has just begun', waiting('CreateContainerError', 1)],
      ['waits for something else', waiting('ContainerCreating')],
    ])('is not while it %s', (_, given) => expect(run(podRejectedByNode, given)).toEqual([]));
  });
});
