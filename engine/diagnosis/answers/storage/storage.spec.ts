import { objectReader, type KubeObject, type Obstacle } from '../../../kubernetes';
import { ago, clusterScoped, namespaced, NOW, vm } from '../../testing/factories';
import { checkStorage, storageText } from './storage';

const claim = (name: string, phase: string, storageClassName = 'fast'): KubeObject =>
  namespaced('v1', 'PersistentVolumeClaim', name, {
    metadata: { creationTimestamp: ago(30) },
    spec: {
      storageClassName,
      accessModes: ['ReadWriteMany'],
      resources: { requests: { storage: '30Gi' } },
    },
    status: { phase },
  });

const storageClass = (name: string, provisioner: string, more: object = {}): KubeObject =>
  clusterScoped('storage.k8s.io/v1', 'StorageClass', name, { provisioner, ...more });

const profile = (name: string, claimPropertySets: unknown[]): KubeObject =>
  clusterScoped('cdi.kubevirt.io/v1beta1', 'StorageProfile', name, {
    status: { claimPropertySets },
  });

const world: KubeObject[] = [
  vm({
    template: {
      volumes: [
        { name: 'root', persistentVolumeClaim: { claimName: 'root' } },
        { name: 'data', dataVolume: { name: 'data' } },
        { name: 'gone', persistentVolumeClaim: { claimName: 'gone' } },
        { name: 'init', cloudInitNoCloud: { userData: 'canary-7f3a' } },
      ],
    },
  }),
  claim('root', 'Bound'),
  claim('data', 'Pending'),
  claim('other', 'Lost', 'slow'),
  storageClass('slow', 'slow.example', { volumeBindingMode: 'WaitForFirstConsumer' }),
  storageClass('fast', 'fast.example', {
    metadata: { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
    allowVolumeExpansion: true,
    volumeBindingMode: 'Immediate',
  }),
  clusterScoped('storage.k8s.io/v1', 'CSIDriver', 'fast.example'),
  profile('fast', [{ accessModes: ['ReadWriteMany'] }]),
  profile('slow', []),
  clusterScoped('snapshot.storage.k8s.io/v1', 'VolumeSnapshotClass', 'snap', {
    driver: 'fast.example',
  }),
];

const ask = (more: object = {}, obstacle?: Obstacle) =>
  checkStorage(objectReader(world, obstacle), { namespace: 'ns', ...more }, NOW);

describe('storage', () => {
  it('of a VM: each of its volumes with the state of its claim', async () => {
    const { volumes, findings } = await ask({ vmName: 'web' });
    expect(volumes.map(({ name, type, state }) => [name, type, state])).toEqual([
      ['root', 'persistentVolumeClaim', 'ok'],
      ['data', 'dataVolume', 'error'],
      ['gone', 'persistentVolumeClaim', 'missing'],
      ['init', 'cloudInitNoCloud', 'ok'],
    ]);
    expect(volumes[0]).toMatchObject({
      storageClass: 'fast',
      accessModes: ['ReadWriteMany'],
      size: 30 * 2 ** 30,
      phase: 'Bound',
    });
    expect(findings.map(({ id }) => id)).toContain('pvc-not-found');
  });

  it('of a project: its claims; of a class: the claims of that class', async () => {
    const names = async (more: object): Promise<string[]> =>
      (await ask(more)).volumes.map(({ name }) => name);
    expect(await names({})).toEqual(['data', 'other', 'root']);
    expect(await names({ storageClass: 'slow' })).toEqual(['other']);
  });

  it('tells what a class can do, the default one first', async () => {
    const { storageClasses } = await ask();
    expect(storageClasses).toMatchObject([
      { name: 'fast', isDefault: true, expandable: true, snapshotClass: 'snap', state: 'ok' },
      { name: 'slow', isDefault: false, bindingMode: 'WaitForFirstConsumer', state: 'error' },
    ]);
  });

  it('that may not be read is unknown, never missing', async () => {
    const { volumes, unchecked } = await ask({ vmName: 'web' }, ({ plural }) =>
      plural === 'persistentvolumeclaims' ? { reason: 'forbidden', message: '' } : undefined,
    );
    expect(volumes.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown', 'ok']);
    expect(unchecked.map(({ resource }) => resource)).toContain('persistentvolumeclaims');
  });

  it.each<[string, Obstacle, string]>([
    ['forbidden', () => ({ reason: 'forbidden', message: '' }), 'forbidden'],
    ['a silent cluster', () => ({ reason: 'deadline', message: '' }), 'unavailable'],
  ])('says so when nothing can be read: %s', async (_, obstacle, outcome) => {
    expect(await ask({}, obstacle)).toMatchObject({ outcome, volumes: [] });
  });

  it('is told to a model with what is wrong first, and without secrets', async () => {
    const text = storageText(await ask({ vmName: 'web' }));
    expect(text).not.toContain('canary');
    expect(text.indexOf('[missing] gone')).toBeLessThan(text.indexOf('[ok] root'));
  });
});
