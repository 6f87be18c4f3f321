import { missing, run, vm } from '../../testing/factories';
import { sandbox, sandboxTold } from '../../testing/network';
import { nadMissingAtSandbox } from './nad-missing-at-sandbox';

const GONE =
  'cannot find a network-attachment-definition (vlan-9) in namespace (ns): network-attachment-definitions.k8s.cni.cncf.io "vlan-9" not found';

describe('nad-missing-at-sandbox', () => {
  it('names the definition and its project', () => {
    expect(run(nadMissingAtSandbox, sandboxTold(GONE))).toMatchObject([
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
    expect(
      run(nadMissingAtSandbox, { ...sandboxTold(sandbox(text)), networkAttachments }),
    ).toMatchObject([
      {
        explanation: { params: { name: 'lab', namespace: 'default' } },
        evidence: [{ source: 'object' }, { value: 'default/lab' }],
      },
    ]);
  });
  it('is silent for a bridge', () => {
    expect(run(nadMissingAtSandbox, sandboxTold(sandbox('could not find bridge "br1"')))).toEqual(
      [],
    );
  });
});
