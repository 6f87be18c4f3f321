import { lookup, missing, namespaced, run } from '../../testing/factories';
import { claim, dataVolume, diskFacts, machine } from '../../testing/disks';
import { cloneSourceMissing } from './clone-source-missing';

const PVC = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  name: 'golden',
  namespace: 'images',
};

const CLONE = { source: { pvc: { namespace: 'images', name: 'golden' } }, storage: {} };

const NAME = ['spec', 'source', 'pvc', 'name'];

const REF = { kind: 'DataSource', namespace: 'images', name: 'fedora' };

const templated = machine({
  dataVolumeTemplates: [{ metadata: { name: 'root' }, spec: { sourceRef: REF } }],
});

const REF_NAME = ['spec', 'dataVolumeTemplates', 0, 'spec', 'sourceRef', 'name'];

const SOURCE = { ...REF, apiVersion: 'cdi.kubevirt.io/v1beta1' };

describe('clone-source-missing', () => {
  const volume = dataVolume('CloneScheduled', [], CLONE);
  const absent = { volume, held: claim('Pending'), cloneSources: [missing(PVC, volume, ...NAME)] };

  it('names the claim and its project', () => {
    const [finding] = run(cloneSourceMissing, diskFacts(absent));
    expect(finding).toMatchObject({ severity: 'critical', confidence: 'certain', blocking: true });
    expect(finding?.explanation.params).toMatchObject({ source: 'golden', namespace: 'images' });
  });

  it('finds a boot source that is missing, before there is a DataVolume', () => {
    const dataSources = [missing(SOURCE, templated, ...REF_NAME)];
    const [finding] = run(cloneSourceMissing, diskFacts({ of: templated, dataSources }));
    expect(finding?.explanation.params).toMatchObject({ kind: 'DataSource', source: 'fedora' });
  });

  const there = namespaced('v1', 'PersistentVolumeClaim', 'golden');
  it.each([
    ['the source exists', { cloneSources: [lookup(there, volume, ...NAME)] }],
    ['the clone is done', { volume: dataVolume('Succeeded', [], CLONE) }],
    ['nobody waits', { of: machine({ runStrategy: 'Halted' }, { printableStatus: 'Stopped' }) }],
  ])('is silent when %s', (_, change) => {
    expect(run(cloneSourceMissing, diskFacts({ ...absent, ...change }))).toEqual([]);
  });
});
