import { condition, pod, run, vm, vmi } from '../../testing/factories';
import { launcherEvictedNodePressure } from './launcher-evicted-node-pressure';
import { launcherOomkilled } from './launcher-oomkilled';
import { pausedByUser } from './paused-by-user';

const ended = (container: string, reason: string, metadata = {}) =>
  pod({
    metadata,
    status: {
      phase: 'Failed',
      containerStatuses: [{ name: container, state: { terminated: { reason, exitCode: 137 } } }],
    },
  });
const TARGET = { labels: { 'kubevirt.io/migrationJobUID': 'm' } };

describe('launcher-oomkilled', () => {
  it.each([
    [
      'the failed instance still exists',
      { vmi: vmi('Failed'), pods: [ended('compute', 'OOMKilled')] },
    ],
    ['only the pod of the last try is left', { failedPods: [ended('compute', 'OOMKilled')] }],
  ])('%s', (_, given) => {
    expect(run(launcherOomkilled, { vm: vm(), ...given })).toMatchObject([
      { confidence: 'certain', evidence: [{ value: 'OOMKilled' }] },
    ]);
  });

  it.each([
    ['a helper container', { failedPods: [ended('virtiofs-data', 'OOMKilled')] }],
    ['another end', { failedPods: [ended('compute', 'Error')] }],
    ['the target of a migration', { failedPods: [ended('compute', 'OOMKilled', TARGET)] }],
    ['the guest runs again', { vmi: vmi('Running'), failedPods: [ended('compute', 'OOMKilled')] }],
  ])('is silent: %s', (_, given) => {
    expect(run(launcherOomkilled, { vm: vm(), ...given })).toEqual([]);
  });
});

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

describe('paused-by-user', () => {
  const paused = (reason: string) =>
    vmi('Running', { conditions: [condition('Paused', 'True', reason)] });
  it('is no fault', () => {
    expect(run(pausedByUser, { vmi: paused('PausedByUser') })).toMatchObject([
      { severity: 'info', verdict: 'stopped' },
    ]);
  });
  it.each(['PausedIOError', 'PausedByMigrationMonitor'])('leaves %s to others', (reason) => {
    expect(run(pausedByUser, { vmi: paused(reason) })).toEqual([]);
  });
});
