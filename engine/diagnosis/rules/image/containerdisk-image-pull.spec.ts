import { uidOf } from '../../../kubernetes';
import { ago, event, namespaced, pod, run, vm, vmi } from '../../testing/factories';
import { containerdiskImagePull } from './containerdisk-image-pull';

const machine = vm({
  template: { volumes: [{ name: 'rootdisk', containerDisk: { image: 'quay.example/os:1' } }] },
});

const waiting = (name: string, message: string, reason = 'ImagePullBackOff') =>
  pod({
    status: {
      phase: 'Pending',
      initContainerStatuses: [{ name, state: { waiting: { reason, message } } }],
      containerStatuses: [{ name: 'compute', state: { waiting: { reason: 'PodInitializing' } } }],
    },
  });

describe('containerdisk-image-pull', () => {
  const given = { vm: machine, vmi: vmi('Scheduling') };

  it.each([
    ['manifest unknown', /name and tag/],
    ['unauthorized: authentication required', /credentials/],
    ['toomanyrequests: You have reached your pull rate limit', /no more pulls/],
    ['x509: certificate signed by unknown authority', /not trusted/],
    ['dial tcp: lookup quay.example: no such host', /does not reach/],
    ['no match for platform in manifest', /architecture/],
    ['Back-off pulling image "quay.example/os:1"', /cannot be pulled\.$/],
  ])('%s', (message, text) => {
    const [finding] = run(containerdiskImagePull, {
      ...given,
      pods: [waiting('volumerootdisk-init', message)],
    });
    expect(finding?.explanation.id).toMatch(text);
    expect(finding?.explanation.params).toEqual({ disk: 'rootdisk', image: 'quay.example/os:1' });
    expect(finding).toMatchObject({ severity: 'critical', confidence: 'certain', blocking: true });
  });

  it('reads the reason from the event when the container only backs off', () => {
    const launcher = waiting('volumerootdisk', 'Back-off pulling image "quay.example/os:1"');
    const said = 'Failed to pull image "quay.example/os:1": manifest unknown';
    const events = [event(launcher, 'Failed', said)];
    const [finding] = run(containerdiskImagePull, { ...given, pods: [launcher], events });
    expect(finding?.explanation.id).toMatch(/name and tag/);
    expect(finding?.evidence[1]?.value).toBe(said);
  });

  it('is a warning on the target of a migration, for the guest goes on running', () => {
    const move = namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'move');
    const metadata = {
      creationTimestamp: ago(5),
      labels: { 'kubevirt.io/migrationJobUID': uidOf(move) },
    };
    const { status } = waiting('volumerootdisk', 'manifest unknown');
    const pods = [pod({ metadata, status }, 'virt-launcher-web-target')];
    const moving = { vm: machine, vmi: vmi('Running'), pods, migrations: [move] };
    expect(run(containerdiskImagePull, moving)).toMatchObject([
      { severity: 'warning', fixes: [{ risk: 'manual' }] },
    ]);
  });

  it.each([
    ['it is the image of the launcher', { pods: [waiting('compute', 'manifest unknown')] }],
    ['the image comes', { pods: [waiting('volumerootdisk', '', 'PodInitializing')] }],
    [
      'the virtual machine runs',
      {
        vmi: vmi('Running'),
        pods: [waiting('volumerootdisk', 'manifest unknown')],
      },
    ],
    ['there is no pod', { pods: [] }],
  ])('is silent when %s', (_, change) => {
    expect(run(containerdiskImagePull, { ...given, ...change })).toEqual([]);
  });
});
