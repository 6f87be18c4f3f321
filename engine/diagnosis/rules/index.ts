// Written by `npm run generate`; a test fails when it is stale.
import type { Rule } from '../rule';
import { cloneSourceInUse } from './storage/clone-source-in-use';
import { cloneSourceMissing } from './storage/clone-source-missing';
import { cniSandboxFailed } from './network/cni-sandbox-failed';
import { configmapMissing } from './volumes/configmap-missing';
import { containerdiskImagePull } from './image/containerdisk-image-pull';
import { containerdiskInvalid } from './image/containerdisk-invalid';
import { cpuModelUnavailable } from './scheduling/cpu-model-unavailable';
import { datasourceNotReady } from './storage/datasource-not-ready';
import { diskFullPaused } from './runtime/disk-full-paused';
import { diskOpenFailed } from './runtime/disk-open-failed';
import { dvFailed } from './storage/dv-failed';
import { dvStorageQuotaExceeded } from './storage/dv-storage-quota-exceeded';
import { guestAgentMissing } from './guest/guest-agent-missing';
import { hostDeviceNotPermitted } from './pod/host-device-not-permitted';
import { hotplugVolumePending } from './volumes/hotplug-volume-pending';
import { importerAuth } from './storage/importer-auth';
import { importerChecksumMismatch } from './storage/importer-checksum-mismatch';
import { importerCrashloop } from './storage/importer-crashloop';
import { importerHttpUnreachable } from './storage/importer-http-unreachable';
import { importerImageTooLarge } from './storage/importer-image-too-large';
import { importerNoDiskInContainer } from './storage/importer-no-disk-in-container';
import { importerOomkilled } from './storage/importer-oomkilled';
import { importerRegistryPullFailed } from './storage/importer-registry-pull-failed';
import { importerTls } from './storage/importer-tls';
import { inProgress } from './vm/in-progress';
import { instancetypeNotFound } from './vm/instancetype-not-found';
import { insufficientCpuMemory } from './scheduling/insufficient-cpu-memory';
import { insufficientGpu } from './scheduling/insufficient-gpu';
import { insufficientKvm } from './scheduling/insufficient-kvm';
import { ioErrorPaused } from './runtime/io-error-paused';
import { kubevirtCrUnhealthy } from './platform/kubevirt-cr-unhealthy';
import { launcherEvictedNodePressure } from './runtime/launcher-evicted-node-pressure';
import { launcherOomkilled } from './runtime/launcher-oomkilled';
import { migrationTargetUnschedulable } from './migration/migration-target-unschedulable';
import { multiAttach } from './volumes/multi-attach';
import { nadMissing } from './pod/nad-missing';
import { nadMissingAtSandbox } from './network/nad-missing-at-sandbox';
import { noDefaultStorageclass } from './storage/no-default-storageclass';
import { nodeNotReady } from './platform/node-not-ready';
import { nodeSelectorMismatch } from './scheduling/node-selector-mismatch';
import { nodesCordoned } from './scheduling/nodes-cordoned';
import { notLiveMigratableDevice } from './migration/not-live-migratable-device';
import { notLiveMigratableDisks } from './migration/not-live-migratable-disks';
import { notLiveMigratableNetwork } from './migration/not-live-migratable-network';
import { pausedByUser } from './runtime/paused-by-user';
import { podSecurityViolation } from './pod/pod-security-violation';
import { preferenceNotFound } from './vm/preference-not-found';
import { pvcLost } from './storage/pvc-lost';
import { pvcNotFound } from './storage/pvc-not-found';
import { pvcProvisioningFailed } from './storage/pvc-provisioning-failed';
import { pvcWaitingExternalProvisioner } from './storage/pvc-waiting-external-provisioner';
import { quotaRequiresLimits } from './pod/quota-requires-limits';
import { resourceQuotaExceeded } from './pod/resource-quota-exceeded';
import { restartRequired } from './vm/restart-required';
import { secretMissing } from './volumes/secret-missing';
import { snapshotFailed } from './operation/snapshot-failed';
import { snapshotUnsupportedStorage } from './operation/snapshot-unsupported-storage';
import { startFailureCrashloop } from './vm/start-failure-crashloop';
import { storageclassNotFound } from './storage/storageclass-not-found';
import { storageprofileIncomplete } from './storage/storageprofile-incomplete';
import { untoleratedTaint } from './scheduling/untolerated-taint';
import { uploadNeverCompleted } from './storage/upload-never-completed';
import { vmStoppedByUser } from './vm/vm-stopped-by-user';
import { vmiCreateRejected } from './vm/vmi-create-rejected';
import { volumeNodeAffinityConflict } from './scheduling/volume-node-affinity-conflict';
import { webhookUnavailable } from './platform/webhook-unavailable';
import { wffcWaiting } from './storage/wffc-waiting';

export const RULES: readonly Rule[] = [
  cloneSourceInUse,
  cloneSourceMissing,
  cniSandboxFailed,
  configmapMissing,
  containerdiskImagePull,
  containerdiskInvalid,
  cpuModelUnavailable,
  datasourceNotReady,
  diskFullPaused,
  diskOpenFailed,
  dvFailed,
  dvStorageQuotaExceeded,
  guestAgentMissing,
  hostDeviceNotPermitted,
  hotplugVolumePending,
  importerAuth,
  importerChecksumMismatch,
  importerCrashloop,
  importerHttpUnreachable,
  importerImageTooLarge,
  importerNoDiskInContainer,
  importerOomkilled,
  importerRegistryPullFailed,
  importerTls,
  inProgress,
  instancetypeNotFound,
  insufficientCpuMemory,
  insufficientGpu,
  insufficientKvm,
  ioErrorPaused,
  kubevirtCrUnhealthy,
  launcherEvictedNodePressure,
  launcherOomkilled,
  migrationTargetUnschedulable,
  multiAttach,
  nadMissing,
  nadMissingAtSandbox,
  noDefaultStorageclass,
  nodeNotReady,
  nodeSelectorMismatch,
  nodesCordoned,
  notLiveMigratableDevice,
  notLiveMigratableDisks,
  notLiveMigratableNetwork,
  pausedByUser,
  podSecurityViolation,
  preferenceNotFound,
  pvcLost,
  pvcNotFound,
  pvcProvisioningFailed,
  pvcWaitingExternalProvisioner,
  quotaRequiresLimits,
  resourceQuotaExceeded,
  restartRequired,
  secretMissing,
  snapshotFailed,
  snapshotUnsupportedStorage,
  startFailureCrashloop,
  storageclassNotFound,
  storageprofileIncomplete,
  untoleratedTaint,
  uploadNeverCompleted,
  vmStoppedByUser,
  vmiCreateRejected,
  volumeNodeAffinityConflict,
  webhookUnavailable,
  wffcWaiting,
];
