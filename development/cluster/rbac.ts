import { RESOURCES, byCodeUnit, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { SIDECAR_ACCOUNT, SIDECAR_NAMESPACE, TEAM_NAMESPACES, VIEWER_NAMESPACES } from './users';

const API = 'rbac.authorization.k8s.io/v1';
const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update'];

const rule = (
  group: string,
  resources: readonly string[],
  verbs: readonly string[],
): KubeObject => ({
  apiGroups: [group],
  resources,
  verbs,
});
const paths = (nonResourceURLs: readonly string[]): KubeObject => ({
  nonResourceURLs,
  verbs: ['get'],
});

const clusterRole = (name: string, rules: readonly KubeObject[]): KubeObject => ({
  apiVersion: API,
  kind: 'ClusterRole',
  metadata: { name },
  rules,
});

type Subject = {
  readonly kind: 'User' | 'Group' | 'ServiceAccount';
  readonly name: string;
  readonly namespace?: string;
};

const subjectOf = (subject: Subject): KubeObject =>
  subject.kind === 'ServiceAccount'
    ? subject
    : { ...subject, apiGroup: 'rbac.authorization.k8s.io' };

const binding = (name: string, role: string, subject: Subject, namespace?: string): KubeObject => ({
  apiVersion: API,
  kind: namespace === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
  metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
  subjects: [subjectOf(subject)],
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
});

const EVERYONE: Subject = { kind: 'Group', name: 'system:authenticated' };
const ANYONE: Subject = { kind: 'Group', name: 'system:unauthenticated' };
const HEALTH = ['/healthz', '/livez', '/readyz', '/version', '/version/'];
const DISCOVERY = [...HEALTH, '/api', '/api/*', '/apis', '/apis/*', '/openapi', '/openapi/*'];

const SYSTEM_ROLES = [
  clusterRole('cluster-admin', [
    { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
    { nonResourceURLs: ['*'], verbs: ['*'] },
  ]),
  clusterRole('system:discovery', [paths(DISCOVERY)]),
  clusterRole('system:public-info-viewer', [paths(HEALTH)]),
  clusterRole('system:basic-user', [
    rule(
      'authorization.k8s.io',
      ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
      ['create'],
    ),
    rule('authentication.k8s.io', ['selfsubjectreviews'], ['create']),
  ]),
  clusterRole('basic-user', [
    rule('project.openshift.io', ['projects'], ['list', 'watch']),
    rule('storage.k8s.io', ['storageclasses'], ['get', 'list']),
  ]),
  clusterRole('system:auth-delegator', [
    rule('authentication.k8s.io', ['tokenreviews'], ['create']),
    rule('authorization.k8s.io', ['subjectaccessreviews'], ['create']),
  ]),
];

const CORE = [
  'pods',
  'pods/log',
  'events',
  'persistentvolumeclaims',
  'services',
  'configmaps',
  'serviceaccounts',
  'resourcequotas',
  'limitranges',
];
const KUBEVIRT = ['virtualmachines', 'virtualmachineinstances', 'virtualmachineinstancemigrations'];
const CDI = ['datavolumes', 'datasources', 'dataimportcrons'];
const WORKLOADS = ['deployments', 'daemonsets', 'replicasets', 'controllerrevisions'];
const ANY_OF_GROUP = [
  'snapshot.kubevirt.io',
  'clone.kubevirt.io',
  'export.kubevirt.io',
  'instancetype.kubevirt.io',
  'k8s.cni.cncf.io',
];

const namespaceRead = [
  rule('', CORE, READ),
  rule('', ['namespaces'], READ),
  rule('project.openshift.io', ['projects'], ['get']),
  rule('apps', WORKLOADS, READ),
  rule('kubevirt.io', KUBEVIRT, READ),
  rule('cdi.kubevirt.io', CDI, READ),
  ...ANY_OF_GROUP.map((group) => rule(group, ['*'], READ)),
];

const OPERATIONS = [
  'virtualmachines/start',
  'virtualmachines/stop',
  'virtualmachines/restart',
  'virtualmachines/migrate',
  'virtualmachineinstances/pause',
  'virtualmachineinstances/unpause',
];

/** What a person may be bound to in a namespace, as OpenShift's aggregated roles amount to. */
const NAMESPACE_ROLES = [
  clusterRole('view', namespaceRead),
  clusterRole('admin', [
    ...namespaceRead,
    rule('', ['secrets'], [...READ, ...WRITE]),
    rule(
      '',
      ['pods', 'services', 'configmaps', 'persistentvolumeclaims', 'serviceaccounts'],
      WRITE,
    ),
    rule('kubevirt.io', KUBEVIRT, WRITE),
    rule('cdi.kubevirt.io', CDI, WRITE),
    ...ANY_OF_GROUP.map((group) => rule(group, ['*'], WRITE)),
    rule('subresources.kubevirt.io', OPERATIONS, ['update']),
    rule('rbac.authorization.k8s.io', ['roles', 'rolebindings'], [...READ, ...WRITE]),
  ]),
  clusterRole('cnv-vm-viewer', [
    rule('kubevirt.io', ['virtualmachines', 'virtualmachineinstances'], READ),
    rule('', ['namespaces'], ['get']),
    rule('project.openshift.io', ['projects'], ['get']),
  ]),
  clusterRole('instancetype.kubevirt.io:view', [
    rule(
      'instancetype.kubevirt.io',
      ['virtualmachineclusterinstancetypes', 'virtualmachineclusterpreferences'],
      READ,
    ),
  ]),
];

/** The sidecar watches what the engine reads, but for the kinds read as metadata only. */
const sidecarRole = (): KubeObject => {
  const read = Object.values(RESOURCES).filter((resource) => !('metadataOnly' in resource));
  const groups = [...new Set(read.map(({ group }) => group))].sort(byCodeUnit);
  return clusterRole(
    'cnv-diagnostic',
    groups.map((group) =>
      rule(
        group,
        read.filter((resource) => resource.group === group).map(({ plural }) => plural),
        READ,
      ),
    ),
  );
};

const SIDECAR: Subject = {
  kind: 'ServiceAccount',
  name: SIDECAR_ACCOUNT,
  namespace: SIDECAR_NAMESPACE,
};

/** Roles and bindings of the development users and of the sidecar's service account. */
export const rbacObjects = (): KubeObject[] => [
  ...SYSTEM_ROLES,
  ...NAMESPACE_ROLES,
  sidecarRole(),
  binding('cluster-admins', 'cluster-admin', { kind: 'Group', name: 'cluster-admins' }),
  binding('system:discovery', 'system:discovery', EVERYONE),
  binding('system:public-info-viewer', 'system:public-info-viewer', ANYONE),
  binding('system:basic-user', 'system:basic-user', EVERYONE),
  binding('basic-users', 'basic-user', EVERYONE),
  binding('instancetype-view', 'instancetype.kubevirt.io:view', EVERYONE),
  binding('cnv-diagnostic', 'cnv-diagnostic', SIDECAR),
  binding('cnv-diagnostic-auth', 'system:auth-delegator', SIDECAR),
  ...TEAM_NAMESPACES.map((namespace) =>
    binding('web-team-admin', 'admin', { kind: 'Group', name: 'team-web' }, namespace),
  ),
  ...VIEWER_NAMESPACES.map((namespace) =>
    binding('viewer-vms', 'cnv-vm-viewer', { kind: 'User', name: 'viewer' }, namespace),
  ),
];
