import type { KubeObject } from '@cnv-ai/engine/kubernetes';

/** Shared storage and the default of the cluster. */
export const SHARED_CLASS = 'ceph-rbd-virtualization';
/** Storage of one node, bound when its first consumer is placed. */
export const LOCAL_CLASS = 'local-nvme';

const RBD = 'openshift-storage.rbd.csi.ceph.com';
const TOPOLVM = 'topolvm.io';

const storageClass = (
  name: string,
  provisioner: string,
  volumeBindingMode: string,
  annotations: KubeObject = {},
): KubeObject => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name, annotations },
  provisioner,
  reclaimPolicy: 'Delete',
  allowVolumeExpansion: true,
  volumeBindingMode,
});

const driver = (name: string): KubeObject => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSIDriver',
  metadata: { name },
  spec: { attachRequired: name === RBD, fsGroupPolicy: 'File', podInfoOnMount: false },
});

const snapshotClass = (name: string, driverName: string): KubeObject => ({
  apiVersion: 'snapshot.storage.k8s.io/v1',
  kind: 'VolumeSnapshotClass',
  metadata: { name },
  driver: driverName,
  deletionPolicy: 'Delete',
});

const profile = (name: string, provisioner: string, accessModes: readonly string[]): KubeObject => {
  const claimPropertySets = [{ accessModes, volumeMode: 'Block' }];
  return {
    apiVersion: 'cdi.kubevirt.io/v1beta1',
    kind: 'StorageProfile',
    metadata: { name, labels: { 'cdi.kubevirt.io': '' } },
    spec: {},
    status: { claimPropertySets, cloneStrategy: 'csi-clone', provisioner, storageClass: name },
  };
};

export const storageObjects = (): KubeObject[] => [
  storageClass(SHARED_CLASS, RBD, 'Immediate', {
    'storageclass.kubernetes.io/is-default-class': 'true',
    'storageclass.kubevirt.io/is-default-virt-class': 'true',
  }),
  storageClass(LOCAL_CLASS, TOPOLVM, 'WaitForFirstConsumer'),
  driver(RBD),
  driver(TOPOLVM),
  snapshotClass('ceph-rbd-snapshots', RBD),
  snapshotClass('topolvm-snapshots', TOPOLVM),
  profile(SHARED_CLASS, RBD, ['ReadWriteMany']),
  profile(LOCAL_CLASS, TOPOLVM, ['ReadWriteOnce']),
];
