import { RESOURCES, type Resource } from '@cnv-ai/engine/kubernetes';

/** A kind this server serves, with what discovery tells of it. */
export type ServedResource = Resource & {
  readonly singular: string;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  /** Compiled into a server, not defined by a CustomResourceDefinition. */
  readonly builtIn: boolean;
  readonly hasStatus: boolean;
};

const BUILT_IN_GROUPS = new Set([
  '',
  'apps',
  'policy',
  'storage.k8s.io',
  'scheduling.k8s.io',
  'rbac.authorization.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'project.openshift.io',
]);

/** Kinds without a status subresource. */
const STATUSLESS = new Set([
  'events',
  'limitranges',
  'secrets',
  'configmaps',
  'serviceaccounts',
  'controllerrevisions',
  'storageclasses',
  'csidrivers',
  'csinodes',
  'priorityclasses',
  'securitycontextconstraints',
  'roles',
  'clusterroles',
  'rolebindings',
  'clusterrolebindings',
  'projects',
  'virtualmachineinstancetypes',
  'virtualmachineclusterinstancetypes',
  'virtualmachinepreferences',
  'virtualmachineclusterpreferences',
  'network-attachment-definitions',
  'volumesnapshotclasses',
  'migrationpolicies',
]);

const SHORT_NAMES: Readonly<Record<string, readonly string[]>> = {
  virtualmachines: ['vm', 'vms'],
  virtualmachineinstances: ['vmi', 'vmis'],
  virtualmachineinstancemigrations: ['vmim', 'vmims'],
  kubevirts: ['kv', 'kvs'],
  virtualmachinesnapshots: ['vmsnapshot', 'vmsnapshots'],
  virtualmachinerestores: ['vmrestore', 'vmrestores'],
  virtualmachineclones: ['vmclone', 'vmclones'],
  virtualmachineexports: ['vmexport', 'vmexports'],
  datavolumes: ['dv', 'dvs'],
  datasources: ['das'],
  'network-attachment-definitions': ['net-attach-def'],
  storageclasses: ['sc'],
  pods: ['po'],
  events: ['ev'],
  persistentvolumeclaims: ['pvc'],
  persistentvolumes: ['pv'],
  resourcequotas: ['quota'],
  limitranges: ['limits'],
  configmaps: ['cm'],
  serviceaccounts: ['sa'],
  services: ['svc'],
  nodes: ['no'],
  namespaces: ['ns'],
  deployments: ['deploy'],
  daemonsets: ['ds'],
  replicasets: ['rs'],
  customresourcedefinitions: ['crd', 'crds'],
};

const IN_ALL = new Set(['pods', 'services', 'deployments', 'daemonsets', 'replicasets']);
IN_ALL.add('virtualmachines').add('virtualmachineinstances').add('datavolumes');

/** Kinds beside those the product reads: what consoles and clients of a cluster expect to find. */
const OTHERS: readonly (readonly [string, string, string, boolean])[] = [
  ['v1', 'services', 'Service', true],
  ['apps/v1', 'deployments', 'Deployment', true],
  ['apps/v1', 'daemonsets', 'DaemonSet', true],
  ['apps/v1', 'replicasets', 'ReplicaSet', true],
  ['policy/v1', 'poddisruptionbudgets', 'PodDisruptionBudget', true],
  ['storage.k8s.io/v1', 'volumeattachments', 'VolumeAttachment', false],
  ['rbac.authorization.k8s.io/v1', 'clusterroles', 'ClusterRole', false],
  ['rbac.authorization.k8s.io/v1', 'clusterrolebindings', 'ClusterRoleBinding', false],
  ['rbac.authorization.k8s.io/v1', 'roles', 'Role', true],
  ['rbac.authorization.k8s.io/v1', 'rolebindings', 'RoleBinding', true],
  ['apiextensions.k8s.io/v1', 'customresourcedefinitions', 'CustomResourceDefinition', false],
  ['apiregistration.k8s.io/v1', 'apiservices', 'APIService', false],
  ['config.openshift.io/v1', 'clusterversions', 'ClusterVersion', false],
  ['hco.kubevirt.io/v1beta1', 'hyperconvergeds', 'HyperConverged', true],
  ['migrations.kubevirt.io/v1alpha1', 'migrationpolicies', 'MigrationPolicy', false],
  ['cdi.kubevirt.io/v1beta1', 'dataimportcrons', 'DataImportCron', true],
  ['cdi.kubevirt.io/v1beta1', 'cdiconfigs', 'CDIConfig', false],
  ['snapshot.storage.k8s.io/v1', 'volumesnapshots', 'VolumeSnapshot', true],
  ['snapshot.storage.k8s.io/v1', 'volumesnapshotcontents', 'VolumeSnapshotContent', false],
  [
    'snapshot.kubevirt.io/v1beta1',
    'virtualmachinesnapshotcontents',
    'VirtualMachineSnapshotContent',
    true,
  ],
];

const served = (resource: Resource): ServedResource => ({
  ...resource,
  singular: resource.kind.toLowerCase(),
  shortNames: SHORT_NAMES[resource.plural] ?? [],
  categories: IN_ALL.has(resource.plural) ? ['all'] : [],
  builtIn: BUILT_IN_GROUPS.has(resource.group),
  hasStatus: !STATUSLESS.has(resource.plural),
});

const other = ([groupVersion, plural, kind, namespaced]: (typeof OTHERS)[number]): Resource => {
  const [group, version] = groupVersion.includes('/')
    ? groupVersion.split('/')
    : ['', groupVersion];
  return { group: group ?? '', version: version ?? '', plural, kind, namespaced };
};

const known = new Set<string>(
  Object.values(RESOURCES).map(({ group, plural }) => `${group}/${plural}`),
);

/** Every kind this server serves (projects are a view over namespaces). */
export const SERVED: readonly ServedResource[] = [
  ...Object.values(RESOURCES),
  ...OTHERS.map(other).filter(({ group, plural }) => !known.has(`${group}/${plural}`)),
].map(served);

const BY_PATH = new Map(
  SERVED.map((resource) => [`${resource.group}/${resource.version}/${resource.plural}`, resource]),
);
const BY_KIND = new Map(SERVED.map((resource) => [`${resource.group}/${resource.kind}`, resource]));

export const servedAt = (
  group: string,
  version: string,
  plural: string,
): ServedResource | undefined => BY_PATH.get(`${group}/${version}/${plural}`);

/** The resource that stores objects of an apiVersion and kind; any version of the group fits. */
export const servedKind = (apiVersion: string, kind: string): ServedResource | undefined =>
  BY_KIND.get(`${apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : ''}/${kind}`);

/** The resource of a group by its plural, for those the server itself works with. */
export const servedPlural = (plural: string): ServedResource => {
  const found = SERVED.find((resource) => resource.plural === plural);
  if (found === undefined) throw new Error(`No resource "${plural}" is served.`);
  return found;
};
