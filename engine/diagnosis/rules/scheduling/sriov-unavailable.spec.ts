import { condition, lookup, namespaced, run, vm, vmi } from '../../testing/factories';
import { refusedPod, worker } from '../../testing/scheduling';
import { sriovUnavailable } from './sriov-unavailable';

const POOL = 'openshift.io/dpdk_nic';
const machine = vm({
  template: { domain: { devices: { interfaces: [{ name: 'f', sriov: {} }] } } },
});
const network = lookup(
  namespaced('k8s.cni.cncf.io/v1', 'NetworkAttachmentDefinition', 'fast', {
    metadata: { annotations: { 'k8s.v1.cni.cncf.io/resourceName': POOL } },
  }),
  machine,
);
const short = (pool = POOL) => ({ ...refusedPod(`3 Insufficient ${pool}`), vm: machine });

describe('sriov-unavailable', () => {
  it.each([
    ['the network names the pool', { networkAttachments: [network] }, 'certain', /No node offers/],
    ['only its name tells', {}, 'likely', /No node offers/],
    ['all are in use', { nodes: [worker('w1', {}, { [POOL]: '4' })] }, 'likely', /are in use/],
  ])('%s', (_, given, confidence, text) => {
    const [finding] = run(sriovUnavailable, { ...short(), ...given });
    expect(finding).toMatchObject({ confidence });
    expect(finding?.explanation.id).toMatch(text);
  });

  it('is also what libvirt cannot pass on', () => {
    const failed = vmi('Scheduled', {
      conditions: [
        condition(
          'Synchronized',
          'False',
          'Synchronizing with the Domain failed.',
          'server error. command SyncVMI failed: "failed to create SR-IOV hostdevices: no VFIO"',
        ),
      ],
    });
    expect(run(sriovUnavailable, { vm: machine, vmi: failed })).toMatchObject([
      { confidence: 'certain', blocking: true },
    ]);
  });

  it.each([
    ['it has no such interface', { ...short(), vm: vm() }],
    ['another device lacks', short('nvidia.com/T4')],
    ['memory lacks', { ...refusedPod('3 Insufficient memory'), vm: machine }],
  ])('is silent when %s', (_, given) => expect(run(sriovUnavailable, given)).toEqual([]));
});
