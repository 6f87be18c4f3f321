import { violations, type Manifest } from './policies';

const labels = { app: 'web' };

const container = {
  resources: { requests: { cpu: '1m', memory: '1Mi' }, limits: { memory: '2Mi' } },
  startupProbe: {},
  readinessProbe: {},
  livenessProbe: {},
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  },
};

const deployment = (pod: object = {}, change: object = {}): Manifest => ({
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [{ ...container, ...change }],
        ...pod,
      },
    },
  },
});

const service = (selector: object): Manifest => ({
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { selector },
});

const fence = (matchLabels: object): Manifest => ({
  kind: 'NetworkPolicy',
  metadata: { name: 'fence' },
  spec: { podSelector: { matchLabels } },
});

const context = (change: object) => ({
  securityContext: { ...container.securityContext, ...change },
});

describe('the policies of the chart', () => {
  it('let a careful deployment pass', () => {
    expect(violations([deployment(), service(labels), fence(labels)])).toEqual([]);
  });

  it.each<[string, Manifest[]]>([
    ['may run as root', [deployment({ securityContext: {} })]],
    ['uses hostNetwork', [deployment({ hostNetwork: true })]],
    ['mounts a path of the node', [deployment({ volumes: [{ hostPath: { path: '/' } }] })]],
    ['is privileged', [deployment({}, context({ privileged: true }))]],
    ['fixes a user id', [deployment({}, context({ runAsUser: 0 }))]],
    ['may gain privileges', [deployment({}, context({ allowPrivilegeEscalation: true }))]],
    [
      'writes to its root file system',
      [deployment({}, context({ readOnlyRootFilesystem: false }))],
    ],
    ['keeps capabilities', [deployment({}, context({ capabilities: {} }))]],
    ['has no readinessProbe', [deployment({}, { readinessProbe: undefined })]],
    ['has no memory limit', [deployment({}, { resources: {} })]],
    ['selects no pod of this chart', [deployment(), service({ app: 'other' })]],
    ['needs ServiceAccount web', [deployment({ serviceAccountName: 'web' })]],
    ['needs ConfigMap web', [deployment({ volumes: [{ configMap: { name: 'web' } }] })]],
    ['needs Secret web', [deployment({ volumes: [{ secret: { secretName: 'web' } }] })]],
    ['has no NetworkPolicy', [deployment(), fence({ app: 'other' })]],
    [
      'has a wildcard in verbs',
      [{ kind: 'ClusterRole', metadata: { name: 'all' }, rules: [{ verbs: ['*'] }] }],
    ],
  ])('tell what %s', (what, manifests) => {
    expect(violations(manifests).join('\n')).toContain(what);
  });
});
