import { event, lookup, missing, namespaced, pod, run, vm, vmi } from '../../testing/factories';
import { secretMissing } from './secret-missing';

const VOLUMES = ['spec', 'template', 'spec', 'volumes', 0];

const SECRET = { apiVersion: 'v1', kind: 'Secret', name: 'login' };

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

  it('tells a Secret for the setup of Windows without an answer file, as the launcher says', () => {
    const windows = of({ sysprep: { secret: { name: 'login' } } });
    const field = [...VOLUMES, 'sysprep', 'secret', 'name'];
    const there = { secrets: [lookup(namespaced('v1', 'Secret', 'login'), windows, ...field)] };
    const text =
      'command SyncVMI failed: "Sysprep drive should contain autounattend.xml or unattend.xml but neither were found."';
    const events = [event(vmi(), 'SyncFailed', text)];
    const facts = { ...given, ...there, vm: windows, vmi: vmi('Scheduled'), events };
    expect(run(secretMissing, facts)).toMatchObject([
      {
        explanation: { params: { kind: 'Secret', name: 'login', key: 'autounattend.xml' } },
      },
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
