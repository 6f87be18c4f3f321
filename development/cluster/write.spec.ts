import { textAt, type KubeObject } from '@cnv-ai/engine/kubernetes';
import { startCluster, type Cluster } from './index';
import { as, eventually, machine, namespace, pod, withCluster, type Send } from './testing';

const MACHINES = '/apis/kubevirt.io/v1/namespaces/prod-web/virtualmachines';
const PODS = '/api/v1/namespaces/prod-web/pods';
const CLAIMS = '/api/v1/namespaces/prod-web/persistentvolumeclaims';

const claim: KubeObject = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'disk', namespace: 'prod-web' },
  spec: { storageClassName: 'fast', resources: { requests: { storage: '10Gi' } } },
  status: { phase: 'Bound', capacity: { storage: '10Gi' } },
};

const patch = (type: string, json: unknown): RequestInit & { json: unknown } => ({
  method: 'PATCH',
  headers: { 'content-type': `application/${type}+json` },
  json,
});

describe('writing', () => {
  let cluster: Cluster;
  let send: Send;
  beforeEach(async () => {
    cluster = await startCluster({
      objects: [namespace('prod-web'), machine('a', { app: 'web' }), pod('p', 'n1'), claim],
      controllerDelayMs: 5,
    });
    send = as(cluster, 'admin');
  });
  afterEach(() => cluster.close());

  it('creates an object with uid, generation and resourceVersion, and without its status', async () => {
    const created = await send(MACHINES, { method: 'POST', json: machine('new') });
    expect(created).toMatchObject({
      code: 201,
      body: {
        metadata: { name: 'new', namespace: 'prod-web', generation: 1, uid: expect.any(String) },
      },
    });
    expect(created.body).not.toHaveProperty('status');
  });

  it('makes a name from generateName', async () => {
    const json = { ...machine(''), metadata: { generateName: 'gen-' } };
    const created = await send(MACHINES, { method: 'POST', json });
    expect(textAt(created.body, 'metadata', 'name')).toMatch(/^gen-[a-z0-9]{5}$/);
  });

  it.each([
    ['a name in use', machine('a'), 409, 'virtualmachines.kubevirt.io "a" already exists'],
    [
      'a bad name',
      machine('A_b'),
      422,
      'VirtualMachine.kubevirt.io "A_b" is invalid: metadata.name: Invalid value: "A_b": a lowercase RFC 1123 subdomain',
    ],
    [
      'no name',
      { ...machine(''), metadata: {} },
      422,
      'metadata.name: Required value: name or generateName is required',
    ],
    [
      'another namespace',
      { ...machine('x'), metadata: { name: 'x', namespace: 'other' } },
      400,
      'the namespace of the provided object does not match',
    ],
    ['another kind', { ...machine('x'), kind: 'Pod' }, 400, 'the kind in the data (Pod)'],
    ['no template', { ...machine('x'), spec: {} }, 422, 'spec.template: Required value'],
  ])('refuses to create with %s', async (_title, json, code, message) => {
    const reply = await send(MACHINES, { method: 'POST', json });
    expect(reply.code).toBe(code);
    expect(textAt(reply.body, 'message')).toContain(message);
  });

  it('refuses to create in a namespace that does not exist', async () => {
    const path = MACHINES.replace('prod-web', 'nowhere');
    const json = { ...machine('x'), metadata: { name: 'x' } };
    expect(await send(path, { method: 'POST', json })).toMatchObject({
      code: 404,
      body: { message: 'namespaces "nowhere" not found' },
    });
  });

  it('names each broken field in the causes of a 422', async () => {
    const reply = await send(MACHINES, { method: 'POST', json: { ...machine('A'), spec: {} } });
    expect(reply.body).toMatchObject({
      reason: 'Invalid',
      details: {
        kind: 'VirtualMachine',
        causes: [
          { field: 'metadata.name', reason: 'FieldValueInvalid' },
          { field: 'spec.template', reason: 'FieldValueRequired' },
        ],
      },
    });
  });

  it('merges, counts the generation up for the spec only, and bumps the resourceVersion', async () => {
    const before = (await send(`${MACHINES}/a`)).body;
    const labelled = await send(
      `${MACHINES}/a`,
      patch('merge-patch', { metadata: { labels: { b: 'c', app: null } } }),
    );
    expect(labelled).toMatchObject({
      code: 200,
      body: { metadata: { labels: { b: 'c' }, generation: 1 } },
    });
    expect(labelled.body).not.toHaveProperty('metadata.labels.app');
    const changed = await send(
      `${MACHINES}/a`,
      patch('merge-patch', { spec: { runStrategy: 'Manual' } }),
    );
    expect(changed.body).toMatchObject({
      metadata: { generation: 2 },
      status: { printableStatus: 'Stopped' },
    });
    expect(textAt(changed.body, 'metadata', 'resourceVersion')).not.toBe(
      textAt(before, 'metadata', 'resourceVersion'),
    );
  });

  it('leaves the resourceVersion alone when a patch changes nothing', async () => {
    const version = cluster.store.version();
    await send(`${MACHINES}/a`, patch('merge-patch', { spec: { runStrategy: 'Halted' } }));
    expect(cluster.store.version()).toBe(version);
  });

  it('writes the status through its subresource only', async () => {
    const status = { printableStatus: 'Running' };
    const main = await send(`${MACHINES}/a`, patch('merge-patch', { status }));
    expect(main.body).toMatchObject({ status: { printableStatus: 'Stopped' } });
    const sub = await send(
      `${MACHINES}/a/status`,
      patch('merge-patch', { status, spec: { x: 1 } }),
    );
    expect(sub.body).toMatchObject({ status, metadata: { generation: 1 } });
    expect(sub.body).not.toHaveProperty('spec.x');
  });

  it('applies a JSON patch, and none of it when a test fails', async () => {
    const test = { op: 'test', path: '/spec/runStrategy', value: 'Halted' };
    const replace = { op: 'replace', path: '/spec/runStrategy', value: 'Manual' };
    expect((await send(`${MACHINES}/a`, patch('json-patch', [test, replace]))).body).toMatchObject({
      spec: { runStrategy: 'Manual' },
    });
    expect(await send(`${MACHINES}/a`, patch('json-patch', [replace, test]))).toMatchObject({
      code: 422,
      body: {
        reason: 'Invalid',
        message: 'the server rejected our request due to an error in our request',
      },
    });
  });

  it('knows strategic merge for built-in kinds only', async () => {
    const containers = [{ name: 'compute', image: 'x' }];
    const merged = await send(
      `${PODS}/p`,
      patch('strategic-merge-patch', { spec: { containers } }),
    );
    expect(merged.body).toMatchObject({ spec: { nodeName: 'n1', containers } });
    expect(await send(`${MACHINES}/a`, patch('strategic-merge-patch', {}))).toMatchObject({
      code: 415,
      body: { reason: 'UnsupportedMediaType' },
    });
  });

  it.each([
    [
      { resourceVersion: '1' },
      'the object has been modified; please apply your changes to the latest version and try again',
    ],
    [{ uid: 'other' }, 'Precondition failed: UID in precondition: other, UID in object meta: '],
  ])('refuses a patch with %j that is not the stored one', async (metadata, why) => {
    const reply = await send(`${MACHINES}/a`, patch('merge-patch', { metadata, spec: { x: 1 } }));
    expect(reply).toMatchObject({
      code: 409,
      body: { reason: 'Conflict', details: { name: 'a' } },
    });
    expect(textAt(reply.body, 'message')).toContain(
      `Operation cannot be fulfilled on virtualmachines.kubevirt.io "a": ${why}`,
    );
  });

  it('updates a custom resource only with its resourceVersion', async () => {
    const stored = (await send(`${MACHINES}/a`)).body;
    expect((await send(`${MACHINES}/a`, { method: 'PUT', json: machine('a') })).code).toBe(422);
    expect((await send(`${MACHINES}/a`, { method: 'PUT', json: stored })).code).toBe(200);
    await send(`${MACHINES}/a`, patch('merge-patch', { metadata: { labels: { z: 'z' } } }));
    expect((await send(`${MACHINES}/a`, { method: 'PUT', json: stored })).code).toBe(409);
  });

  it.each([
    ['POST', MACHINES, { json: machine('dry') }, 201],
    ['PATCH', `${MACHINES}/a`, patch('merge-patch', { spec: { runStrategy: 'Always' } }), 200],
    ['DELETE', `${MACHINES}/a`, {}, 200],
  ])('stores nothing of a dry %s', async (method, path, init, code) => {
    const version = cluster.store.version();
    const reply = await send(`${path}?dryRun=All&fieldManager=test`, { ...init, method });
    expect(reply.code).toBe(code);
    expect(cluster.store.version()).toBe(version);
  });

  it('answers a dry run as if, refusals included', async () => {
    const path = `${MACHINES}/a?dryRun=All`;
    expect(
      (await send(path, patch('merge-patch', { spec: { runStrategy: 'Always' } }))).body,
    ).toMatchObject({
      spec: { runStrategy: 'Always' },
    });
    expect(
      (
        await send(
          `${CLAIMS}/disk?dryRun=All`,
          patch('merge-patch', { spec: { storageClassName: 'slow' } }),
        )
      ).code,
    ).toBe(422);
    expect((await send(`${MACHINES}/a?dryRun=Some`, patch('merge-patch', {}))).code).toBe(422);
  });

  it('keeps the spec of a claim but lets it grow', async () => {
    const size = (storage: string) =>
      patch('merge-patch', { spec: { resources: { requests: { storage } } } });
    expect((await send(`${CLAIMS}/disk`, size('20Gi'))).code).toBe(200);
    expect((await send(`${CLAIMS}/disk`, size('5Gi'))).body).toMatchObject({
      details: { causes: [{ field: 'spec.resources.requests.storage' }] },
    });
    expect(
      (await send(`${CLAIMS}/disk`, patch('merge-patch', { spec: { storageClassName: 'slow' } })))
        .body,
    ).toMatchObject({
      message: expect.stringContaining('spec is immutable after creation'),
    });
  });

  it('deletes with preconditions and tells what it deleted', async () => {
    const wrong = { preconditions: { uid: 'other' } };
    expect((await send(`${MACHINES}/a`, { method: 'DELETE', json: wrong })).code).toBe(409);
    const uid = textAt((await send(`${MACHINES}/a`)).body, 'metadata', 'uid');
    expect(
      (await send(`${MACHINES}/a`, { method: 'DELETE', json: { preconditions: { uid } } })).body,
    ).toMatchObject({
      kind: 'Status',
      status: 'Success',
      details: { name: 'a', group: 'kubevirt.io', kind: 'virtualmachines', uid },
    });
    expect((await send(`${MACHINES}/a`)).code).toBe(404);
  });

  it('holds what an unknown finalizer protects', async () => {
    await send(
      `${MACHINES}/a`,
      patch('merge-patch', { metadata: { finalizers: ['example.com/hold'] } }),
    );
    const held = await send(`${MACHINES}/a`, { method: 'DELETE' });
    expect(textAt(held.body, 'metadata', 'deletionTimestamp')).toBeDefined();
    expect((await send(`${MACHINES}/a`)).code).toBe(200);
    await send(`${MACHINES}/a`, patch('merge-patch', { metadata: { finalizers: null } }));
    expect((await send(`${MACHINES}/a`)).code).toBe(404);
  });

  it('deletes a collection by its selector', async () => {
    await send(MACHINES, { method: 'POST', json: machine('b', { app: 'db' }) });
    await send(`${MACHINES}?labelSelector=app%3Dweb`, { method: 'DELETE' });
    expect((await send(`${MACHINES}/a`)).code).toBe(404);
    expect((await send(`${MACHINES}/b`)).code).toBe(200);
  });

  it('applies on the server: creates what is missing, merges what is there', async () => {
    const apply = (json: unknown, query: string) =>
      send(`${MACHINES}/applied?${query}`, {
        ...patch('', json),
        headers: { 'content-type': 'application/apply-patch+yaml' },
      });
    expect((await apply(machine('applied'), 'force=true')).code).toBe(422);
    expect((await apply(machine('applied'), 'fieldManager=test')).code).toBe(201);
    const merged = await apply(
      { ...machine('applied'), spec: { runStrategy: 'Manual' } },
      'fieldManager=test',
    );
    expect(merged).toMatchObject({
      code: 200,
      body: { spec: { runStrategy: 'Manual', template: {} } },
    });
  });

  it.each([
    ['text', 'not json', 'application/json', 400],
    ['a list', '[]', 'application/json', 400],
    ['protobuf', 'k8s', 'application/vnd.kubernetes.protobuf', 415],
  ])('refuses a body that is %s', async (_title, body, type, code) => {
    const reply = await send(MACHINES, { method: 'POST', body, headers: { 'content-type': type } });
    expect(reply.code).toBe(code);
  });
});

it('removes what a deleted object owned', () => {
  const owner = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', name: 'a' };
  const owned = {
    ...pod('p', 'n1'),
    metadata: { name: 'p', namespace: 'prod-web', ownerReferences: [owner] },
  };
  return withCluster({ objects: [machine('a'), owned] }, async (cluster) => {
    const send = as(cluster, 'admin');
    await send(`${MACHINES}/a`, { method: 'DELETE' });
    const { code } = await eventually(
      () => send(`${PODS}/p`),
      (reply) => reply.code === 404,
    );
    expect(code).toBe(404);
  });
});
