import { pod, run, vmi } from '../../testing/factories';
import { ended } from '../../testing/launchers';
import { launcherEvictedNodePressure } from './launcher-evicted-node-pressure';

describe('launcher-evicted-node-pressure', () => {
  const evicted = pod({
    spec: { nodeName: 'w1' },
    status: { reason: 'Evicted', message: 'The node was low on resource: memory.' },
  });
  it('names the node', () => {
    expect(run(launcherEvictedNodePressure, { vmi: vmi('Failed'), pods: [evicted] })).toMatchObject(
      [{ explanation: { params: { node: 'w1' } } }],
    );
  });
  it('is silent for a pod that failed otherwise', () => {
    expect(
      run(launcherEvictedNodePressure, { vmi: vmi('Failed'), pods: [ended('compute', 'Error')] }),
    ).toEqual([]);
  });
});
