import {
  clusterScoped,
  condition,
  event,
  namespaced,
  pod,
  run,
  vmi,
} from '../../testing/factories';
import { migrationHostModel } from './migration-host-model';

const LABEL = 'cpu-model-migration.node.kubevirt.io/EPYC';
const node = (name: string, labels: Record<string, string> = {}) =>
  clusterScoped('v1', 'Node', name, { metadata: { labels } });
const SOURCE = node('w1', { 'host-model-cpu.node.kubevirt.io/EPYC': 'true', [LABEL]: 'true' });
const guest = (model: string) =>
  namespaced('kubevirt.io/v1', 'VirtualMachineInstance', 'web', {
    spec: { domain: { cpu: { model } } },
    status: { phase: 'Running', nodeName: 'w1' },
  });
const migration = (phase: string) =>
  namespaced('kubevirt.io/v1', 'VirtualMachineInstanceMigration', 'm1', { status: { phase } });
const target = (status: string) =>
  pod({
    metadata: {
      labels: { 'kubevirt.io/migrationJobUID': 'uid-VirtualMachineInstanceMigration-m1' },
    },
    spec: { nodeSelector: { [LABEL]: 'true' } },
    status: { conditions: [condition('PodScheduled', status, 'Unschedulable', '0/2 nodes')] },
  });
const stuck = {
  vmi: guest('host-model'),
  migrations: [migration('Scheduling')],
  pods: [target('False')],
  nodes: [SOURCE, node('w2')],
};
const SAID = event(vmi(), 'NoSuitableNodesForHostModelMigration', 'Migration cannot proceed');

describe('migration-host-model', () => {
  it.each([
    ['the pod and the nodes', stuck, 'certain'],
    ['the event', { ...stuck, pods: [], nodes: [], events: [SAID] }, 'certain'],
    ['the labels of the nodes', { ...stuck, pods: [] }, 'likely'],
  ])('is proven by %s', (_, given, confidence) =>
    expect(run(migrationHostModel, given)).toMatchObject([{ confidence }]),
  );
  it.each([
    ['another node has the model', { ...stuck, nodes: [SOURCE, node('w2', { [LABEL]: 'true' })] }],
    ['the target has a node', { ...stuck, pods: [target('True')] }],
    ['the CPU model has a name', { ...stuck, vmi: guest('Haswell') }],
    ['nothing migrates', { ...stuck, migrations: [] }],
    ['the migration is over', { ...stuck, migrations: [migration('Failed')] }],
  ])('is silent when %s', (_, given) => expect(run(migrationHostModel, given)).toEqual([]));
});
