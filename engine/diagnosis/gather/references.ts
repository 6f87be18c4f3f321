import {
  listAt,
  namespaceOf,
  recordAt,
  RESOURCES,
  textAt,
  type KubeObject,
  type Path,
  type Resource,
} from '../../kubernetes';
import type { Lookup } from '../facts';
import type { Reference } from './read';

const TEMPLATE = ['spec', 'template', 'spec'] as const;

type Entry = { readonly entry: unknown; readonly path: Path };

const entries = (object: KubeObject, ...path: Path): Entry[] =>
  listAt(object, ...path).map((entry, index) => ({ entry, path: [...path, index] }));

/** The VM's volumes, and where each stands. */
export const volumesOf = (vm: KubeObject): Entry[] => entries(vm, ...TEMPLATE, 'volumes');

const named = (
  vm: KubeObject,
  resource: Resource,
  places: readonly Entry[],
  ...tail: readonly string[]
): Reference[] =>
  places.flatMap(({ entry, path }) => {
    const name = textAt(entry, ...tail);
    const namespace = namespaceOf(vm);
    if (name === undefined || name === '') return [];
    return [
      {
        resource,
        ...(resource.namespaced && namespace !== undefined ? { namespace } : {}),
        name,
        namedBy: vm,
        path: [...path, ...tail],
      },
    ];
  });

/** DataVolumes: those that volumes name, and those the VM's templates make. */
export const dataVolumeReferences = (vm: KubeObject): Reference[] => [
  ...named(
    vm,
    RESOURCES.dataVolumes,
    entries(vm, 'spec', 'dataVolumeTemplates'),
    'metadata',
    'name',
  ),
  ...named(vm, RESOURCES.dataVolumes, volumesOf(vm), 'dataVolume', 'name'),
];

/** Claims: those that volumes name, and the one of each DataVolume, which has the same name. */
export const claimReferences = (vm: KubeObject): Reference[] => [
  ...named(
    vm,
    RESOURCES.persistentVolumeClaims,
    volumesOf(vm),
    'persistentVolumeClaim',
    'claimName',
  ),
  ...named(
    vm,
    RESOURCES.persistentVolumeClaims,
    volumesOf(vm),
    'ephemeral',
    'persistentVolumeClaim',
    'claimName',
  ),
  ...named(vm, RESOURCES.persistentVolumeClaims, volumesOf(vm), 'dataVolume', 'name'),
];

const SECRET_PLACES: readonly (readonly string[])[] = [
  ['cloudInitNoCloud', 'secretRef', 'name'],
  ['cloudInitNoCloud', 'networkDataSecretRef', 'name'],
  ['cloudInitConfigDrive', 'secretRef', 'name'],
  ['cloudInitConfigDrive', 'networkDataSecretRef', 'name'],
  ['secret', 'secretName'],
  ['sysprep', 'secret', 'name'],
];

export const secretReferences = (vm: KubeObject): Reference[] => [
  ...SECRET_PLACES.flatMap((place) => named(vm, RESOURCES.secrets, volumesOf(vm), ...place)),
  ...['sshPublicKey', 'userPassword'].flatMap((kind) =>
    named(
      vm,
      RESOURCES.secrets,
      entries(vm, ...TEMPLATE, 'accessCredentials'),
      kind,
      'source',
      'secret',
      'secretName',
    ),
  ),
];

export const configMapReferences = (vm: KubeObject): Reference[] => [
  ...named(vm, RESOURCES.configMaps, volumesOf(vm), 'configMap', 'name'),
  ...named(vm, RESOURCES.configMaps, volumesOf(vm), 'sysprep', 'configMap', 'name'),
];

export const serviceAccountReferences = (vm: KubeObject): Reference[] =>
  named(vm, RESOURCES.serviceAccounts, volumesOf(vm), 'serviceAccount', 'serviceAccountName');

export const priorityClassReferences = (vm: KubeObject): Reference[] =>
  named(vm, RESOURCES.priorityClasses, [{ entry: vm, path: [] }], ...TEMPLATE, 'priorityClassName');

/** The constraint that OpenShift Virtualization makes for its controller. */
export const constraintReference = (namedBy: KubeObject): Reference => ({
  resource: RESOURCES.securityContextConstraints,
  name: 'kubevirt-controller',
  namedBy,
  path: [],
});

/** A network name without a namespace means the VM's own. */
export const networkReferences = (vm: KubeObject): Reference[] =>
  named(
    vm,
    RESOURCES.networkAttachments,
    entries(vm, ...TEMPLATE, 'networks'),
    'multus',
    'networkName',
  ).map((reference) => {
    const [first = '', second] = reference.name.split('/');
    return second === undefined ? reference : { ...reference, namespace: first, name: second };
  });

const matcher = (
  vm: KubeObject,
  field: 'instancetype' | 'preference',
  cluster: Resource,
  namespaced: Resource,
): Reference[] => {
  const kind = textAt(vm, 'spec', field, 'kind')?.toLowerCase() ?? cluster.kind.toLowerCase();
  const known = [cluster, namespaced].find(
    (resource) => resource.kind.toLowerCase() === kind || resource.plural === kind,
  );
  return known === undefined
    ? []
    : named(vm, known, [{ entry: vm, path: [] }], 'spec', field, 'name');
};

/** None when the kind is not one KubeVirt knows, or the VM names none. */
export const instancetypeReferences = (vm: KubeObject): Reference[] =>
  matcher(vm, 'instancetype', RESOURCES.clusterInstancetypes, RESOURCES.instancetypes);

export const preferenceReferences = (vm: KubeObject): Reference[] =>
  matcher(vm, 'preference', RESOURCES.clusterPreferences, RESOURCES.preferences);

/** Pinned copies of instance type and preference: named by the user, else kept in the status. */
export const revisionReferences = (vm: KubeObject): Reference[] =>
  (['instancetype', 'preference'] as const).flatMap((field) => {
    const pinned = (...path: string[]) =>
      named(vm, RESOURCES.controllerRevisions, [{ entry: vm, path: [] }], ...path);
    if (recordAt(vm, 'spec')[field] === undefined) return [];
    const byUser = pinned('spec', field, 'revisionName');
    return byUser.length > 0
      ? byUser
      : pinned('status', `${field}Ref`, 'controllerRevisionRef', 'name');
  });

/** True for an export of the VM itself or of a claim that it names. */
export const isExportOf = (one: KubeObject, vm: KubeObject): boolean => {
  const kind = textAt(one, 'spec', 'source', 'kind');
  const name = textAt(one, 'spec', 'source', 'name');
  return kind === 'PersistentVolumeClaim'
    ? claimReferences(vm).some((reference) => reference.name === name)
    : kind === 'VirtualMachine' && name === textAt(vm, 'metadata', 'name');
};

/** The boot sources that the VM's templates clone from. */
export const dataSourceReferences = (vm: KubeObject): Reference[] =>
  entries(vm, 'spec', 'dataVolumeTemplates').flatMap((template) => {
    const place = [template];
    if (textAt(template.entry, 'spec', 'sourceRef', 'kind') !== 'DataSource') return [];
    return named(vm, RESOURCES.dataSources, place, 'spec', 'sourceRef', 'name').map((reference) => {
      const namespace = textAt(template.entry, 'spec', 'sourceRef', 'namespace');
      return namespace === undefined ? reference : { ...reference, namespace };
    });
  });

const CLONE_SOURCES = [
  ['pvc', RESOURCES.persistentVolumeClaims],
  ['snapshot', RESOURCES.volumeSnapshots],
] as const;

/** What DataVolumes that are not filled yet are cloned from; without a namespace, their own. */
export const cloneSourceReferences = (dataVolumes: readonly Lookup[]): Reference[] =>
  dataVolumes.flatMap(({ object }) => {
    if (object === undefined || textAt(object, 'status', 'phase') === 'Succeeded') return [];
    return CLONE_SOURCES.flatMap(([kind, resource]) => {
      const namespace = textAt(object, 'spec', 'source', kind, 'namespace');
      return named(
        object,
        resource,
        [{ entry: object, path: [] }],
        'spec',
        'source',
        kind,
        'name',
      ).map((reference) => (namespace === undefined ? reference : { ...reference, namespace }));
    });
  });

/** The volumes that bound claims name. */
export const persistentVolumeReferences = (claims: readonly Lookup[]): Reference[] =>
  claims.flatMap(({ object }) => {
    const name = textAt(object, 'spec', 'volumeName');
    return object === undefined || name === undefined || name === ''
      ? []
      : [
          {
            resource: RESOURCES.persistentVolumes,
            name,
            namedBy: object,
            path: ['spec', 'volumeName'],
          },
        ];
  });
