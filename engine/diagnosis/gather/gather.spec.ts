import { objectReader, unread, type KubeObject, type Reader } from '../../kubernetes';
import { loadScenarios } from '../../../development/scenarios/load';
import { namespaced, NOW, vm } from '../testing/factories';
import { diagnose } from '../diagnose';

const scenarios = loadScenarios(NOW, `${__dirname}/../../../development/scenarios`);

/** How many reads wait for how many others: a read made after `n` waves of answers is of wave n+1. */
const measured = (inner: Reader) => {
  const seen = { reads: 0, wave: 0, waves: 0 };
  const count = async <T>(answer: Promise<T>): Promise<T> => {
    seen.reads += 1;
    const wave = seen.wave + 1;
    seen.waves = Math.max(seen.waves, wave);
    const value = await answer;
    // A macrotask later every read of this wave has its answer.
    await new Promise((resolve) => setImmediate(resolve));
    seen.wave = Math.max(seen.wave, wave);
    return value;
  };
  const reader: Reader = {
    get: (...wanted) => count(inner.get(...wanted)),
    list: (...wanted) => count(inner.list(...wanted)),
  };
  return { reader, seen };
};

const DISKS = ['a', 'b', 'c', 'd'];
const CDI = 'cdi.kubevirt.io/v1beta1';

/** Four disks, each cloned from a source of its own. */
const clones = (spec: (disk: string) => object, from: string): KubeObject[] => [
  vm({
    template: { volumes: DISKS.map((name) => ({ name, dataVolume: { name } })) },
    spec: {
      dataVolumeTemplates: DISKS.map((name) => ({ metadata: { name }, spec: spec(name) })),
    },
    status: { printableStatus: 'Provisioning' },
  }),
  ...DISKS.flatMap((name) => [
    namespaced(CDI, 'DataVolume', name, {
      spec: { ...spec(name) },
      status: { phase: 'CloneInProgress' },
    }),
    namespaced('v1', 'PersistentVolumeClaim', name, {
      metadata: { annotations: { 'cdi.kubevirt.io/dataSourceNamespace': from } },
      spec: { dataSourceRef: { kind: 'VolumeCloneSource', name: 'source' } },
      status: { phase: 'Pending' },
    }),
  ]),
];

const ofClaims = (namespace: string) =>
  clones((disk) => ({ source: { pvc: { namespace, name: `gold-${disk}` } } }), namespace);
const ofDataSources = clones(
  (disk) => ({ sourceRef: { kind: 'DataSource', namespace: 'images', name: `rhel-${disk}` } }),
  'images',
);
const gold = (disk: string): KubeObject =>
  namespaced('v1', 'PersistentVolumeClaim', `gold-${disk}`, {
    metadata: { namespace: 'images' },
    status: { phase: 'Bound' },
  });

describe('gathering for four clones', () => {
  it.each([
    ['claims of the same project', ofClaims('ns')],
    ['claims of another project', ofClaims('images')],
    ['data sources', ofDataSources],
  ])('of %s: within the same', async (_, objects) => {
    const { reader, seen } = measured(objectReader(objects));
    await diagnose(reader, { namespace: 'ns', vmName: 'web' }, NOW);
    expect(seen.waves).toBeLessThanOrEqual(4);
    expect(seen.reads).toBeLessThanOrEqual(25);
  });

  it.each([
    ['listed', undefined, 1],
    ['not listed, but read', 'forbidden', 1],
    ['neither, when the cluster does not answer', 'unavailable', 0],
  ] as const)('of which one is missing: %s', async (_, reason, found) => {
    const inner = objectReader([...ofClaims('images'), ...['a', 'b', 'c'].map(gold)]);
    const reader: Reader = {
      ...inner,
      list: (resource, query, project) =>
        query.namespace === 'images' && reason !== undefined
          ? Promise.resolve(unread(reason, ''))
          : inner.list(resource, query, project),
    };
    const { rootCauses, unchecked } = await diagnose(
      reader,
      { namespace: 'ns', vmName: 'web' },
      NOW,
    );
    const missing = rootCauses.filter(({ id }) => id === 'clone-source-missing');
    expect(missing).toHaveLength(found);
    expect(unchecked.some(({ namespace }) => namespace === 'images')).toBe(found === 0);
  });
});

describe('gathering', () => {
  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    '%s: at most four waves and 25 reads',
    async (_, { objects, request }) => {
      const { reader, seen } = measured(objectReader(objects));
      await diagnose(reader, request, NOW);
      expect(seen.waves).toBeLessThanOrEqual(4);
      expect(seen.reads).toBeLessThanOrEqual(25);
    },
  );
});
