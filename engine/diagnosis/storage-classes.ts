import { annotationsOf, textAt, type KubeObject, type Path } from '../kubernetes';
import { storageRequestOf, type Disk } from './disks';

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

/** Where a disk names its storage class: in its claim, else in what asks for the claim. */
export const namedClassOf = (
  disk: Disk,
): { object: KubeObject; path: Path; name: string } | undefined => {
  const claim = disk.claim?.object;
  const places = [
    ...(claim === undefined ? [] : [{ object: claim, path: ['spec'] }]),
    ...[storageRequestOf(disk)].filter((place) => place !== undefined),
  ];
  for (const place of places) {
    const name = textAt(place.object, ...place.path, 'storageClassName');
    if (name !== undefined)
      return { object: place.object, path: [...place.path, 'storageClassName'], name };
  }
  return undefined;
};

/** The class a disk gets: the one it names, else the default. */
export const classNameOf = (disk: Disk, classes: readonly KubeObject[]): string | undefined =>
  namedClassOf(disk)?.name ?? textAt(defaultClassOf(classes), 'metadata', 'name');
