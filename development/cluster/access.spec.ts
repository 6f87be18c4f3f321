import { textAt } from '@cnv-ai/engine/kubernetes';
import { startCluster, type Cluster } from './index';
import { as, machine, namesIn, namespace, pod } from './testing';

const KUBEVIRT = '/apis/kubevirt.io/v1';
const SIDECAR = 'system:serviceaccount:cnv-ai:cnv-diagnostic';

describe('who may do what', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    const names = ['prod-web', 'prod-db', 'prod-batch', 'staging-web', 'dev-ml'];
    const objects = [...names.map(namespace), machine('a'), pod('p', 'n1')];
    cluster = await startCluster({ objects });
  });
  afterAll(() => cluster.close());

  it.each<[string, string, number, number, number, number]>([
    // path, then: admin, web-team, viewer, sidecar
    [`${KUBEVIRT}/virtualmachines`, '', 200, 403, 403, 200],
    [`${KUBEVIRT}/namespaces/prod-web/virtualmachines`, '', 200, 200, 200, 200],
    [`${KUBEVIRT}/namespaces/prod-web/virtualmachines/a`, '', 200, 200, 200, 200],
    [`${KUBEVIRT}/namespaces/prod-db/virtualmachines`, '', 200, 403, 200, 200],
    [`${KUBEVIRT}/namespaces/staging-web/virtualmachines`, '', 200, 200, 403, 200],
    [`${KUBEVIRT}/namespaces/dev-ml/virtualmachineinstances`, '', 200, 403, 403, 200],
    ['/api/v1/namespaces/prod-web/pods', '', 200, 200, 403, 200],
    ['/api/v1/namespaces/prod-web/events', '', 200, 200, 403, 200],
    ['/api/v1/namespaces/prod-web/secrets', '', 200, 200, 403, 403],
    ['/api/v1/nodes', '', 200, 403, 403, 200],
    ['/api/v1/namespaces', '', 200, 403, 403, 200],
    ['/api/v1/namespaces/prod-web', '', 200, 200, 200, 200],
    ['/api/v1/namespaces/dev-ml', '', 200, 403, 403, 200],
    ['/apis/project.openshift.io/v1/projects', '', 200, 200, 200, 200],
    ['/apis/project.openshift.io/v1/projects/dev-ml', '', 200, 403, 403, 200],
    ['/apis/storage.k8s.io/v1/storageclasses', '', 200, 200, 200, 200],
    ['/apis/none.example/v1/things', '', 404, 403, 403, 403],
    ['/apis', '', 200, 200, 200, 200],
    ['/metrics', '', 404, 403, 403, 403],
    [`${KUBEVIRT}/namespaces/prod-web/virtualmachines/a`, 'DELETE', 200, 200, 403, 403],
    [`${KUBEVIRT}/namespaces/prod-web/virtualmachines/a/status`, 'DELETE', 405, 403, 403, 403],
  ])('%s %s', async (path, method, ...codes) => {
    const dry = method === 'DELETE' ? '?dryRun=All' : '';
    const found = await Promise.all(
      ['admin', 'web-team', 'viewer', SIDECAR].map(
        async (user) =>
          (await as(cluster, user)(`${path}${dry}`, { method: method || 'GET' })).code,
      ),
    );
    expect(found).toEqual(codes);
  });

  it.each([
    [
      `${KUBEVIRT}/virtualmachines`,
      'virtualmachines.kubevirt.io is forbidden: User "viewer" cannot list resource "virtualmachines" in API group "kubevirt.io" at the cluster scope',
      { group: 'kubevirt.io', kind: 'virtualmachines' },
    ],
    [
      '/api/v1/namespaces/prod-web/pods',
      'pods is forbidden: User "viewer" cannot list resource "pods" in API group "" in the namespace "prod-web"',
      { kind: 'pods' },
    ],
    [
      '/api/v1/namespaces/prod-web/pods/p/log',
      'pods "p" is forbidden: User "viewer" cannot get resource "pods/log" in API group "" in the namespace "prod-web"',
      { name: 'p', kind: 'pods' },
    ],
    ['/metrics', 'forbidden: User "viewer" cannot get path "/metrics"', {}],
  ])('words the refusal of %s as the API server does', async (path, message, details) => {
    expect(await as(cluster, 'viewer')(path)).toMatchObject({
      code: 403,
      body: {
        kind: 'Status',
        apiVersion: 'v1',
        status: 'Failure',
        reason: 'Forbidden',
        message,
        details,
        code: 403,
      },
    });
  });

  it.each(['', 'nobody'])('answers 401 to the token "%s"', async (token) => {
    const reply = await as(cluster, token)(`${KUBEVIRT}/virtualmachines`);
    expect(reply).toMatchObject({
      code: 401,
      body: { kind: 'Status', message: 'Unauthorized', reason: 'Unauthorized', code: 401 },
    });
    expect(reply.headers.get('www-authenticate')).toBe('Bearer');
  });

  it.each(['/version', '/healthz', '/readyz', '/livez'])(
    'serves %s without a token',
    async (path) => {
      expect((await as(cluster, '')(path)).code).toBe(200);
    },
  );

  it('shows each user the projects whose namespace they may get', async () => {
    const projects = async (user: string) =>
      namesIn(await as(cluster, user)('/apis/project.openshift.io/v1/projects'));
    expect(await projects('web-team')).toEqual(['prod-web', 'staging-web']);
    expect(await projects('viewer')).toEqual(['prod-batch', 'prod-db', 'prod-web']);
    expect(await projects('admin')).toContain('dev-ml');
  });

  it('follows a binding made while it runs, down to its resourceNames', async () => {
    const admin = as(cluster, 'admin');
    const roles = '/apis/rbac.authorization.k8s.io/v1/namespaces/dev-ml';
    const subjects = [{ kind: 'User', name: 'viewer' }];
    await admin(`${roles}/roles`, {
      method: 'POST',
      json: {
        metadata: { name: 'one' },
        rules: [
          { apiGroups: [''], resources: ['pods'], resourceNames: ['x'], verbs: ['get', 'list'] },
        ],
      },
    });
    await admin(`${roles}/rolebindings`, {
      method: 'POST',
      json: { metadata: { name: 'one' }, subjects, roleRef: { kind: 'Role', name: 'one' } },
    });
    const viewer = as(cluster, 'viewer');
    const pods = '/api/v1/namespaces/dev-ml/pods';
    expect((await viewer(`${pods}/x`)).code).toBe(404);
    expect((await viewer(`${pods}/y`)).code).toBe(403);
    expect((await viewer(pods)).code).toBe(403);
    expect((await viewer(`${pods}?fieldSelector=metadata.name%3Dx`)).code).toBe(200);
  });
});

describe('impersonation', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster({ objects: [namespace('prod-web')] });
  });
  afterAll(() => cluster.close());
  const list = `${KUBEVIRT}/namespaces/prod-web/virtualmachines`;

  it.each([
    [{ 'impersonate-user': 'viewer' }, list, 200],
    [{ 'impersonate-user': 'viewer' }, '/api/v1/nodes', 403],
    [{ 'impersonate-user': 'x', 'impersonate-group': 'team-web' }, list, 200],
    [{ 'impersonate-user': SIDECAR }, '/api/v1/nodes', 200],
    [{ 'impersonate-group': 'team-web' }, list, 500],
  ])('acts as %j', async (headers, path, code) => {
    expect((await as(cluster, 'admin')(path, { headers })).code).toBe(code);
  });

  it('is refused to those who may not', async () => {
    const headers = { 'impersonate-user': 'admin' };
    const reply = await as(cluster, 'viewer')(list, { headers });
    expect(reply.code).toBe(403);
    expect(textAt(reply.body, 'message')).toBe(
      'users "admin" is forbidden: User "viewer" cannot impersonate resource "users" in API group "" at the cluster scope',
    );
  });
});
