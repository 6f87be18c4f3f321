import { ago, event, pod, run, vm, vmi } from '../../testing/factories';
import { volumeMountFailed } from './volume-mount-failed';

const waiting = pod({ spec: { nodeName: 'n1' }, status: { phase: 'Pending' } });

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
    [
      'only the summary is left beside it, however it ends',
      [
        says('FailedMount', 'unmounted volumes=[root], failed to process volumes=[]: context', 1),
        says('FailedMount', `${DEVICE}: secret "s" not found`),
      ],
    ],
    ['it is a moment at every start', [says('FailedMount', 'failed to sync configmap cache')]],
    [
      'volumes were mounted since',
      [says('Pulling', 'Pulling image', 1), says('FailedMapVolume', DEVICE)],
    ],
    [
      'the kubelet has not heard of it',
      [says('FailedMount', `${DEVICE}: object "ns"/"s" not registered`)],
    ],
    [
      'another node has the disk',
      [
        says(
          'FailedAttachVolume',
          'AttachVolume.Attach failed for volume "pvc-1" : rpc error: already attached to node n2',
        ),
      ],
    ],
    ['nothing was said', []],
  ])('is silent when %s', (_, events) => {
    expect(run(volumeMountFailed, { ...given, events })).toEqual([]);
  });

  it.each([
    ['at the first tries', 0.5, 0],
    ['when tries went on', 2, 1],
  ])('%s', (_, minutes, found) => {
    const young = pod({
      metadata: { creationTimestamp: ago(minutes) },
      spec: { nodeName: 'n1' },
      status: { phase: 'Pending' },
    });
    const events = [event(young, 'FailedMapVolume', DEVICE, minutes)];
    expect(run(volumeMountFailed, { ...given, pods: [young], events })).toHaveLength(found);
  });
});
