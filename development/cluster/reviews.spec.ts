import { listAt, textAt } from '@cnv-ai/engine/kubernetes';
import { startCluster, type Cluster } from './index';
import { as, namespace, type Reply } from './testing';

const AUTHENTICATION = '/apis/authentication.k8s.io/v1';
const AUTHORIZATION = '/apis/authorization.k8s.io/v1';
const SIDECAR = 'system:serviceaccount:cnv-ai:cnv-diagnostic';

describe('reviews', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster({ objects: [namespace('prod-web')] });
  });
  afterAll(() => cluster.close());
  const review = (user: string, path: string, spec: unknown): Promise<Reply> =>
    as(cluster, user)(path, { method: 'POST', json: { spec } });

  it('reviews a token for those who may', async () => {
    const spec = { token: 'development-viewer' };
    expect(await review(SIDECAR, `${AUTHENTICATION}/tokenreviews`, spec)).toMatchObject({
      code: 201,
      body: {
        kind: 'TokenReview',
        status: {
          authenticated: true,
          user: { username: 'viewer', groups: ['auditors', 'system:authenticated'] },
        },
      },
    });
    expect((await review('viewer', `${AUTHENTICATION}/tokenreviews`, spec)).code).toBe(403);
  });

  it('says of an unknown token that it is invalid', async () => {
    const reply = await review(SIDECAR, `${AUTHENTICATION}/tokenreviews`, { token: 'nobody' });
    expect(textAt(reply.body, 'status', 'error')).toContain('invalid bearer token');
    expect(reply.body).not.toHaveProperty('status.authenticated');
    expect((await review(SIDECAR, `${AUTHENTICATION}/tokenreviews`, {})).code).toBe(422);
  });

  it.each([
    ['web-team', ['team-web', 'system:authenticated']],
    [SIDECAR, ['system:serviceaccounts', 'system:serviceaccounts:cnv-ai', 'system:authenticated']],
  ])('tells %s who they are', async (user, groups) => {
    const reply = await review(user, `${AUTHENTICATION}/selfsubjectreviews`, undefined);
    expect(reply).toMatchObject({
      code: 201,
      body: { kind: 'SelfSubjectReview', status: { userInfo: { username: user, groups } } },
    });
    expect(reply.body).not.toHaveProperty('spec');
  });

  it.each([
    [
      'web-team',
      { namespace: 'prod-web', verb: 'list', group: 'kubevirt.io', resource: 'virtualmachines' },
      true,
    ],
    [
      'web-team',
      { namespace: 'prod-db', verb: 'list', group: 'kubevirt.io', resource: 'virtualmachines' },
      false,
    ],
    ['web-team', { verb: 'list', group: 'kubevirt.io', resource: 'virtualmachines' }, false],
    [
      'web-team',
      {
        namespace: 'prod-web',
        verb: 'update',
        group: 'subresources.kubevirt.io',
        resource: 'virtualmachines',
        subresource: 'start',
      },
      true,
    ],
    [
      'viewer',
      {
        namespace: 'prod-web',
        verb: 'update',
        group: 'subresources.kubevirt.io',
        resource: 'virtualmachines',
        subresource: 'start',
      },
      false,
    ],
    ['viewer', { namespace: 'prod-web', verb: 'get', resource: 'pods', subresource: 'log' }, false],
    ['admin', { verb: 'delete', resource: 'nodes', name: 'n1' }, true],
  ])('tells %s whether %j is allowed', async (user, resourceAttributes, allowed) => {
    const reply = await review(user, `${AUTHORIZATION}/selfsubjectaccessreviews`, {
      resourceAttributes,
    });
    expect(reply).toMatchObject({ code: 201, body: { status: { allowed } } });
    if (allowed) expect(textAt(reply.body, 'status', 'reason')).toMatch(/^RBAC: allowed by /);
  });

  it('reviews a path', async () => {
    const ask = async (path: string) =>
      (
        await review('viewer', `${AUTHORIZATION}/selfsubjectaccessreviews`, {
          nonResourceAttributes: { verb: 'get', path },
        })
      ).body;
    expect(await ask('/apis/kubevirt.io')).toMatchObject({ status: { allowed: true } });
    expect(await ask('/metrics')).toMatchObject({ status: { allowed: false } });
  });

  it('needs exactly one kind of attributes', async () => {
    expect((await review('viewer', `${AUTHORIZATION}/selfsubjectaccessreviews`, {})).code).toBe(
      400,
    );
  });

  it('reviews the access of somebody else by user and groups', async () => {
    const path = `${AUTHORIZATION}/subjectaccessreviews`;
    const resourceAttributes = { namespace: 'prod-web', verb: 'list', resource: 'pods' };
    const groups = ['team-web'];
    expect(
      (await review(SIDECAR, path, { user: 'x', groups, resourceAttributes })).body,
    ).toMatchObject({
      status: { allowed: true },
    });
    expect((await review(SIDECAR, path, { user: 'x', resourceAttributes })).body).toMatchObject({
      status: { allowed: false },
    });
    expect((await review('web-team', path, { user: 'x', resourceAttributes })).code).toBe(403);
  });

  it('lists the rules of the caller in a namespace', async () => {
    const path = `${AUTHORIZATION}/selfsubjectrulesreviews`;
    const rules = async (namespaceName: string) =>
      listAt(
        (await review('viewer', path, { namespace: namespaceName })).body,
        'status',
        'resourceRules',
      );
    const rule = expect.objectContaining({
      apiGroups: ['kubevirt.io'],
      verbs: ['get', 'list', 'watch'],
    });
    expect(await rules('prod-web')).toContainEqual(rule);
    expect(await rules('dev-ml')).not.toContainEqual(rule);
    expect((await review('viewer', path, {})).code).toBe(400);
  });
});
