import { condition, lookup, namespaced, run, vmi } from '../../testing/factories';
import { dataVolume, diskFacts, machine } from '../../testing/disks';
import { datasourceNotReady } from './datasource-not-ready';

const REF = { kind: 'DataSource', namespace: 'images', name: 'fedora' };

const templated = machine({
  dataVolumeTemplates: [{ metadata: { name: 'root' }, spec: { sourceRef: REF } }],
});

const REF_NAME = ['spec', 'dataVolumeTemplates', 0, 'spec', 'sourceRef', 'name'];

const SOURCE = { ...REF, apiVersion: 'cdi.kubevirt.io/v1beta1' };

describe('datasource-not-ready', () => {
  const source = (status: string, reason: string, minutes: number) =>
    namespaced(SOURCE.apiVersion, 'DataSource', 'fedora', {
      status: {
        conditions: [condition('Ready', status, reason, 'PVC fedora-1 not found', minutes)],
      },
    });
  const facts = (status: string, phase = 'Pending', reason = 'NotFound', minutes = 10) =>
    diskFacts({
      of: templated,
      volume: dataVolume(phase),
      dataSources: [lookup(source(status, reason, minutes), templated, ...REF_NAME)],
    });

  it('shows why', () => {
    const [finding] = run(datasourceNotReady, facts('False'));
    expect(finding?.evidence[0]?.value).toBe('PVC fedora-1 not found');
  });

  it('takes an import that has gone on for long as one that fails', () => {
    const late = facts('False', 'Pending', 'ImportInProgress', 45);
    expect(run(datasourceNotReady, late)).toHaveLength(1);
  });

  it.each([
    ['it is ready', facts('True')],
    ['it has just begun to be imported', facts('False', 'Pending', 'ImportInProgress')],
    ['the disk was cloned long ago', facts('False', 'Succeeded')],
    ['the virtual machine runs', { ...facts('False'), vmi: vmi('Running') }],
  ])('is silent when %s', (_, given) => {
    expect(run(datasourceNotReady, given)).toEqual([]);
  });
});
