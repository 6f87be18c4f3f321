import { formatTime, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { uidFrom } from '../names';
import { condition, ownerOf } from './build';

export type Disk = {
  readonly namespace: string;
  readonly name: string;
  readonly size: string;
  readonly storageClass: string;
  readonly accessMode: 'ReadWriteMany' | 'ReadWriteOnce';
  readonly created: number;
};

const PROVISIONERS: Readonly<Record<string, string>> = {
  'ceph-rbd-virtualization': 'openshift-storage.rbd.csi.ceph.com',
  'local-nvme': 'topolvm.io',
};

const volumeName = ({ namespace, name }: Disk): string =>
  `pvc-${uidFrom(`PersistentVolumeClaim/${namespace}/${name}`)}`;

/** A bound claim; `owner` is its DataVolume when it has one. */
export const claimOf = (disk: Disk, owner?: KubeObject): KubeObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: {
    name: disk.name,
    namespace: disk.namespace,
    uid: uidFrom(`PersistentVolumeClaim/${disk.namespace}/${disk.name}`),
    creationTimestamp: formatTime(disk.created),
    labels: { app: 'containerized-data-importer' },
    annotations: {
      'pv.kubernetes.io/bind-completed': 'yes',
      'volume.kubernetes.io/storage-provisioner': PROVISIONERS[disk.storageClass] ?? '',
    },
    finalizers: ['kubernetes.io/pvc-protection'],
    ...(owner === undefined ? {} : { ownerReferences: [ownerOf(owner)] }),
  },
  spec: {
    accessModes: [disk.accessMode],
    resources: { requests: { storage: disk.size } },
    storageClassName: disk.storageClass,
    volumeMode: 'Block',
    volumeName: volumeName(disk),
  },
  status: {
    accessModes: [disk.accessMode],
    capacity: { storage: disk.size },
    phase: 'Bound',
  },
});

export const volumeOf = (disk: Disk): KubeObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: {
    name: volumeName(disk),
    creationTimestamp: formatTime(disk.created),
    annotations: { 'pv.kubernetes.io/provisioned-by': PROVISIONERS[disk.storageClass] ?? '' },
    finalizers: ['kubernetes.io/pv-protection'],
  },
  spec: {
    accessModes: [disk.accessMode],
    capacity: { storage: disk.size },
    claimRef: {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace: disk.namespace,
      name: disk.name,
      uid: uidFrom(`PersistentVolumeClaim/${disk.namespace}/${disk.name}`),
    },
    csi: {
      driver: PROVISIONERS[disk.storageClass] ?? '',
      volumeHandle: volumeName(disk).replace('pvc-', 'volume-'),
    },
    persistentVolumeReclaimPolicy: 'Delete',
    storageClassName: disk.storageClass,
    volumeMode: 'Block',
  },
  status: { phase: 'Bound', lastPhaseTransitionTime: formatTime(disk.created) },
});

/** An import that is over: the DataVolume stays as a record of it. */
export const dataVolumeOf = (disk: Disk, source: KubeObject, owner: KubeObject): KubeObject => {
  const done = disk.created + 95_000;
  const { name } = disk;
  return {
    apiVersion: 'cdi.kubevirt.io/v1beta1',
    kind: 'DataVolume',
    metadata: {
      name,
      namespace: disk.namespace,
      uid: uidFrom(`DataVolume/${disk.namespace}/${name}`),
      creationTimestamp: formatTime(disk.created),
      generation: 1,
      annotations: { 'cdi.kubevirt.io/storage.usePopulator': 'true' },
      ownerReferences: [ownerOf(owner)],
    },
    spec: {
      ...source,
      storage: {
        resources: { requests: { storage: disk.size } },
        storageClassName: disk.storageClass,
      },
    },
    status: {
      claimName: name,
      conditions: [
        {
          ...condition('Bound', 'True', done, 'Bound', `PVC ${name} Bound`),
          lastHeartbeatTime: formatTime(done),
        },
        { ...condition('Ready', 'True', done), lastHeartbeatTime: formatTime(done) },
        {
          ...condition('Running', 'False', done, 'Completed', 'Import Complete'),
          lastHeartbeatTime: formatTime(done),
        },
      ],
      phase: 'Succeeded',
      progress: '100.0%',
    },
  };
};
