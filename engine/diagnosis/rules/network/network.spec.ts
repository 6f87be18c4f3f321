import { condition, event, pod, run, vm, vmi } from '../../testing/factories';
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
  it('is silent for a bridge', () => {
    expect(run(nadMissingAtSandbox, told(sandbox('could not find bridge "br1"')))).toEqual([]);
  });
});
