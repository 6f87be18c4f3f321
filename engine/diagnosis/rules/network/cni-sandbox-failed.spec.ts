import { uidOf, type KubeObject } from '../../../kubernetes';
import { ago, event, namespaced, pod, run, vm, vmi } from '../../testing/factories';
import { sandbox, sandboxTold } from '../../testing/network';
import { cniSandboxFailed } from './cni-sandbox-failed';

describe('cni-sandbox-failed', () => {
  it.each([
    ['a missing bridge', 'could not find bridge "br1"'],
    ['a missing plugin', 'failed to find plugin "ovs" in path [/opt/cni/bin]'],
  ])('%s', (_, clause) => {
    const [finding] = run(cniSandboxFailed, sandboxTold(sandbox(clause)));
    expect(finding?.explanation.params.reason).toContain(clause);
  });

  it('leaves out what multus sends along, and addresses with colons stay whole', () => {
    const clause =
      'CNI request failed with status 400: \'[ns/web 0af network default] failed to configure pod interface: timed out waiting for OVS port binding (ovn-installed) for 0a:58:0a:80:02:29 [10.128.2.41/23]\n\': StdinData: {"type":"multus-shim"}';
    const [finding] = run(cniSandboxFailed, sandboxTold(sandbox(clause)));
    expect(finding?.explanation.params.reason).toBe(
      'ns/web 0af network default] failed to configure pod interface: timed out waiting for OVS port binding (ovn-installed) for 0a:58:0a:80:02:29 [10.128.2.41/23]',
    );
  });

  it('names the network where an older runtime names no plugin', () => {
    const message =
      'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to create pod network sandbox x(0af): error adding pod ns_web to CNI network "multus-cni-network": [ns/web:br1]: error adding container to network "br1": failed to find plugin "cnv-bridge" in path';
    expect(run(cniSandboxFailed, sandboxTold(message))).toMatchObject([
      { explanation: { params: { plugin: 'multus-cni-network' } } },
    ]);
  });

  it.each([
    [
      'another pod',
      sandboxTold(
        sandbox('could not find bridge "br1"'),
        pod({}, 'virt-launcher-web-canary-zzzzz'),
      ),
    ],
    [
      'a running guest',
      { ...sandboxTold(sandbox('could not find bridge "br1"')), vmi: vmi('Running') },
    ],
    ['another message', sandboxTold('Back-off restarting failed container')],
  ])('is silent: %s', (_, given) => expect(run(cniSandboxFailed, given)).toEqual([]));

  it.each([
    ['at the first tries', 0.5, 0],
    ['when tries went on', 2, 1],
  ])('%s', (_, minutes, found) => {
    const young = pod({ metadata: { creationTimestamp: ago(minutes) } });
    const told = sandboxTold(sandbox('could not find bridge "br1"'), young);
    expect(run(cniSandboxFailed, { ...told, pods: [young] })).toHaveLength(found);
  });

  describe('of the target of a migration', () => {
    const migration = namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'move');
    const target = (minutes: number, phase = 'Pending') =>
      pod(
        {
          metadata: {
            creationTimestamp: ago(minutes),
            labels: { 'kubevirt.io/migrationJobUID': uidOf(migration) },
          },
          status: { phase },
        },
        'virt-launcher-web-target',
      );
    const moving = (one: KubeObject, migrations: readonly KubeObject[] = [migration]) => ({
      vm: vm(),
      vmi: vmi('Running'),
      pods: [one],
      migrations,
      events: [event(one, 'FailedCreatePodSandBox', sandbox('could not find bridge "br1"'))],
    });

    it('is a warning, for the guest goes on running', () =>
      expect(run(cniSandboxFailed, moving(target(5)))).toMatchObject([{ severity: 'warning' }]));

    it.each([
      ['it is young', moving(target(1))],
      ['it came up', moving(target(5, 'Running'))],
      ['no migration is under way', moving(target(5), [])],
    ])('is silent while %s', (_, given) => expect(run(cniSandboxFailed, given)).toEqual([]));
  });
});
