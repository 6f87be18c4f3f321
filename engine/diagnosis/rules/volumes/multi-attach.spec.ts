import { ago, event, lookup, namespaced, pod, run, vm, vmi } from '../../testing/factories';
import { refusedPod } from '../../testing/scheduling';
import { multiAttach } from './multi-attach';

const waiting = pod({ spec: { nodeName: 'n1' }, status: { phase: 'Pending' } });

describe('multi-attach', () => {
  const attach = (rest: string, minutes = 2) =>
    event(waiting, 'FailedAttachVolume', `Multi-Attach error for volume "pvc-1" ${rest}`, minutes);
  const held = namespaced('v1', 'PersistentVolumeClaim', 'root', {
    spec: { volumeName: 'pvc-1', accessModes: ['ReadWriteOnce'] },
  });
  const shared = { ...held, spec: { volumeName: 'pvc-1', accessModes: ['ReadWriteMany'] } };
  const begun = pod({
    spec: { nodeName: 'n1' },
    status: { phase: 'Pending', containerStatuses: [{ state: { running: {} } }] },
  });
  const given = { vm: vm(), vmi: vmi('Scheduling'), pods: [waiting], claims: [lookup(held, vm())] };

  it.each([
    [
      'Volume is already used by pod(s) other-pod',
      { disk: 'root', node: 'n1', holder: 'other-pod' },
    ],
    [
      "Volume is already exclusively attached to one node and can't be attached to another",
      { disk: 'root', node: 'n1' },
    ],
  ])('%s', (rest, params) => {
    const [finding] = run(multiAttach, { ...given, events: [attach(rest)] });
    expect(finding?.explanation.params).toEqual(params);
    expect(finding?.blocking).toBe(true);
  });

  it.each([
    [
      'the volume was attached since',
      {
        events: [
          event(
            waiting,
            'SuccessfulAttachVolume',
            'AttachVolume.Attach succeeded for volume "pvc-1"',
            1,
            'Normal',
          ),
          attach('x'),
        ],
      },
    ],
    [
      'another pod said so',
      {
        events: [
          event(pod({}, 'virt-launcher-web-zzzzz'), 'FailedAttachVolume', 'Multi-Attach error'),
        ],
      },
    ],
    ['the virtual machine runs', { vmi: vmi('Running'), events: [attach('x')] }],
  ])('is silent when %s', (_, change) => {
    expect(run(multiAttach, { ...given, ...change })).toEqual([]);
  });

  const other = (metadata = {}) =>
    namespaced('v1', 'Pod', 'other-pod', {
      metadata,
      spec: {
        nodeName: 'n2',
        volumes: [{ name: 'disk', persistentVolumeClaim: { claimName: 'root' } }],
      },
      status: { phase: 'Running' },
    });
  it('is likely without an event, when another pod has the disk for long', () => {
    expect(run(multiAttach, { ...given, diskUsers: [other()] })).toMatchObject([
      { confidence: 'likely', explanation: { params: { holder: 'other-pod' } } },
    ]);
  });
  it.each([
    ['the pod is young', { pods: [{ ...waiting, metadata: { creationTimestamp: ago(1) } }] }],
    ['the disk is for many nodes', { claims: [lookup(shared, vm())] }],
    ['the containers began', { pods: [begun] }],
  ])('is silent without an event when %s', (_, change) => {
    expect(run(multiAttach, { ...given, diskUsers: [other()], ...change })).toEqual([]);
  });

  describe('within the time that a disk takes to change nodes', () => {
    const young = pod({
      metadata: { creationTimestamp: ago(1) },
      spec: { nodeName: 'n1' },
      status: { phase: 'Pending' },
    });
    const said = { ...given, pods: [young], events: [attach('is used by pod(s) other-pod', 1)] };
    it.each([
      ['another pod uses the disk', [other()], 1],
      ['no pod is left that uses it', [], 0],
      ['the other pod is being deleted', [other({ deletionTimestamp: ago(1) })], 0],
    ])('%s', (_, diskUsers, found) =>
      expect(run(multiAttach, { ...said, diskUsers })).toHaveLength(found),
    );
  });

  describe('a disk for one pod', () => {
    const alone = namespaced('v1', 'PersistentVolumeClaim', 'root', {
      spec: { accessModes: ['ReadWriteOncePod'] },
    });
    const refused = refusedPod(
      '3 node has pod using PersistentVolumeClaim with the same name and ReadWriteOncePod access mode',
    );
    const claims = [lookup(alone, vm())];

    it.each([
      ['the pod that uses it', [other()], { disk: 'root', holder: 'other-pod' }],
      ['that one does, where it could not be read', [], { disk: 'root' }],
    ])('tells %s', (_, diskUsers, params) => {
      const [finding] = run(multiAttach, { ...refused, claims, diskUsers });
      expect(finding).toMatchObject({ confidence: 'certain', blocking: true });
      expect(finding?.explanation.params).toEqual(params);
    });

    it('is silent while the pod waits for something else', () =>
      expect(
        run(multiAttach, { ...refusedPod('3 Insufficient memory'), claims, diskUsers: [other()] }),
      ).toEqual([]));
  });
});
