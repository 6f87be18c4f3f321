import { DAY, formatTime, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { condition } from '../machine/build';

export const PLATFORM_NAMESPACE = 'openshift-cnv';

const healthy = (since: number): KubeObject[] =>
  (
    [
      ['Available', 'True', 'AllComponentsReady', 'All components are ready.'],
      ['Progressing', 'False', 'AllComponentsReady', 'All components are ready.'],
      ['Degraded', 'False', 'AllComponentsReady', 'All components are ready.'],
    ] as const
  ).map(([type, status, reason, message]) => condition(type, status, since, reason, message));

const kubevirt = (since: number): KubeObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'KubeVirt',
  metadata: {
    name: 'kubevirt-kubevirt-hyperconverged',
    namespace: PLATFORM_NAMESPACE,
    creationTimestamp: formatTime(since),
    generation: 4,
    finalizers: ['foregroundDeleteKubeVirt'],
  },
  spec: {
    configuration: {
      evictionStrategy: 'LiveMigrate',
      migrations: {
        allowAutoConverge: false,
        completionTimeoutPerGiB: 150,
        parallelMigrationsPerCluster: 5,
        parallelOutboundMigrationsPerNode: 2,
      },
      developerConfiguration: { featureGates: ['Snapshot', 'HotplugVolumes', 'VMExport'] },
      vmRolloutStrategy: 'LiveUpdate',
    },
    workloadUpdateStrategy: { workloadUpdateMethods: ['LiveMigrate'] },
  },
  status: {
    conditions: [
      condition('Created', 'True', since, 'AllResourcesCreated', 'All resources were created.'),
      ...healthy(since),
    ],
    defaultArchitecture: 'amd64',
    observedGeneration: 4,
    observedKubeVirtVersion: 'v1.5.2',
    operatorVersion: 'v1.5.2',
    outdatedVirtualMachineInstanceWorkloads: 0,
    phase: 'Deployed',
    targetKubeVirtVersion: 'v1.5.2',
  },
});

const cdi = (since: number): KubeObject => ({
  apiVersion: 'cdi.kubevirt.io/v1beta1',
  kind: 'CDI',
  metadata: { name: 'cdi-kubevirt-hyperconverged', creationTimestamp: formatTime(since) },
  spec: { config: { featureGates: ['HonorWaitForFirstConsumer'] } },
  status: {
    conditions: healthy(since),
    observedVersion: '1.62.0',
    operatorVersion: '1.62.0',
    targetVersion: '1.62.0',
    phase: 'Deployed',
  },
});

const version = (since: number): KubeObject => ({
  apiVersion: 'config.openshift.io/v1',
  kind: 'ClusterVersion',
  metadata: { name: 'version' },
  spec: { channel: 'stable-4.20', clusterID: '00000000-0000-4000-8000-000000000001' },
  status: {
    desired: { version: '4.20.0' },
    history: [
      {
        state: 'Completed',
        version: '4.20.0',
        completionTime: formatTime(since),
        startedTime: formatTime(since),
        verified: true,
      },
    ],
    conditions: healthy(since).filter(({ type }) => type !== 'Degraded'),
    observedGeneration: 1,
  },
});

const deployment = (name: string, replicas: number, since: number): KubeObject => {
  const labels = { 'kubevirt.io': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: PLATFORM_NAMESPACE, labels, creationTimestamp: formatTime(since) },
    spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels } } },
    status: {
      availableReplicas: replicas,
      readyReplicas: replicas,
      replicas,
      observedGeneration: 1,
    },
  };
};

/** OpenShift Virtualization itself, healthy. */
export const platformObjects = (now: number): KubeObject[] => {
  const since = now - 60 * DAY;
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: PLATFORM_NAMESPACE,
        labels: {
          'kubernetes.io/metadata.name': PLATFORM_NAMESPACE,
          'openshift.io/cluster-monitoring': 'true',
        },
      },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    },
    kubevirt(since),
    cdi(since),
    version(since),
    deployment('virt-api', 2, since),
    deployment('virt-controller', 2, since),
    deployment('virt-operator', 2, since),
  ];
};
