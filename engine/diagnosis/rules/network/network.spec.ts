import { condition, event, missing, pod, run, vm, vmi } from '../../testing/factories';
import { cniSandboxFailed } from './cni-sandbox-failed';
import { nadMissingAtSandbox } from './nad-missing-at-sandbox';

const launcher = pod({
  status: { phase: 'Pending', conditions: [condition('PodScheduled', 'True')] },
});
const told = (message: string, about = launcher) => ({
  vm: vm(),
  vmi: vmi('Scheduling'),
  pods: [launcher],
  events: [event(about, 'FailedCreatePodSandBox', message)],
});

const sandbox = (clause: string): string =>
  `Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "0af": plugin type="multus" name="multus-cni-network" failed (add): ${clause}`;
const GONE =
  'cannot find a network-attachment-definition (vlan-9) in namespace (ns): network-attachment-definitions.k8s.cni.cncf.io "vlan-9" not found';

describe('cni-sandbox-failed', () => {
  it.each([
    ['a missing bridge', 'could not find bridge "br1"'],
    ['a missing plugin', 'failed to find plugin "ovs" in path [/opt/cni/bin]'],
  ])('%s', (_, clause) => {
    const [finding] = run(cniSandboxFailed, told(sandbox(clause)));
    expect(finding?.explanation.params.reason).toContain(clause);
  });

  it('leaves out what multus sends along, and addresses with colons stay whole', () => {
    const clause =
      'CNI request failed with status 400: \'[ns/web 0af network default] failed to configure pod interface: timed out waiting for OVS port binding (ovn-installed) for 0a:58:0a:80:02:29 [10.128.2.41/23]\n\': StdinData: {"type":"multus-shim"}';
    const [finding] = run(cniSandboxFailed, told(sandbox(clause)));
    expect(finding?.explanation.params.reason).toBe(
      'ns/web 0af network default] failed to configure pod interface: timed out waiting for OVS port binding (ovn-installed) for 0a:58:0a:80:02:29 [10.128.2.41/23]',
    );
  });

  it('names the network where an older runtime names no plugin', () => {
    const message =
      'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to create pod network sandbox x(0af): error adding pod ns_web to CNI network "multus-cni-network": [ns/web:br1]: error adding container to network "br1": failed to find plugin "cnv-bridge" in path';
    expect(run(cniSandboxFailed, told(message))).toMatchObject([
      { explanation: { params: { plugin: 'multus-cni-network' } } },
    ]);
  });

  it.each([
    [
      'another pod',
      told(sandbox('could not find bridge "br1"'), pod({}, 'virt-launcher-web-canary-zzzzz')),
    ],
    ['a running guest', { ...told(sandbox('could not find bridge "br1"')), vmi: vmi('Running') }],
    ['another message', told('Back-off restarting failed container')],
  ])('is silent: %s', (_, given) => expect(run(cniSandboxFailed, given)).toEqual([]));
});

describe('nad-missing-at-sandbox', () => {
  it('names the definition and its project', () => {
    expect(run(nadMissingAtSandbox, told(GONE))).toMatchObject([
      { explanation: { params: { name: 'vlan-9', namespace: 'ns' } } },
    ]);
  });
  it('tells when the definition is there and may not be used from this project', () => {
    const text =
      'GetNetworkDelegates: namespace isolation enabled, annotation violates permission, pod is in namespace ns but refers to target namespace default\n';
    const foreign = missing(
      { apiVersion: 'k8s.cni.cncf.io/v1', kind: 'NetworkAttachmentDefinition', name: 'lab' },
      vm({ template: { networks: [{ multus: { networkName: 'default/lab' } }] } }),
      ...['spec', 'template', 'spec', 'networks', 0, 'multus', 'networkName'],
    );
    const networkAttachments = [{ ...foreign, ref: { ...foreign.ref, namespace: 'default' } }];
    expect(run(nadMissingAtSandbox, { ...told(sandbox(text)), networkAttachments })).toMatchObject([
      {
        explanation: { params: { name: 'lab', namespace: 'default' } },
        evidence: [{ source: 'object' }, { value: 'default/lab' }],
      },
    ]);
  });
  it('is silent for a bridge', () => {
    expect(run(nadMissingAtSandbox, told(sandbox('could not find bridge "br1"')))).toEqual([]);
  });
});
