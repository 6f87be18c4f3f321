import { pod, run, vm, vmi } from '../../testing/factories';
import { launcherImagePull } from './launcher-image-pull';

const waiting = (name: string, message: string, reason = 'ImagePullBackOff') =>
  pod({
    status: {
      phase: 'Pending',
      containerStatuses: [{ name, state: { waiting: { reason, message } } }],
    },
  });
const given = { vm: vm(), vmi: vmi('Scheduling') };

describe('launcher-image-pull', () => {
  it.each(['compute', 'guest-console-log', 'container-disk-binary', 'virtiofs-share'])(
    'is found for container %s',
    (name) => {
      const [finding] = run(launcherImagePull, { ...given, pods: [waiting(name, 'i/o timeout')] });
      expect(finding).toMatchObject({ confidence: 'certain', blocking: true });
      expect(finding?.explanation.params).toMatchObject({ container: name, reason: 'i/o timeout' });
      expect(finding?.evidence[0]?.value).toBe('i/o timeout');
    },
  );

  it.each([
    ['it is the image of a disk', { pods: [waiting('volumerootdisk', 'i/o timeout')] }],
    ['it is a sidecar of the user', { pods: [waiting('hook-sidecar-0', 'i/o timeout')] }],
    ['the container is being made', { pods: [waiting('compute', '', 'ContainerCreating')] }],
    [
      'the virtual machine runs',
      { vmi: vmi('Running'), pods: [waiting('guest-console-log', 'i/o timeout')] },
    ],
    [
      'nobody asks the VM to run',
      {
        vm: vm({ spec: { runStrategy: 'Halted' } }),
        vmi: undefined,
        pods: [waiting('compute', 'i/o timeout')],
      },
    ],
    ['there is no pod', { pods: [] }],
  ])('is silent when %s', (_, change) => {
    expect(run(launcherImagePull, { ...given, ...change })).toEqual([]);
  });
});
