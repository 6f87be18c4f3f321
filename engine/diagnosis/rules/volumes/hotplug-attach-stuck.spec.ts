import { ago, condition, event, namespaced, run, vm, vmi } from '../../testing/factories';
import { hotplugAttachStuck } from './hotplug-attach-stuck';

describe('hotplug-attach-stuck', () => {
  const attachment = (phase: string, minutes = 10) =>
    namespaced('v1', 'Pod', 'hp-volume-x', {
      metadata: { creationTimestamp: ago(minutes) },
      status: { phase },
    });
  const instance = vmi('Running', {
    nodeName: 'n1',
    volumeStatus: [{ name: 'extra', hotplugVolume: { attachPodName: 'hp-volume-x' } }],
  });
  const stuck = attachment('Pending');
  const given = { vm: vm(), vmi: instance, hotplugPods: [stuck] };

  it.each([
    ['FailedMount', 'certain'],
    ['Pulled', 'likely'],
  ])('with event %s it is %s', (reason, confidence) => {
    const events = [event(stuck, reason, 'text')];
    const [finding] = run(hotplugAttachStuck, { ...given, events });
    expect(finding).toMatchObject({ severity: 'warning', confidence });
  });

  const REFUSED = 'failed to mount filesystem hotplug volume extra: lstat disk.img: no such file';
  const runs = { ...given, hotplugPods: [attachment('Running')] };
  it.each([
    [
      'a condition',
      'certain',
      {
        vmi: vmi('Running', {
          volumeStatus: [
            {
              name: 'extra',
              phase: 'AttachedToNode',
              hotplugVolume: { attachPodName: 'hp-volume-x' },
            },
          ],
          conditions: [condition('Synchronized', 'False', 'Failed', REFUSED)],
        }),
      },
    ],
    ['an event', 'likely', { events: [event(instance, 'SyncFailed', REFUSED)] }],
  ])('%s says that the disk does not get into the pod', (_, confidence, change) => {
    expect(run(hotplugAttachStuck, { ...runs, ...change })).toMatchObject([
      { confidence, explanation: { params: { reason: 'lstat disk.img: no such file' } } },
    ]);
  });

  it('is silent about a disk that got in since, and about another one', () => {
    const ready = vmi('Running', {
      volumeStatus: [
        { name: 'extra', phase: 'Ready', hotplugVolume: { attachPodName: 'hp-volume-x' } },
      ],
    });
    const events = [event(ready, 'SyncFailed', REFUSED)];
    expect(run(hotplugAttachStuck, { ...runs, vmi: ready, events })).toEqual([]);
    const other = [event(instance, 'SyncFailed', REFUSED.replace('extra', 'other'))];
    expect(run(hotplugAttachStuck, { ...runs, events: other })).toEqual([]);
  });

  it.each([
    ['it has not waited long', { hotplugPods: [attachment('Pending', 1)] }],
    ['it runs', { hotplugPods: [attachment('Running')] }],
    ['the pod is for another disk', { vmi: vmi('Running') }],
  ])('is silent when %s', (_, change) => {
    expect(run(hotplugAttachStuck, { ...given, ...change })).toEqual([]);
  });

  describe('a disk that is in the launcher pod', () => {
    const NO_SLOT = condition(
      'Synchronized',
      'False',
      'Synchronizing with the Domain failed.',
      `command SyncVMI failed: "LibvirtError(Code=1, Domain=20, Message='no slot')"`,
    );
    const volume = (name: string, phase: string) => ({
      name,
      phase,
      hotplugVolume: { attachPodName: 'hp-volume-x' },
    });
    const instance = (phase: string, ...conditions: object[]) =>
      vmi('Running', {
        conditions,
        volumeStatus: [volume('first', 'Ready'), volume('extra', phase)],
      });

    it('is not taken by the guest, as virt-handler says', () =>
      expect(
        run(hotplugAttachStuck, { ...runs, vmi: instance('MountedToPod', NO_SLOT) }),
      ).toMatchObject([
        { confidence: 'certain', explanation: { params: { volume: 'extra', reason: 'no slot' } } },
      ]));

    it.each([
      ['nothing is said', instance('MountedToPod')],
      ['it is not there yet', instance('AttachedToNode', NO_SLOT)],
      ['it is ready', instance('Ready', NO_SLOT)],
    ])('is left alone while %s', (_, found) =>
      expect(run(hotplugAttachStuck, { ...runs, vmi: found })).toEqual([]),
    );
  });
});
