import { run, vm } from '../../testing/factories';
import { claim, dataVolume, diskFacts } from '../../testing/disks';
import { waitingPod } from '../../testing/scheduling';
import { wffcUnschedulable } from './wffc-unschedulable';

describe('wffc-unschedulable', () => {
  const refused = (reason: string) =>
    waitingPod('Unschedulable', `0/3 nodes are available: 3 ${reason}.`);
  const NO_VOLUME = "node(s) didn't find available persistent volumes to bind";
  const disk = diskFacts({
    volume: dataVolume('WaitForFirstConsumer'),
    held: claim('Pending', { storageClassName: 'local' }),
  });

  it('names the disk and its class', () => {
    const [finding] = run(wffcUnschedulable, { ...disk, ...refused(NO_VOLUME) });
    expect(finding?.explanation.params).toEqual({ disk: 'root', class: 'local' });
  });

  it('is found from the scheduler alone', () => {
    const given = { vm: vm(), ...refused('node(s) did not have enough free storage') };
    expect(run(wffcUnschedulable, given)[0]?.explanation.params).toEqual({});
  });

  it('is silent about other reasons', () => {
    expect(run(wffcUnschedulable, { ...disk, ...refused('Insufficient cpu') })).toEqual([]);
  });
});
