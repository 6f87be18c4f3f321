import { FAILURES } from '@cnv-ai/engine/diagnosis';
import { loadScenarios } from './load';
import { NOW } from './world';

/**
 * What each cause is easily taken for: the causes, or the verdict where there is none, that a
 * scenario has to tell instead. Every cause of the catalogue with a known look-alike is here.
 */
const TAKEN_FOR: Readonly<Record<string, readonly string[]>> = {
  'vm-stopped-by-user': ['vm-stopped-guest-shutdown', 'vmi-create-rejected'],
  'vm-stopped-guest-shutdown': ['vmi-crashed-unknown'],
  'guest-shutdown-loop': ['guest-panic', 'start-failure-crashloop'],
  'start-failure-crashloop': [
    'guest-panic',
    'guest-shutdown-loop',
    'launcher-evicted-node-pressure',
    'launcher-oomkilled',
  ],
  'instancetype-not-found': ['healthy', 'instancetype-revision-missing', 'vmi-create-rejected'],
  'preference-not-found': ['preference-requirements-not-met'],
  'instancetype-revision-missing': ['instancetype-not-found', 'vmi-create-rejected'],
  'instancetype-conflict': ['vmi-create-rejected'],
  'infer-from-volume-failed': ['healthy'],
  'vmi-create-rejected': [
    'feature-gate-disabled',
    'instancetype-conflict',
    'vm-stopped-by-user',
    'webhook-unavailable',
  ],
  'webhook-unavailable': ['vmi-create-rejected'],
  'restart-required': ['hotplug-volume-pending', 'memory-hotplug-failed'],
  'manual-recovery-required': ['storage-migration-invalid'],
  'hotplug-update-conflict': ['in-progress'],
  'resource-quota-exceeded': [
    'dv-storage-quota-exceeded',
    'pod-security-violation',
    'pvc-provisioning-failed',
    'quota-requires-limits',
    'in-progress',
  ],
  'quota-requires-limits': ['resource-quota-exceeded'],
  'nad-missing': ['in-progress', 'nad-missing-at-sandbox'],
  'pvc-not-found': ['clone-source-missing', 'hotplug-volume-pending', 'in-progress', 'pvc-lost'],
  'volume-readiness-error': ['pvc-not-found'],
  'backend-storage-no-sc': ['nad-missing'],
  'backend-storage-not-ready': ['in-progress'],
  'topology-hints-missing': ['nad-missing'],
  'storageclass-not-found': ['no-default-storageclass', 'importer-scratch-pending'],
  'no-default-storageclass': [
    'pvc-no-matching-pv',
    'storageclass-not-found',
    'storageprofile-incomplete',
  ],
  'storageprofile-incomplete': [
    'no-default-storageclass',
    'pvc-provisioning-failed',
    'storageclass-not-found',
  ],
  'pvc-provisioning-failed': [
    'in-progress',
    'pvc-waiting-external-provisioner',
    'storageclass-not-found',
  ],
  'pvc-waiting-external-provisioner': ['in-progress'],
  'wffc-waiting': ['wffc-unschedulable'],
  'wffc-unschedulable': ['importer-unschedulable', 'pvc-provisioning-failed'],
  'pod-create-rejected': ['limitrange-violation'],
  'dv-storage-quota-exceeded': ['pvc-provisioning-failed', 'resource-quota-exceeded'],
  'clone-source-missing': ['datasource-not-ready'],
  'importer-http-unreachable': ['importer-auth', 'importer-tls', 'in-progress'],
  'importer-auth': ['pvc-provisioning-failed'],
  'importer-image-too-large': ['importer-oomkilled'],
  'importer-checksum-mismatch': ['importer-crashloop'],
  'importer-registry-pull-failed': ['importer-no-disk-in-container'],
  'importer-scratch-pending': ['importer-unschedulable', 'in-progress'],
  'importer-unschedulable': ['wffc-unschedulable'],
  'importer-crashloop': [
    'importer-no-disk-in-container',
    'importer-registry-pull-failed',
    'in-progress',
  ],
  'upload-never-completed': ['in-progress'],
  'cdi-unavailable': ['in-progress'],
  'volume-node-affinity-conflict': ['importer-unschedulable', 'pvc-provisioning-failed'],
  'multi-attach': ['node-not-ready', 'in-progress', 'volume-mount-failed'],
  'volume-mount-failed': ['secret-missing', 'in-progress', 'multi-attach', 'node-not-ready'],
  'secret-missing': ['importer-auth', 'pvc-provisioning-failed'],
  'hotplug-volume-pending': ['hotplug-attach-stuck'],
  'hotplug-attach-stuck': ['hotplug-volume-pending'],
  'io-error-paused': ['disk-full-paused', 'paused-by-user'],
  'disk-full-paused': ['io-error-paused'],
  'disk-open-failed': ['containerdisk-invalid', 'domain-start-failed'],
  'containerdisk-image-pull': ['importer-registry-pull-failed', 'launcher-image-pull'],
  'insufficient-cpu-memory': [
    'cpumanager-missing',
    'in-progress',
    'insufficient-hugepages',
    'migration-target-unschedulable',
  ],
  'node-selector-mismatch': [
    'cpu-model-unavailable',
    'cpumanager-missing',
    'no-schedulable-virt-nodes',
    'nodes-cordoned',
  ],
  'nodes-cordoned': ['node-selector-mismatch'],
  'anti-affinity-unsatisfied': ['healthy'],
  'cpu-model-unavailable': ['cpu-feature-unavailable', 'node-selector-mismatch'],
  'cpumanager-missing': ['insufficient-cpu-memory'],
  'no-schedulable-virt-nodes': ['node-selector-mismatch'],
  'insufficient-kvm': ['insufficient-cpu-memory'],
  'insufficient-hugepages': ['insufficient-cpu-memory'],
  'insufficient-gpu': [
    'host-device-not-permitted',
    'nodes-cordoned',
    'sriov-unavailable',
    'untolerated-taint',
  ],
  'host-device-not-permitted': ['insufficient-gpu'],
  'sriov-unavailable': ['insufficient-gpu'],
  'nad-missing-at-sandbox': ['cni-sandbox-failed'],
  'cni-sandbox-failed': ['nad-missing-at-sandbox'],
  'primary-udn-or-no-ip': ['healthy'],
  'launcher-oomkilled': ['guest-shutdown-loop', 'healthy', 'start-failure-crashloop'],
  'guest-panic': ['guest-shutdown-loop', 'healthy', 'start-failure-crashloop'],
  'vmi-crashed-unknown': [
    'guest-panic',
    'launcher-evicted-node-pressure',
    'launcher-oomkilled',
    'node-not-ready',
  ],
  'node-not-ready': ['healthy', 'untolerated-taint', 'virt-handler-down'],
  'virt-handler-down': ['healthy', 'node-not-ready'],
  'guest-agent-missing': ['healthy'],
  'probe-failing': ['in-progress'],
  'paused-by-user': ['disk-full-paused', 'io-error-paused', 'paused-by-migration-monitor'],
  'paused-by-migration-monitor': ['paused-by-user'],
  'vm-terminating-stuck': ['in-progress'],
  'stale-failed-launcher-pods': ['healthy'],
  'outdated-launcher': ['healthy'],
  'not-live-migratable-disks': ['healthy'],
  'not-live-migratable-device': ['eviction-blocked'],
  'migration-target-unschedulable': ['migration-quota'],
  'migration-aborted-timeout': ['healthy'],
  'memory-hotplug-failed': ['in-progress'],
  'snapshot-failed': ['healthy'],
  'snapshot-unsupported-storage': ['healthy'],
  'export-failed': ['vm-stopped-by-user'],
  'kubevirt-cr-unhealthy': ['healthy'],
  'virt-controller-down': ['in-progress'],
  'in-progress': [
    'importer-checksum-mismatch',
    'limitrange-violation',
    'nad-missing',
    'pod-create-rejected',
    'resource-quota-exceeded',
    'unknown',
  ],
};

const scenarios = loadScenarios(NOW, __dirname);

const pairs = Object.entries(TAKEN_FOR).flatMap(([id, truths]) =>
  truths.map((truth) => [id, truth] as const),
);

describe('what a cause is easily taken for', () => {
  it.each(pairs)('%s must not be told when it is %s', (id, truth) => {
    expect(FAILURES.map((failure) => failure.id)).toContain(id);
    const tried = scenarios.filter(
      ({ looksLike, expect: { verdict, rootCauses } }) =>
        looksLike.includes(id) &&
        (rootCauses.length === 0 ? verdict === truth : rootCauses.includes(truth)) &&
        !rootCauses.includes(id),
    );
    expect(tried).not.toEqual([]);
  });

  it.each(Object.entries(TAKEN_FOR))('%s has a look-alike that is tried', (_, truths) =>
    expect(truths.length).toBeGreaterThan(0),
  );
});
