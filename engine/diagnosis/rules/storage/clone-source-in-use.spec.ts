import { recordAt } from '../../../kubernetes';
import { event, run } from '../../testing/factories';
import { claim, dataVolume, diskFacts } from '../../testing/disks';
import { cloneSourceInUse } from './clone-source-in-use';

const CLONE = { source: { pvc: { namespace: 'images', name: 'golden' } }, storage: {} };

describe('clone-source-in-use', () => {
  const held = claim('Pending');
  const volume = dataVolume('CloneInProgress', [], CLONE);
  const inUse = event(
    held,
    'CloneSourceInUse',
    'pod images/virt-launcher-golden-vm-9wq4z using PersistentVolumeClaim golden',
  );

  it('names the pod and how to stop the virtual machine in it', () => {
    const [finding] = run(cloneSourceInUse, diskFacts({ volume, held, events: [inUse] }));
    expect(finding?.fixes[0]).toMatchObject({
      command: 'virtctl stop golden-vm -n images',
      risk: 'manual',
    });
  });

  it('knows the reason that older releases of CDI give', () => {
    const older = { ...inUse, reason: 'SmartCloneSourceInUse' };
    expect(run(cloneSourceInUse, diskFacts({ volume, held, events: [older] }))).toHaveLength(1);
  });

  it.each([
    ['the clone is done', { volume: dataVolume('Succeeded'), held, events: [inUse] }],
    [
      'it went on since',
      { volume, held, events: [event(held, 'CloneSucceeded', 'done', 1), inUse] },
    ],
    [
      'the copy has begun',
      {
        volume: { ...volume, status: { ...recordAt(volume, 'status'), progress: '4.1%' } },
        held,
        events: [inUse],
      },
    ],
    ['nothing was said', { volume, held }],
  ])('is silent when %s', (_, given) => {
    expect(run(cloneSourceInUse, diskFacts(given))).toEqual([]);
  });
});
