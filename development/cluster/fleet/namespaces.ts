import { DAY, formatTime, parseQuantity, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { PLAN, type NamespacePlan } from './plan';

const CREATED_DAYS = 200;

const namespaceOf = (plan: NamespacePlan, now: number): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name: plan.name,
    creationTimestamp: formatTime(now - CREATED_DAYS * DAY),
    labels: {
      'kubernetes.io/metadata.name': plan.name,
      env: plan.env,
      team: plan.team,
      'pod-security.kubernetes.io/enforce': 'privileged',
      ...(plan.disabled === true ? { 'cnv-ai.kubevirt.io/disabled': 'true' } : {}),
    },
    annotations: {
      'openshift.io/display-name': `${plan.team} (${plan.env})`,
      'openshift.io/requester': plan.owner,
    },
  },
  spec: { finalizers: ['kubernetes'] },
  status: { phase: 'Active' },
});

/** A quota with room to spare: what the running machines use is far below it. */
const quotaOf = (plan: NamespacePlan): KubeObject[] => {
  if (plan.quota === undefined) return [];
  const running = plan.apps.flatMap((app) =>
    Array.from({ length: app.count }, (_, index) => app.states?.[index + 1] ?? 'running').flatMap(
      (state) => (state === 'stopped' ? [] : [app.size]),
    ),
  );
  const cpu = running.reduce((sum, size) => sum + size.cpus * 100, 0);
  const memory = running.reduce((sum, size) => sum + (parseQuantity(size.memory) ?? 0), 0);
  const hard = { 'requests.cpu': plan.quota.cpu, 'requests.memory': plan.quota.memory };
  return [
    {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'compute', namespace: plan.name },
      spec: { hard },
      status: { hard, used: { 'requests.cpu': `${cpu}m`, 'requests.memory': String(memory) } },
    },
  ];
};

const attachment = (namespace: string): KubeObject => ({
  apiVersion: 'k8s.cni.cncf.io/v1',
  kind: 'NetworkAttachmentDefinition',
  metadata: { name: 'vlan-100', namespace },
  spec: {
    config: JSON.stringify({
      cniVersion: '0.3.1',
      name: 'vlan-100',
      type: 'bridge',
      bridge: 'br1',
      vlan: 100,
    }),
  },
});

const usesVlan = (plan: NamespacePlan): boolean =>
  plan.apps.some(({ network }) => network === 'vlan-100');

/** Namespaces of the plan with their quotas and networks. */
export const namespaceObjects = (now: number): KubeObject[] => [
  ...PLAN.map((plan) => namespaceOf(plan, now)),
  ...PLAN.flatMap(quotaOf),
  ...PLAN.filter(usesVlan).map(({ name }) => attachment(name)),
];
