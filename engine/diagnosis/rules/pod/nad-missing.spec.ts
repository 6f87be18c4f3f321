import { condition, missing, namespaced, run, vm, vmi } from '../../testing/factories';
import { nadMissing } from './nad-missing';

const SAID = condition(
  'Synchronized',
  'False',
  'FailedCreate',
  'failed to render launch manifest: failed to locate network attachment definition ns/vlan-110',
);
const machine = vm({
  template: { networks: [{ name: 'backend', multus: { networkName: 'vlan-110' } }] },
});
const path = ['spec', 'template', 'spec', 'networks', 0, 'multus', 'networkName'] as const;
const absentNetwork = missing(
  { apiVersion: 'k8s.cni.cncf.io/v1', kind: 'NetworkAttachmentDefinition', name: 'vlan-110' },
  machine,
  ...path,
);

describe('nad-missing', () => {
  it('is blocking when virt-controller reports it', () => {
    const [finding] = run(nadMissing, {
      vm: machine,
      vmi: vmi('Pending', { conditions: [SAID] }),
      networkAttachments: [absentNetwork],
    });
    expect(finding).toMatchObject({ severity: 'critical', confidence: 'certain', blocking: true });
    expect(finding?.evidence.map(({ source }) => source)).toEqual(['absent', 'object', 'object']);
  });

  it('is found without any message, as a cause that comes later', () => {
    const [finding] = run(nadMissing, { vm: machine, networkAttachments: [absentNetwork] });
    expect(finding).toMatchObject({
      blocking: false,
      explanation: { params: { name: 'vlan-110' } },
    });
  });

  const move = (phase: string) =>
    namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', { status: { phase } });

  it('keeps the target of a migration from being made, of which nothing tells', () => {
    const given = { vm: machine, vmi: vmi('Running'), networkAttachments: [absentNetwork] };
    expect(run(nadMissing, { ...given, migrations: [move('Pending')] })).toMatchObject([
      { severity: 'warning', confidence: 'certain' },
    ]);
  });

  it.each([
    ['the target pod was made', { vmi: vmi('Running'), migrations: [move('Scheduling')] }],
    ['the virtual machine runs', { vmi: vmi('Running') }],
    ['nobody asks it to run', { vm: vm({ spec: { runStrategy: 'Halted' } }) }],
    ['every network exists', { networkAttachments: [] }],
  ])('is silent when %s', (_, given) => {
    expect(run(nadMissing, { vm: machine, networkAttachments: [absentNetwork], ...given })).toEqual(
      [],
    );
  });
});
