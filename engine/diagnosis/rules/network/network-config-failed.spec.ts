import { event, pod, run, vm, vmi } from '../../testing/factories';
import { networkConfigFailed } from './network-config-failed';

const instance = vmi('Scheduled');
const STATUS = 'k8s.v1.cni.cncf.io/network-status';
const saying = (text: string) => ({
  vm: vm(),
  vmi: instance,
  pods: [pod({ metadata: { annotations: { [STATUS]: '[]' } } })],
  events: [event(instance, 'SyncFailed', text)],
});

describe('network-config-failed', () => {
  it.each([
    'failed to configure vmi network: setup failed, err: pod link (pod6446d58d6df) is missing',
    "failed plugging phase1 at nic 'net1': Link not found",
    'Critical network error: failed to set up vhost-net device, no such file',
    'command SyncVMI failed with Unknown: rpc error: code = Unknown desc = failed to set up tun device: busy',
  ])('%s', (text) => {
    const [finding] = run(networkConfigFailed, saying(text));
    expect(finding).toMatchObject({ severity: 'critical', blocking: true });
    expect(finding?.evidence).toHaveLength(2);
  });

  it.each([
    ['another error', saying('unsupported configuration')],
    ['a guest that runs', { ...saying('pod link (pod1) is missing'), vmi: vmi('Running') }],
  ])('is silent about %s', (_, given) => expect(run(networkConfigFailed, given)).toEqual([]));
});
