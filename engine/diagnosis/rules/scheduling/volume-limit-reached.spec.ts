import { clusterScoped, run } from '../../testing/factories';
import { NO_MATCH, refusedPod, worker } from '../../testing/scheduling';
import { volumeLimitReached } from './volume-limit-reached';

const FULL = '3 node(s) exceed max volume count';

describe('volume-limit-reached', () => {
  it.each([
    ['while the nodes cannot be read', []],
    ['where the nodes would else do', [worker('w1'), worker('w2'), worker('w3')]],
  ])('is told %s', (_, nodes) => {
    expect(run(volumeLimitReached, { ...refusedPod(FULL), nodes })).toMatchObject([
      { severity: 'critical', confidence: 'certain', blocking: true },
    ]);
  });

  it('is silent when the scheduler has another reason', () =>
    expect(run(volumeLimitReached, refusedPod(NO_MATCH))).toEqual([]));

  it('shows what the nodes can attach that would else do', () => {
    const csiNodes = ['w1', 'w9'].map((name) =>
      clusterScoped('storage.k8s.io/v1', 'CSINode', name, {
        spec: {
          drivers: [{ name: 'nfs.example' }, { name: 'rbd.example', allocatable: { count: 25 } }],
        },
      }),
    );
    const [finding] = run(volumeLimitReached, {
      ...refusedPod(FULL),
      nodes: [worker('w1')],
      csiNodes,
    });
    expect(finding?.explanation.params.limits).toBe('w1: 25 (rbd.example)');
    expect(finding?.evidence).toMatchObject([
      {},
      { path: '/spec/drivers/1/allocatable/count', value: '25' },
    ]);
  });
});
