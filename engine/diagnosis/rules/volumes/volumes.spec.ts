import {
  ago,
  condition,
  event,
  lookup,
  missing,
  namespaced,
  pod,
  run,
  vm,
  vmi,
} from '../../testing/factories';
import { configmapMissing } from './configmap-missing';
import { hotplugAttachStuck } from './hotplug-attach-stuck';
import { hotplugVolumePending } from './hotplug-volume-pending';
import { multiAttach } from './multi-attach';
import { secretMissing } from './secret-missing';
import { volumeMountFailed } from './volume-mount-failed';

const VOLUMES = ['spec', 'template', 'spec', 'volumes', 0];
const SECRET = { apiVersion: 'v1', kind: 'Secret', name: 'login' };
const CONFIG = { apiVersion: 'v1', kind: 'ConfigMap', name: 'answers' };
const waiting = pod({ spec: { nodeName: 'n1' }, status: { phase: 'Pending' } });

describe('secret-missing', () => {
  const of = (volume: object) => vm({ template: { volumes: [{ name: 'v', ...volume }] } });
  const noCloud = of({ cloudInitNoCloud: { secretRef: { name: 'login' } } });
  const path = [...VOLUMES, 'cloudInitNoCloud', 'secretRef', 'name'];
  const given = {
    vm: noCloud,
    vmi: vmi('Scheduling'),
    secrets: [missing(SECRET, noCloud, ...path)],
    pods: [waiting],
  };
  const mount = (kind: string, name: string) =>
    event(
      waiting,
      'FailedMount',
      `MountVolume.SetUp failed for volume "v-udata" : ${kind} "${name}" not found`,
    );

  it('is blocking when the kubelet says so', () => {
    const [finding] = run(secretMissing, { ...given, events: [mount('secret', 'login')] });
    expect(finding).toMatchObject({ severity: 'critical', confidence: 'certain', blocking: true });
    expect(finding?.fixes[0]).toMatchObject({
      risk: 'manual',
      command: 'oc create secret generic login --from-file=userdata -n ns',
    });
  });

  it('is found before the pod gets there, as a cause that comes later', () => {
    expect(run(secretMissing, { ...given, pods: [] })[0]?.blocking).toBe(false);
    const other = { ...given, events: [mount('secret', 'log')] };
    expect(run(secretMissing, other)[0]?.blocking).toBe(false);
  });

  it('asks for the key that the field needs', () => {
    const field = [...VOLUMES, 'cloudInitNoCloud', 'networkDataSecretRef', 'name'];
    const network = of({ cloudInitNoCloud: { networkDataSecretRef: { name: 'login' } } });
    const facts = { ...given, vm: network, secrets: [missing(SECRET, network, ...field)] };
    expect(run(secretMissing, facts)[0]?.explanation.params.name).toBe('login');
    expect(run(secretMissing, facts)[0]?.fixes[0]?.command).toContain('--from-file=networkdata');
  });

  it('tells a Secret that lacks the key, as the kubelet says', () => {
    const there = { secrets: [lookup(namespaced('v1', 'Secret', 'login'), noCloud, ...path)] };
    const text =
      'MountVolume.SetUp failed for volume "v-udata" : references non-existent secret key: userdata';
    const events = [event(waiting, 'FailedMount', text)];
    expect(run(secretMissing, { ...given, ...there, events })).toMatchObject([
      { confidence: 'certain', explanation: { params: { name: 'login', key: 'userdata' } } },
    ]);
  });

  const optional = of({ secret: { secretName: 'login', optional: true } });
  it.each([
    ['it exists', { secrets: [lookup(namespaced('v1', 'Secret', 'login'), noCloud, ...path)] }],
    [
      'it is optional',
      {
        vm: optional,
        secrets: [missing(SECRET, optional, ...VOLUMES, 'secret', 'secretName')],
      },
    ],
    ['the virtual machine runs', { vmi: vmi('Running') }],
  ])('is silent when %s', (_, change) => {
    expect(run(secretMissing, { ...given, ...change })).toEqual([]);
  });
});

describe('configmap-missing', () => {
  const windows = vm({ template: { volumes: [{ sysprep: { configMap: { name: 'answers' } } }] } });
  const given = {
    vm: windows,
    vmi: vmi('Scheduling'),
    configMaps: [missing(CONFIG, windows, ...VOLUMES, 'sysprep', 'configMap', 'name')],
    pods: [waiting],
  };

  it('is blocking when the kubelet says so, and asks for an answer file', () => {
    const events = [
      event(waiting, 'FailedMount', 'for volume "v" : configmap "answers" not found'),
    ];
    const [finding] = run(configmapMissing, { ...given, events });
    expect(finding?.blocking).toBe(true);
    expect(finding?.fixes[0]?.command).toContain('autounattend.xml');
  });

  it('is silent when nobody asks the VM to run', () => {
    const halted = vm({ spec: { runStrategy: 'Halted' } });
    expect(run(configmapMissing, { ...given, vm: halted, vmi: undefined })).toEqual([]);
  });
});

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
});

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
    ['the disk is ready', status({ phase: 'Ready', reason: 'VolumeReady' })],
    ['the virtual machine does not run', vmi('Scheduling', { volumeStatus: [NOT_FOUND] })],
    ['there is no instance', undefined],
  ])('is silent when %s', (_, instance) => {
    expect(run(hotplugVolumePending, { vm: vm(), vmi: instance })).toEqual([]);
  });
});

describe('volume-mount-failed', () => {
  const says = (reason: string, text: string, minutes = 2) => event(waiting, reason, text, minutes);
  const DEVICE = 'MapVolume.SetUpDevice failed for volume "pvc-1" : rpc error: code = Internal';
  const TIMEOUT = 'Unable to attach or mount volumes: unmounted volumes=[root]: timed out waiting';
  const given = { vm: vm(), vmi: vmi('Scheduling'), pods: [waiting] };

  it.each([
    [[says('FailedMount', TIMEOUT, 1), says('FailedMapVolume', DEVICE)], 'pvc-1', 'certain'],
    [[says('FailedMount', TIMEOUT)], 'root', 'likely'],
  ])('prefers the event that says why', (events, volume, confidence) => {
    const [finding] = run(volumeMountFailed, { ...given, events });
    expect(finding).toMatchObject({ confidence, explanation: { params: { volume, node: 'n1' } } });
  });

  it.each([
    ['a Secret is missing', [says('FailedMount', `${DEVICE}: secret "s" not found`)]],
    ['it is a moment at every start', [says('FailedMount', 'failed to sync configmap cache')]],
    [
      'volumes were mounted since',
      [says('Pulling', 'Pulling image', 1), says('FailedMapVolume', DEVICE)],
    ],
    ['nothing was said', []],
  ])('is silent when %s', (_, events) => {
    expect(run(volumeMountFailed, { ...given, events })).toEqual([]);
  });
});

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
});
