// Written by `npm run generate`; a test fails when it is stale.
import type { Rule } from '../rule';
import { accessCredentialsFailed } from './guest/access-credentials-failed';
import { activeMigrationBlocksStart } from './pod/active-migration-blocks-start';
import { antiAffinityUnsatisfied } from './scheduling/anti-affinity-unsatisfied';
import { backendStorageNoSc } from './pod/backend-storage-no-sc';
import { backendStorageNotReady } from './pod/backend-storage-not-ready';
import { bindingPluginMissing } from './pod/binding-plugin-missing';
import { cdiUnavailable } from './platform/cdi-unavailable';
import { cloneFailed } from './operation/clone-failed';
import { cloneSourceInUse } from './storage/clone-source-in-use';
import { cloneSourceMissing } from './storage/clone-source-missing';
import { cloneValidationFailed } from './storage/clone-validation-failed';
import { cniSandboxFailed } from './network/cni-sandbox-failed';
import { configmapMissing } from './volumes/configmap-missing';
import { consoleUnavailable } from './operation/console-unavailable';
import { containerdiskImagePull } from './image/containerdisk-image-pull';
import { containerdiskInvalid } from './image/containerdisk-invalid';
import { cpuFeatureUnavailable } from './scheduling/cpu-feature-unavailable';
import { cpuModelUnavailable } from './scheduling/cpu-model-unavailable';
import { cpumanagerMissing } from './scheduling/cpumanager-missing';
import { datasourceNotReady } from './storage/datasource-not-ready';
import { dedicatedCpuNotGuaranteed } from './pod/dedicated-cpu-not-guaranteed';
import { deleteFailed } from './vm/delete-failed';
import { diskFullPaused } from './runtime/disk-full-paused';
import { diskOpenFailed } from './runtime/disk-open-failed';
import { domainStartFailed } from './runtime/domain-start-failed';
import { dvCloneUnauthorized } from './storage/dv-clone-unauthorized';
import { dvCreateFailed } from './storage/dv-create-failed';
import { dvFailed } from './storage/dv-failed';
import { dvResourceConflict } from './storage/dv-resource-conflict';
import { dvStorageQuotaExceeded } from './storage/dv-storage-quota-exceeded';
import { evictionBlocked } from './migration/eviction-blocked';
import { exportFailed } from './operation/export-failed';
import { featureGateDisabled } from './vm/feature-gate-disabled';
import { guestAgentMissing } from './guest/guest-agent-missing';
import { guestAgentUnsupported } from './guest/guest-agent-unsupported';
import { guestPanic } from './guest/guest-panic';
import { guestShutdownLoop } from './guest/guest-shutdown-loop';
import { hostDeviceNotPermitted } from './pod/host-device-not-permitted';
import { hostdiskNoSpace } from './runtime/hostdisk-no-space';
import { hotplugAttachStuck } from './volumes/hotplug-attach-stuck';
import { hotplugUpdateConflict } from './vm/hotplug-update-conflict';
import { hotplugVolumePending } from './volumes/hotplug-volume-pending';
import { importerAuth } from './storage/importer-auth';
import { importerChecksumMismatch } from './storage/importer-checksum-mismatch';
import { importerCrashloop } from './storage/importer-crashloop';
import { importerHttpUnreachable } from './storage/importer-http-unreachable';
import { importerImageTooLarge } from './storage/importer-image-too-large';
import { importerNoDiskInContainer } from './storage/importer-no-disk-in-container';
import { importerOomkilled } from './storage/importer-oomkilled';
import { importerRegistryPullFailed } from './storage/importer-registry-pull-failed';
import { importerScratchPending } from './storage/importer-scratch-pending';
import { importerTls } from './storage/importer-tls';
import { importerUnschedulable } from './storage/importer-unschedulable';
import { inProgress } from './vm/in-progress';
import { inferFromVolumeFailed } from './vm/infer-from-volume-failed';
import { instancetypeConflict } from './vm/instancetype-conflict';
import { instancetypeNotFound } from './vm/instancetype-not-found';
import { instancetypeRevisionMissing } from './vm/instancetype-revision-missing';
import { insufficientCpuMemory } from './scheduling/insufficient-cpu-memory';
import { insufficientGpu } from './scheduling/insufficient-gpu';
import { insufficientHugepages } from './scheduling/insufficient-hugepages';
import { insufficientKvm } from './scheduling/insufficient-kvm';
import { ioErrorPaused } from './runtime/io-error-paused';
import { irrecoverablePostcopy } from './runtime/irrecoverable-postcopy';
import { kubevirtCrUnhealthy } from './platform/kubevirt-cr-unhealthy';
import { launcherEvictedNodePressure } from './runtime/launcher-evicted-node-pressure';
import { launcherImagePull } from './image/launcher-image-pull';
import { launcherOomkilled } from './runtime/launcher-oomkilled';
import { launcherUnresponsive } from './runtime/launcher-unresponsive';
import { limitrangeViolation } from './pod/limitrange-violation';
import { macCollision } from './network/mac-collision';
import { machineTypeUnavailable } from './scheduling/machine-type-unavailable';
import { manualRecoveryRequired } from './vm/manual-recovery-required';
import { memoryDumpFailed } from './operation/memory-dump-failed';
import { memoryHotplugFailed } from './migration/memory-hotplug-failed';
import { migrationAbortedTimeout } from './migration/migration-aborted-timeout';
import { migrationBackoff } from './migration/migration-backoff';
import { migrationBlockedByBackupOrUtility } from './migration/migration-blocked-by-backup-or-utility';
import { migrationDenied } from './migration/migration-denied';
import { migrationDomainLost } from './migration/migration-domain-lost';
import { migrationFailedLibvirt } from './migration/migration-failed-libvirt';
import { migrationHostModel } from './migration/migration-host-model';
import { migrationQuota } from './migration/migration-quota';
import { migrationTargetCrashed } from './migration/migration-target-crashed';
import { migrationTargetUnschedulable } from './migration/migration-target-unschedulable';
import { multiAttach } from './volumes/multi-attach';
import { nadMissing } from './pod/nad-missing';
import { nadMissingAtSandbox } from './network/nad-missing-at-sandbox';
import { networkConfigFailed } from './network/network-config-failed';
import { nicHotplugPending } from './network/nic-hotplug-pending';
import { noDefaultStorageclass } from './storage/no-default-storageclass';
import { noSchedulableVirtNodes } from './scheduling/no-schedulable-virt-nodes';
import { nodeNotReady } from './platform/node-not-ready';
import { nodeSelectorMismatch } from './scheduling/node-selector-mismatch';
import { nodesCordoned } from './scheduling/nodes-cordoned';
import { notLiveMigratableCpu } from './migration/not-live-migratable-cpu';
import { notLiveMigratableDevice } from './migration/not-live-migratable-device';
import { notLiveMigratableDisks } from './migration/not-live-migratable-disks';
import { notLiveMigratableNetwork } from './migration/not-live-migratable-network';
import { outdatedLauncher } from './runtime/outdated-launcher';
import { pausedByMigrationMonitor } from './runtime/paused-by-migration-monitor';
import { pausedByUser } from './runtime/paused-by-user';
import { podCreateRejected } from './pod/pod-create-rejected';
import { podRejectedByNode } from './scheduling/pod-rejected-by-node';
import { podSchedulingGated } from './scheduling/pod-scheduling-gated';
import { podSecurityViolation } from './pod/pod-security-violation';
import { preemptedOrEvictedByScheduler } from './scheduling/preempted-or-evicted-by-scheduler';
import { preferenceNotFound } from './vm/preference-not-found';
import { preferenceRequirementsNotMet } from './vm/preference-requirements-not-met';
import { primaryUdnOrNoIp } from './network/primary-udn-or-no-ip';
import { probeFailing } from './guest/probe-failing';
import { pvcLost } from './storage/pvc-lost';
import { pvcNoMatchingPv } from './storage/pvc-no-matching-pv';
import { pvcNotFound } from './storage/pvc-not-found';
import { pvcProvisioningFailed } from './storage/pvc-provisioning-failed';
import { pvcWaitingExternalProvisioner } from './storage/pvc-waiting-external-provisioner';
import { quotaRequiresLimits } from './pod/quota-requires-limits';
import { resourceQuotaExceeded } from './pod/resource-quota-exceeded';
import { restartRequired } from './vm/restart-required';
import { restoreTargetNotReady } from './operation/restore-target-not-ready';
import { runstrategyWaitAsReceiver } from './vm/runstrategy-wait-as-receiver';
import { sccDenied } from './pod/scc-denied';
import { secretMissing } from './volumes/secret-missing';
import { securebootRomMissing } from './runtime/secureboot-rom-missing';
import { serviceaccountMissing } from './pod/serviceaccount-missing';
import { sevAttestationWait } from './runtime/sev-attestation-wait';
import { snapshotFailed } from './operation/snapshot-failed';
import { snapshotUnsupportedStorage } from './operation/snapshot-unsupported-storage';
import { sriovUnavailable } from './scheduling/sriov-unavailable';
import { staleFailedLauncherPods } from './runtime/stale-failed-launcher-pods';
import { startFailureCrashloop } from './vm/start-failure-crashloop';
import { storageMigrationDestTooSmall } from './volumes/storage-migration-dest-too-small';
import { storageMigrationInvalid } from './volumes/storage-migration-invalid';
import { storageclassNotFound } from './storage/storageclass-not-found';
import { storageprofileIncomplete } from './storage/storageprofile-incomplete';
import { topologyHintsMissing } from './pod/topology-hints-missing';
import { unsupportedArchitecture } from './vm/unsupported-architecture';
import { untoleratedTaint } from './scheduling/untolerated-taint';
import { uploadNeverCompleted } from './storage/upload-never-completed';
import { virtControllerDown } from './platform/virt-controller-down';
import { virtHandlerDown } from './platform/virt-handler-down';
import { vmLockedBySnapshotOrRestore } from './vm/vm-locked-by-snapshot-or-restore';
import { vmStoppedByUser } from './vm/vm-stopped-by-user';
import { vmStoppedGuestShutdown } from './vm/vm-stopped-guest-shutdown';
import { vmTerminatingStuck } from './runtime/vm-terminating-stuck';
import { vmiCrashedUnknown } from './runtime/vmi-crashed-unknown';
import { vmiCreateRejected } from './vm/vmi-create-rejected';
import { volumeLimitReached } from './scheduling/volume-limit-reached';
import { volumeMountFailed } from './volumes/volume-mount-failed';
import { volumeNodeAffinityConflict } from './scheduling/volume-node-affinity-conflict';
import { volumeReadinessError } from './storage/volume-readiness-error';
import { webhookUnavailable } from './platform/webhook-unavailable';
import { wffcUnschedulable } from './scheduling/wffc-unschedulable';
import { wffcWaiting } from './storage/wffc-waiting';

export const RULES: readonly Rule[] = [
  accessCredentialsFailed,
  activeMigrationBlocksStart,
  antiAffinityUnsatisfied,
  backendStorageNoSc,
  backendStorageNotReady,
  bindingPluginMissing,
  cdiUnavailable,
  cloneFailed,
  cloneSourceInUse,
  cloneSourceMissing,
  cloneValidationFailed,
  cniSandboxFailed,
  configmapMissing,
  consoleUnavailable,
  containerdiskImagePull,
  containerdiskInvalid,
  cpuFeatureUnavailable,
  cpuModelUnavailable,
  cpumanagerMissing,
  datasourceNotReady,
  dedicatedCpuNotGuaranteed,
  deleteFailed,
  diskFullPaused,
  diskOpenFailed,
  domainStartFailed,
  dvCloneUnauthorized,
  dvCreateFailed,
  dvFailed,
  dvResourceConflict,
  dvStorageQuotaExceeded,
  evictionBlocked,
  exportFailed,
  featureGateDisabled,
  guestAgentMissing,
  guestAgentUnsupported,
  guestPanic,
  guestShutdownLoop,
  hostDeviceNotPermitted,
  hostdiskNoSpace,
  hotplugAttachStuck,
  hotplugUpdateConflict,
  hotplugVolumePending,
  importerAuth,
  importerChecksumMismatch,
  importerCrashloop,
  importerHttpUnreachable,
  importerImageTooLarge,
  importerNoDiskInContainer,
  importerOomkilled,
  importerRegistryPullFailed,
  importerScratchPending,
  importerTls,
  importerUnschedulable,
  inProgress,
  inferFromVolumeFailed,
  instancetypeConflict,
  instancetypeNotFound,
  instancetypeRevisionMissing,
  insufficientCpuMemory,
  insufficientGpu,
  insufficientHugepages,
  insufficientKvm,
  ioErrorPaused,
  irrecoverablePostcopy,
  kubevirtCrUnhealthy,
  launcherEvictedNodePressure,
  launcherImagePull,
  launcherOomkilled,
  launcherUnresponsive,
  limitrangeViolation,
  macCollision,
  machineTypeUnavailable,
  manualRecoveryRequired,
  memoryDumpFailed,
  memoryHotplugFailed,
  migrationAbortedTimeout,
  migrationBackoff,
  migrationBlockedByBackupOrUtility,
  migrationDenied,
  migrationDomainLost,
  migrationFailedLibvirt,
  migrationHostModel,
  migrationQuota,
  migrationTargetCrashed,
  migrationTargetUnschedulable,
  multiAttach,
  nadMissing,
  nadMissingAtSandbox,
  networkConfigFailed,
  nicHotplugPending,
  noDefaultStorageclass,
  noSchedulableVirtNodes,
  nodeNotReady,
  nodeSelectorMismatch,
  nodesCordoned,
  notLiveMigratableCpu,
  notLiveMigratableDevice,
  notLiveMigratableDisks,
  notLiveMigratableNetwork,
  outdatedLauncher,
  pausedByMigrationMonitor,
  pausedByUser,
  podCreateRejected,
  podRejectedByNode,
  podSchedulingGated,
  podSecurityViolation,
  preemptedOrEvictedByScheduler,
  preferenceNotFound,
  preferenceRequirementsNotMet,
  primaryUdnOrNoIp,
  probeFailing,
  pvcLost,
  pvcNoMatchingPv,
  pvcNotFound,
  pvcProvisioningFailed,
  pvcWaitingExternalProvisioner,
  quotaRequiresLimits,
  resourceQuotaExceeded,
  restartRequired,
  restoreTargetNotReady,
  runstrategyWaitAsReceiver,
  sccDenied,
  secretMissing,
  securebootRomMissing,
  serviceaccountMissing,
  sevAttestationWait,
  snapshotFailed,
  snapshotUnsupportedStorage,
  sriovUnavailable,
  staleFailedLauncherPods,
  startFailureCrashloop,
  storageMigrationDestTooSmall,
  storageMigrationInvalid,
  storageclassNotFound,
  storageprofileIncomplete,
  topologyHintsMissing,
  unsupportedArchitecture,
  untoleratedTaint,
  uploadNeverCompleted,
  virtControllerDown,
  virtHandlerDown,
  vmLockedBySnapshotOrRestore,
  vmStoppedByUser,
  vmStoppedGuestShutdown,
  vmTerminatingStuck,
  vmiCrashedUnknown,
  vmiCreateRejected,
  volumeLimitReached,
  volumeMountFailed,
  volumeNodeAffinityConflict,
  volumeReadinessError,
  webhookUnavailable,
  wffcUnschedulable,
  wffcWaiting,
];
