import { listAt, textAt } from '@cnv-ai/engine/kubernetes';
import { startCluster, type Cluster } from './index';
import { as, machine, namesIn, pod, withCluster, type Send } from './testing';

const MACHINES = '/apis/kubevirt.io/v1/namespaces/prod-web/virtualmachines';
const PODS = '/api/v1/namespaces/prod-web/pods';

const objects = [
  machine('a', { app: 'web' }, { conditions: [{ type: 'Ready', status: 'False' }] }),
  machine('b', { app: 'web' }),
  machine('c', { app: 'db' }),
  machine('d'),
  machine('e'),
  pod('p1', 'n1'),
  pod('p2', 'n2', 'Succeeded'),
  {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'e1', namespace: 'prod-web' },
    involvedObject: { kind: 'Pod', name: 'p1', uid: 'u-1' },
    reason: 'Started',
    type: 'Normal',
    source: { component: 'kubelet' },
  },
];

describe('reading', () => {
  let cluster: Cluster;
  let send: Send;
  beforeAll(async () => {
    cluster = await startCluster({ objects, logs: { 'prod-web/p1/compute': 'one\ntwo\nthree\n' } });
    send = as(cluster, 'admin');
  });
  afterAll(() => cluster.close());

  it('pages with limit and continue and says how many are left', async () => {
    const first = await send(`${MACHINES}?limit=2`);
    const token = textAt(first.body, 'metadata', 'continue') ?? '';
    expect(namesIn(first)).toEqual(['a', 'b']);
    expect(first.body).toMatchObject({
      kind: 'VirtualMachineList',
      apiVersion: 'kubevirt.io/v1',
      metadata: { remainingItemCount: 3, resourceVersion: String(cluster.store.version()) },
    });
    const second = await send(`${MACHINES}?limit=2&continue=${token}`);
    const last = textAt(second.body, 'metadata', 'continue') ?? '';
    expect(namesIn(second)).toEqual(['c', 'd']);
    const third = await send(`${MACHINES}?limit=2&continue=${last}`);
    expect(namesIn(third)).toEqual(['e']);
    expect(third.body).not.toHaveProperty('metadata.continue');
  });

  it('does not say how many are left of a filtered list', async () => {
    const reply = await send(`${MACHINES}?limit=1&labelSelector=app%3Dweb`);
    expect(textAt(reply.body, 'metadata', 'continue')).toBeDefined();
    expect(reply.body).not.toHaveProperty('metadata.remainingItemCount');
  });

  it('ignores the limit of a list at resourceVersion 0, which the watch cache serves', async () => {
    expect(namesIn(await send(`${MACHINES}?limit=2&resourceVersion=0`))).toHaveLength(5);
  });

  it('keeps kind and apiVersion of custom resources in a list, and drops those of built-in kinds', async () => {
    expect(listAt((await send(MACHINES)).body, 'items')[0]).toMatchObject({
      kind: 'VirtualMachine',
    });
    const [first] = listAt((await send(PODS)).body, 'items');
    expect(first).not.toHaveProperty('kind');
    expect(first).not.toHaveProperty('apiVersion');
    expect((await send(`${PODS}/p1`)).body).toMatchObject({ kind: 'Pod', apiVersion: 'v1' });
  });

  it.each([
    [`${MACHINES}?labelSelector=app`, ['a', 'b', 'c']],
    [`${MACHINES}?labelSelector=app%20notin%20(web)`, ['c', 'd', 'e']],
    [`${MACHINES}?fieldSelector=metadata.name%3Dc`, ['c']],
    [
      `${MACHINES}?fieldSelector=metadata.namespace%3Dprod-web,metadata.name!%3Dc`,
      ['a', 'b', 'd', 'e'],
    ],
    [`${PODS}?fieldSelector=spec.nodeName%3Dn1`, ['p1']],
    [`${PODS}?fieldSelector=status.phase!%3DRunning`, ['p2']],
    ['/api/v1/events?fieldSelector=involvedObject.uid%3Du-1,type%3DNormal', ['e1']],
    ['/api/v1/events?fieldSelector=source%3Dkubelet', ['e1']],
  ])('selects %s', async (path, names) => {
    expect(namesIn(await send(path))).toEqual(names);
  });

  it.each([
    [MACHINES, 'status.phase', 'field label not supported: status.phase'],
    [PODS, 'spec.foo', 'field label not supported: spec.foo'],
    [
      '/api/v1/persistentvolumeclaims',
      'status.phase',
      '"status.phase" is not a known field selector: only "metadata.name", "metadata.namespace"',
    ],
  ])('refuses on %s the field %s', async (path, field, message) => {
    const reply = await send(`${path}?fieldSelector=${field}%3Dx`);
    expect(reply).toMatchObject({ code: 400, body: { reason: 'BadRequest', message } });
  });

  it('answers 404 with the name of a missing object', async () => {
    expect(await send(`${MACHINES}/x`)).toMatchObject({
      code: 404,
      body: {
        kind: 'Status',
        apiVersion: 'v1',
        status: 'Failure',
        reason: 'NotFound',
        message: 'virtualmachines.kubevirt.io "x" not found',
        details: { name: 'x', group: 'kubevirt.io', kind: 'virtualmachines' },
        code: 404,
      },
    });
    expect((await send(`${PODS}/x`)).body).toMatchObject({ message: 'pods "x" not found' });
  });

  it('tells an unknown kind from a missing object', async () => {
    expect(await send('/api/v1/namespaces/prod-web/foos')).toMatchObject({
      code: 404,
      body: { message: 'the server could not find the requested resource', details: {} },
    });
    for (const path of ['/apis/kubevirt.io/v1/foos', '/apis/none.example/v1/foos', '/nowhere']) {
      expect(await send(path)).toMatchObject({ code: 404, text: '404 page not found\n' });
    }
  });

  it('gives a Table when asked for one', async () => {
    const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
    const reply = await send(`${MACHINES}?limit=1`, { headers: { accept } });
    expect(reply.body).toMatchObject({
      kind: 'Table',
      apiVersion: 'meta.k8s.io/v1',
      columnDefinitions: [{ name: 'Name' }, { name: 'Age' }, { name: 'Status' }, { name: 'Ready' }],
      rows: [
        {
          cells: ['a', expect.any(String), 'Stopped', 'False'],
          object: { kind: 'PartialObjectMetadata' },
        },
      ],
      metadata: { remainingItemCount: 4 },
    });
  });

  it('gives metadata only when asked for it', async () => {
    const list = 'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io';
    const many = await send(PODS, { headers: { accept: list } });
    expect(many.body).toMatchObject({ kind: 'PartialObjectMetadataList' });
    expect(listAt(many.body, 'items')[0]).not.toHaveProperty('spec');
    const one = 'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io';
    const single = await send(`${PODS}/p1`, { headers: { accept: one } });
    expect(single.body).toMatchObject({ kind: 'PartialObjectMetadata', metadata: { name: 'p1' } });
    expect(single.body).not.toHaveProperty('status');
  });

  it('refuses a format it does not have', async () => {
    const accept = 'application/vnd.kubernetes.protobuf';
    expect((await send(PODS, { headers: { accept } })).code).toBe(406);
  });

  it('gives the last lines of a log', async () => {
    expect((await send(`${PODS}/p1/log?tailLines=2`)).text).toBe('two\nthree\n');
    expect((await send(`${PODS}/p1/log?container=compute`)).text).toBe('one\ntwo\nthree\n');
    expect((await send(`${PODS}/p2/log`)).text).toBe('');
    expect((await send(`${PODS}/p1/log?container=x`)).body).toMatchObject({
      message: 'container x is not valid for pod p1',
    });
    expect((await send(`${PODS}/none/log`)).code).toBe(404);
  });
});

describe('a list that changes while it is paged', () => {
  it('goes on in the state of its first page, and is 410 once that is compacted', () =>
    withCluster({ objects }, async (cluster) => {
      const send = as(cluster, 'admin');
      const token = textAt((await send(`${MACHINES}?limit=2`)).body, 'metadata', 'continue') ?? '';
      await send(`${MACHINES}/c`, { method: 'DELETE' });
      await send(MACHINES, { method: 'POST', json: machine('cc') });
      expect(namesIn(await send(`${MACHINES}?continue=${token}`))).toEqual(['c', 'd', 'e']);
      cluster.store.compact();
      const late = await send(`${MACHINES}?continue=${token}`);
      expect(late).toMatchObject({ code: 410, body: { reason: 'Expired' } });
      const inconsistent = textAt(late.body, 'metadata', 'continue') ?? '';
      expect(namesIn(await send(`${MACHINES}?continue=${inconsistent}`))).toEqual(['cc', 'd', 'e']);
    }));
});
