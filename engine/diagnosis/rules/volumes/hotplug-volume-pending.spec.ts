import { ago, condition, lookup, missing, namespaced, run, vm, vmi } from '../../testing/factories';
import { hotplugVolumePending } from './hotplug-volume-pending';

describe('hotplug-volume-pending', () => {
  const status = (fields: object) =>
    vmi('Running', {
      volumeStatus: [
        { name: 'rootdisk', target: 'vda' },
        { name: 'extra', ...fields },
      ],
      conditions: [condition('Ready', 'True')],
    });
  const NOT_FOUND = {
    phase: 'Pending',
    reason: 'FailedPvcNotFound',
    message: 'PVC extra not found',
  };

  it.each([
    [NOT_FOUND, /does not exist/],
    [{ phase: 'Pending', reason: 'PVCNotReady', message: 'PVC is in phase Lost' }, /no volume yet/],
  ])('%j', (fields, text) => {
    const [finding] = run(hotplugVolumePending, { vm: vm(), vmi: status(fields) });
    expect(finding?.severity).toBe('warning');
    expect(finding?.explanation.id).toMatch(text);
  });

  it('proves that the claim is absent where it was looked up', () => {
    const claims = [
      missing({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: 'extra' }, vm()),
    ];
    const [finding] = run(hotplugVolumePending, { vm: vm(), vmi: status(NOT_FOUND), claims });
    expect(finding?.evidence.at(-1)?.source).toBe('absent');
  });

  it.each([
    [4, 0],
    [120, 1],
  ])('a disk of which a third is written after %s minutes', (minutes, found) => {
    const filling = namespaced('cdi.kubevirt.io/v1beta1', 'DataVolume', 'extra', {
      metadata: { creationTimestamp: ago(minutes) },
      status: { phase: 'ImportInProgress', progress: '37.10%' },
    });
    const dataVolumes = [lookup(filling, vm())];
    const waiting = status({ phase: 'Pending', reason: 'PVCNotReady' });
    expect(run(hotplugVolumePending, { vm: vm(), vmi: waiting, dataVolumes })).toHaveLength(found);
  });

  it.each([
    [1, 0],
    [10, 1],
  ])('a disk whose claim was made %s minutes ago', (minutes, found) => {
    const claim = namespaced('v1', 'PersistentVolumeClaim', 'extra', {
      metadata: { creationTimestamp: ago(minutes) },
      status: { phase: 'Pending' },
    });
    const waiting = status({ phase: 'Pending', reason: 'PVCNotReady' });
    const facts = { vm: vm(), vmi: waiting, claims: [lookup(claim, vm())] };
    expect(run(hotplugVolumePending, facts)).toHaveLength(found);
  });

  it.each([
    ['the disk is ready', status({ phase: 'Ready', reason: 'VolumeReady' })],
    ['the virtual machine does not run', vmi('Scheduling', { volumeStatus: [NOT_FOUND] })],
    ['there is no instance', undefined],
  ])('is silent when %s', (_, instance) => {
    expect(run(hotplugVolumePending, { vm: vm(), vmi: instance })).toEqual([]);
  });
});
