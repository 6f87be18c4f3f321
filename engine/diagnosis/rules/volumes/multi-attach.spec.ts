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

  const attached = (desc: string) =>
    `AttachVolume.Attach failed for volume "pvc-1" : rpc error: ${desc}`;
  it.each([
    ["RESOURCE_IN_USE_BY_ANOTHER_RESOURCE): The disk resource 'd' is already being used by 'n2'"],
    ['operation error EC2: AttachVolume, api error VolumeInUse: vol-0 is already attached'],
    ['disk(d) already attached to node(n2), could not be attached to node(n1)'],
    ["Cannot attach the disk as it is already owned by VM 'n2'"],
    ['failed to attach cns volume: "The resource \'volume\' is in use."'],
    ['disk 0b1 is attached to a different instance (n2)'],
    ['volume 0b1 is attached to the wrong Droplet'],
    ['volume pvc-1 is already attached to node n2'],
  ])('at the attach: %s', (desc) => {
    const events = [event(waiting, 'FailedAttachVolume', attached(desc))];
    const [finding] = run(multiAttach, { ...given, events });
    expect(finding).toMatchObject({
      confidence: 'certain',
      explanation: { params: { disk: 'root', node: 'n1' } },
    });
  });

  it('on the node, as Ceph says it', () =>
    expect(
      run(multiAttach, {
        ...given,
        events: [
          event(
            waiting,
            'FailedMapVolume',
            'MapVolume.SetUpDevice failed for volume "pvc-1" : rpc error: code = Internal desc = rbd image pool/csi-vol-1 is still being used',
          ),
        ],
      }),
    ).toHaveLength(1));

  it.each([
    [attached('volume attachment is being deleted')],
    [attached('could not find the node')],
    [attached('max number of volumes (8) already attached to instance')],
    ['MountVolume.MountDevice failed for volume "pvc-1" : /dev/sdb is already mounted'],
  ])('is silent at another refusal: %s', (text) =>
    expect(
      run(multiAttach, { ...given, events: [event(waiting, 'FailedAttachVolume', text)] }),
    ).toEqual([]),
  );

  const other = (metadata = {}) =>
    namespaced('v1', 'Pod', 'other-pod', {
      metadata,
      spec: {
        nodeName: 'n2',
        volumes: [{ name: 'disk', persistentVolumeClaim: { claimName: 'root' } }],
      },
      status: { phase: 'Running' },
    });
  it('names the pod that has the disk, where the storage does not', () => {
    const events = [event(waiting, 'FailedAttachVolume', attached('already attached to node n2'))];
    const [finding] = run(multiAttach, { ...given, events, diskUsers: [other()] });
    expect(finding?.explanation.params).toMatchObject({ disk: 'root', holder: 'other-pod' });
    expect(finding?.evidence).toHaveLength(3);
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
