import { listAt, textAt } from '@cnv-ai/engine/kubernetes';
import { startCluster, type Cluster } from './index';
import { as, type Send } from './testing';

describe('discovery', () => {
  let cluster: Cluster;
  let send: Send;
  beforeAll(async () => {
    cluster = await startCluster({ objects: [] });
    send = as(cluster, 'viewer');
  });
  afterAll(() => cluster.close());

  it('lists groups and their versions', async () => {
    expect((await send('/api')).body).toMatchObject({ kind: 'APIVersions', versions: ['v1'] });
    const groups = listAt((await send('/apis')).body, 'groups').map((group) =>
      textAt(group, 'name'),
    );
    expect(groups).toEqual(
      expect.arrayContaining(['kubevirt.io', 'subresources.kubevirt.io', 'project.openshift.io']),
    );
    expect((await send('/apis/kubevirt.io')).body).toMatchObject({
      kind: 'APIGroup',
      preferredVersion: { groupVersion: 'kubevirt.io/v1' },
    });
  });

  it.each([
    ['/api/v1', { name: 'pods', kind: 'Pod', namespaced: true, shortNames: ['po'] }],
    ['/api/v1', { name: 'pods/log' }],
    ['/apis/kubevirt.io/v1', { name: 'virtualmachines', singularName: 'virtualmachine' }],
    ['/apis/kubevirt.io/v1', { name: 'virtualmachines/status' }],
    ['/apis/subresources.kubevirt.io/v1', { name: 'virtualmachines/start', verbs: ['update'] }],
    ['/apis/authorization.k8s.io/v1', { name: 'selfsubjectaccessreviews', verbs: ['create'] }],
    ['/apis/project.openshift.io/v1', { name: 'projects', namespaced: false }],
  ])('lists in %s %j', async (path, resource) => {
    expect(listAt((await send(path)).body, 'resources')).toContainEqual(
      expect.objectContaining(resource),
    );
  });

  it('gives the aggregated form to those who ask for it', async () => {
    const accept =
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';
    const reply = await send('/apis', { headers: { accept } });
    expect(reply.headers.get('content-type')).toContain('as=APIGroupDiscoveryList');
    const kubevirt = listAt(reply.body, 'items').find(
      (item) => textAt(item, 'metadata', 'name') === 'kubevirt.io',
    );
    expect(listAt(kubevirt, 'versions', 0, 'resources')).toContainEqual(
      expect.objectContaining({
        resource: 'virtualmachines',
        scope: 'Namespaced',
        responseKind: { group: 'kubevirt.io', version: 'v1', kind: 'VirtualMachine' },
      }),
    );
  });

  it.each([
    '/openapi/v2',
    '/openapi/v3/apis/kubevirt.io/v1',
    '/apis/none.example',
    '/apis/kubevirt.io/v9',
  ])('has no %s', async (path) => {
    expect((await send(path)).code).toBe(404);
  });

  it('has a definition for every custom kind', async () => {
    const path =
      '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/virtualmachines.kubevirt.io';
    expect((await as(cluster, 'admin')(path)).body).toMatchObject({
      spec: { group: 'kubevirt.io', names: { kind: 'VirtualMachine' }, scope: 'Namespaced' },
    });
  });
});
