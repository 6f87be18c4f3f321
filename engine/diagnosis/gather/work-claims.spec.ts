import { lookup, namespaced, vm } from '../testing/factories';
import { foreignWorkClaimReferences, workClaimNames } from './work-claims';

const claim = (source: string | undefined, phase = 'Pending', kind = 'VolumeCloneSource') =>
  lookup(
    namespaced('v1', 'PersistentVolumeClaim', 'root', {
      metadata: {
        uid: 'u1',
        annotations: source === undefined ? {} : { 'cdi.kubevirt.io/dataSourceNamespace': source },
      },
      spec: { dataSourceRef: { kind } },
      status: { phase },
    }),
    vm(),
  );

describe('claims half way of a clone', () => {
  it.each([
    ['of this project', claim(undefined), ['tmp-pvc-u1'], []],
    ['of this project, by name', claim('ns'), ['tmp-pvc-u1'], []],
    ['of another project', claim('images'), [], ['images/tmp-pvc-u1']],
    ['that are filled', claim('images', 'Bound'), [], []],
    ['that are imported', claim('images', 'Pending', 'VolumeImportSource'), [], []],
  ])('%s', (_, one, here, there) => {
    expect([...workClaimNames([one])]).toEqual(here);
    expect(
      foreignWorkClaimReferences([one]).map(({ namespace, name }) => `${namespace}/${name}`),
    ).toEqual(there);
  });
});
