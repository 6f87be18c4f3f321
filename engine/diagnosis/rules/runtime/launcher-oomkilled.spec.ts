import { run, vm, vmi } from '../../testing/factories';
import { ended } from '../../testing/launchers';
import { launcherOomkilled } from './launcher-oomkilled';

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
