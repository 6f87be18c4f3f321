const images = { registry: 'mirror.example.com:5000/cnv-ai' };

/** What administrators choose; each must render and pass the policies. */
export const VALUE_SETS: Readonly<Record<string, object>> = {
  'the defaults': { images },
  'no cache': { images, sidecar: { cache: 'none' } },
  'no sidecar': { images, sidecar: { enabled: false } },
  'named namespaces only': { images, sidecar: { namespaces: ['prod-web', 'prod-db'] } },
  'aliases in place of names': {
    images,
    privacy: { personalData: 'keep', aliases: { secretName: 'cnv-ai-alias-key' } },
  },
  'traces and no monitoring': {
    images,
    monitoring: { enabled: false },
    tracing: { endpoint: 'http://collector.tracing.svc:4318' },
  },
  'no hooks and no network policies': {
    images,
    registration: { enabled: false },
    networkPolicy: { enabled: false },
  },
  'everything switched off': {
    images,
    ai: false,
    enabled: false,
    registration: { console: false, lightspeed: false },
  },
  'limits shared through Valkey': {
    images,
    sidecar: {
      limits: {
        perUserAndMinute: 120,
        perUserAtOnce: 0,
        perDay: 100_000,
        redis: { secretName: 'valkey', port: 6380, caConfigMap: 'openshift-service-ca.crt' },
      },
    },
  },
  'a neighbour that writes': {
    images,
    neighbour: { enabled: true, url: 'http://kubernetes-mcp-server.mcp.svc:8080/mcp' },
  },
  'a neighbour that reads': {
    images,
    neighbour: {
      enabled: true,
      url: 'https://kubernetes-mcp-server.mcp.svc/mcp',
      writes: false,
      approvalType: 'never',
    },
  },
  'an air-gapped mirror': {
    images: {
      ...images,
      pullSecrets: ['mirror'],
      plugin: { digest: `sha256:${'a'.repeat(64)}` },
      sidecar: { repository: 'mirrored/cnv-diagnostic', tag: '1.2.3' },
    },
    sidecar: {
      replicas: 3,
      logLevel: 'warn',
      nodeSelector: { 'node-role.kubernetes.io/infra': '' },
      tolerations: [{ key: 'node-role.kubernetes.io/infra', operator: 'Exists' }],
    },
    readers: [
      { kind: 'Group', name: 'vm-support' },
      { kind: 'ServiceAccount', name: 'agent', namespace: 'agents' },
    ],
    networkPolicy: { callers: ['openshift-console', 'openshift-monitoring'] },
  },
};

/** What the schema must refuse before anything reaches a cluster, and the value it must name. */
export const BAD_VALUES: Readonly<Record<string, readonly [at: string, values: object]>> = {
  'a switch that is a word': ['/ai', { ai: 'off' }],
  'a key nobody knows': ["/sidecar': additional properties 'replica'", { sidecar: { replica: 2 } }],
  'an unknown cache': ['/sidecar/cache', { sidecar: { cache: 'redis' } }],
  'a neighbour nobody can reach': ['/neighbour/url', { neighbour: { enabled: true } }],
  'a neighbour that writes unasked': [
    '/neighbour/approvalType',
    { neighbour: { enabled: true, url: 'http://mcp.mcp.svc/mcp', approvalType: 'never' } },
  ],
  'a limit below nothing': ['/sidecar/limits/perDay', { sidecar: { limits: { perDay: -1 } } }],
  'a collector with a password in its address': [
    '/tracing/endpoint',
    { tracing: { endpoint: 'http://user:word@collector' } },
  ],
  'personal data in between': ['/privacy/personalData', { privacy: { personalData: 'some' } }],
  'a namespace with a wildcard': ['/sidecar/namespaces/0', { sidecar: { namespaces: ['prod-*'] } }],
  'no replica': ['/plugin/replicas', { plugin: { replicas: 0 } }],
  'a registry with a scheme': [
    '/images/registry',
    { images: { registry: 'https://mirror.example.com' } },
  ],
  'half a digest': ['/images/plugin/digest', { images: { plugin: { digest: 'sha256:abc' } } }],
  'a ServiceAccount without a namespace': [
    "/readers/0': missing property 'namespace'",
    { readers: [{ kind: 'ServiceAccount', name: 'agent' }] },
  ],
  'a namespace that is none': [
    '/networkPolicy/callers/0',
    { networkPolicy: { callers: ['Open Shift'] } },
  ],
  'memory that is no quantity': [
    '/sidecar/resources/requests/memory',
    { sidecar: { resources: { requests: { cpu: '100m', memory: 'lots' } } } },
  ],
};

/** Where the images are, for values that are not about it. */
export const IMAGES = images;
