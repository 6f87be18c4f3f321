import { annotationsOf, textAt, type KubeObject, type Path } from '../kubernetes';
import { isKnownAbsent, storageRequestOf, templatePathOf, type Disk } from './disks';

const DEFAULT_ANNOTATIONS = [
  'storageclass.kubevirt.io/is-default-virt-class',
  'storageclass.kubernetes.io/is-default-class',
  'storageclass.beta.kubernetes.io/is-default-class',
] as const;

/** CDI prefers the class for VMs to the cluster's default. */
export const defaultClassOf = (classes: readonly KubeObject[]): KubeObject | undefined => {
  for (const annotation of DEFAULT_ANNOTATIONS) {
    const found = classes.find((one) => annotationsOf(one)[annotation] === 'true');
    if (found !== undefined) return found;
  }
  return undefined;
};

type Place = { readonly object: KubeObject; readonly path: Path };
type NamedClass = Place & { readonly name: string };

const namedAt = (places: readonly Place[]): NamedClass | undefined => {
  for (const place of places) {
    const name = textAt(place.object, ...place.path, 'storageClassName');
    if (name !== undefined)
      return { object: place.object, path: [...place.path, 'storageClassName'], name };
  }
  return undefined;
};

/** Where a disk names its storage class: in its claim, else in what asks for the claim. */
export const namedClassOf = (disk: Disk): NamedClass | undefined => {
  const claim = disk.claim?.object;
  return namedAt([
    ...(claim === undefined ? [] : [{ object: claim, path: ['spec'] }]),
    ...[storageRequestOf(disk)].filter((place) => place !== undefined),
  ]);
};

/** The same of a disk that is to be made from the VM's template, and is not there yet. */
export const comingClassOf = (vm: KubeObject, disk: Disk): NamedClass | undefined => {
  const template = templatePathOf(vm, disk.name);
  const isThere = disk.dataVolume === undefined || disk.dataVolume.object !== undefined;
  if (template === undefined || isThere || !isKnownAbsent(disk)) return undefined;
  return namedAt(
    ['storage', 'pvc'].map((field) => ({ object: vm, path: [...template, 'spec', field] })),
  );
};

/** The class a disk gets: the one it names, else the default. */
export const classNameOf = (disk: Disk, classes: readonly KubeObject[]): string | undefined =>
  namedClassOf(disk)?.name ?? textAt(defaultClassOf(classes), 'metadata', 'name');
