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
  it('tells a pod that was refused from one that was evicted', () => {
    const message = 'Pod was rejected: The node had condition: [DiskPressure]. ';
    const refused = pod({ status: { reason: 'Evicted', message } });
    expect(
      run(launcherEvictedNodePressure, { vmi: vmi('Failed'), pods: [refused] })[0]?.explanation.id,
    ).toMatch(/did not take/);
  });
  it('is silent for a pod that failed otherwise', () => {
    expect(
      run(launcherEvictedNodePressure, { vmi: vmi('Failed'), pods: [ended('compute', 'Error')] }),
    ).toEqual([]);
  });
});
