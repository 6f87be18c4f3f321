/** A kind of the API and how it is addressed. */
export type Resource = {
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** Read as PartialObjectMetadata only: that it exists is a fact, what it holds is not ours. */
  readonly metadataOnly?: boolean;
};

const resource = (
  groupVersion: string,
  plural: string,
  kind: string,
  namespaced = true,
  metadataOnly = false,
): Resource => {
  const [first = '', second] = groupVersion.split('/');
  return {
    group: second === undefined ? '' : first,
    version: second ?? first,
    plural,
    kind,
    namespaced,
    ...(metadataOnly ? { metadataOnly } : {}),
  };
};

/** Every kind this product reads, and nothing else. Role rules and access reviews follow from it. */
export const RESOURCES = {
  virtualMachines: resource('kubevirt.io/v1', 'virtualmachines', 'VirtualMachine'),
  virtualMachineInstances: resource(
    'kubevirt.io/v1',
    'virtualmachineinstances',
    'VirtualMachineInstance',
  ),
  migrations: resource(
    'kubevirt.io/v1',
    'virtualmachineinstancemigrations',
    'VirtualMachineInstanceMigration',
  ),
  kubevirts: resource('kubevirt.io/v1', 'kubevirts', 'KubeVirt'),
  instancetypes: resource(
    'instancetype.kubevirt.io/v1beta1',
    'virtualmachineinstancetypes',
    'VirtualMachineInstancetype',
  ),
  clusterInstancetypes: resource(
    'instancetype.kubevirt.io/v1beta1',
    'virtualmachineclusterinstancetypes',
    'VirtualMachineClusterInstancetype',
    false,
  ),
  preferences: resource(
    'instancetype.kubevirt.io/v1beta1',
    'virtualmachinepreferences',
    'VirtualMachinePreference',
  ),
  clusterPreferences: resource(
    'instancetype.kubevirt.io/v1beta1',
    'virtualmachineclusterpreferences',
    'VirtualMachineClusterPreference',
    false,
  ),
  snapshots: resource(
    'snapshot.kubevirt.io/v1beta1',
    'virtualmachinesnapshots',
    'VirtualMachineSnapshot',
  ),
  backups: resource('backup.kubevirt.io/v1alpha1', 'virtualmachinebackups', 'VirtualMachineBackup'),
  backupTrackers: resource(
    'backup.kubevirt.io/v1alpha1',
    'virtualmachinebackuptrackers',
    'VirtualMachineBackupTracker',
  ),
  restores: resource(
    'snapshot.kubevirt.io/v1beta1',
    'virtualmachinerestores',
    'VirtualMachineRestore',
  ),
  clones: resource('clone.kubevirt.io/v1beta1', 'virtualmachineclones', 'VirtualMachineClone'),
  exports: resource('export.kubevirt.io/v1beta1', 'virtualmachineexports', 'VirtualMachineExport'),
  dataVolumes: resource('cdi.kubevirt.io/v1beta1', 'datavolumes', 'DataVolume'),
  dataSources: resource('cdi.kubevirt.io/v1beta1', 'datasources', 'DataSource'),
  storageProfiles: resource('cdi.kubevirt.io/v1beta1', 'storageprofiles', 'StorageProfile', false),
  cdis: resource('cdi.kubevirt.io/v1beta1', 'cdis', 'CDI', false),
  networkAttachments: resource(
    'k8s.cni.cncf.io/v1',
    'network-attachment-definitions',
    'NetworkAttachmentDefinition',
  ),
  controllerRevisions: resource('apps/v1', 'controllerrevisions', 'ControllerRevision', true, true),
  storageClasses: resource('storage.k8s.io/v1', 'storageclasses', 'StorageClass', false),
  csiDrivers: resource('storage.k8s.io/v1', 'csidrivers', 'CSIDriver', false),
  csiNodes: resource('storage.k8s.io/v1', 'csinodes', 'CSINode', false),
  priorityClasses: resource('scheduling.k8s.io/v1', 'priorityclasses', 'PriorityClass', false),
  securityContextConstraints: resource(
    'security.openshift.io/v1',
    'securitycontextconstraints',
    'SecurityContextConstraints',
    false,
  ),
  volumeSnapshots: resource('snapshot.storage.k8s.io/v1', 'volumesnapshots', 'VolumeSnapshot'),
  volumeSnapshotClasses: resource(
    'snapshot.storage.k8s.io/v1',
    'volumesnapshotclasses',
    'VolumeSnapshotClass',
    false,
  ),
  pods: resource('v1', 'pods', 'Pod'),
  events: resource('v1', 'events', 'Event'),
  persistentVolumeClaims: resource('v1', 'persistentvolumeclaims', 'PersistentVolumeClaim'),
  persistentVolumes: resource('v1', 'persistentvolumes', 'PersistentVolume', false),
  resourceQuotas: resource('v1', 'resourcequotas', 'ResourceQuota'),
  limitRanges: resource('v1', 'limitranges', 'LimitRange'),
  secrets: resource('v1', 'secrets', 'Secret', true, true),
  configMaps: resource('v1', 'configmaps', 'ConfigMap', true, true),
  serviceAccounts: resource('v1', 'serviceaccounts', 'ServiceAccount', true, true),
  nodes: resource('v1', 'nodes', 'Node', false),
  namespaces: resource('v1', 'namespaces', 'Namespace', false),
  projects: resource('project.openshift.io/v1', 'projects', 'Project', false),
} as const satisfies Record<string, Resource>;

export const apiVersionOf = ({ group, version }: Resource): string =>
  group === '' ? version : `${group}/${version}`;

/** The path of a resource under the API server's root. */
export const pathOf = (resource: Resource, namespace?: string, name?: string): string => {
  const root = resource.group === '' ? '/api' : `/apis/${resource.group}`;
  const scope =
    resource.namespaced && namespace !== undefined
      ? `/namespaces/${encodeURIComponent(namespace)}`
      : '';
  const object = name === undefined ? '' : `/${encodeURIComponent(name)}`;
  return `${root}/${resource.version}${scope}/${resource.plural}${object}`;
};

/** The resource of an object, by its apiVersion's group and its kind. */
export const resourceOf = (apiVersion: string, kind: string): Resource | undefined => {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return Object.values(RESOURCES).find((entry) => entry.group === group && entry.kind === kind);
};
