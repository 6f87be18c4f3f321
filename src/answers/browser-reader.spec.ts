/** @jest-environment ./src/answers/testing/environment.mjs */
import { nameOf, RESOURCES } from '@cnv-ai/engine/kubernetes';
import { browserReader, rootOf } from './browser-reader';
import { json, startEdge, type Edge, type Handler } from './testing/edge';

let edge: Edge;
const serve = async (handler: Handler): Promise<void> => {
  edge = await startEdge(handler);
};
afterEach(() => edge.close());

const makeReader = (signal = new AbortController().signal) => browserReader({ signal });

const status = (code: number, message: string, details: unknown = {}) => ({
  kind: 'Status',
  message,
  details,
  code,
});

const { virtualMachines, secrets, namespaces } = RESOURCES;

describe('get', () => {
  it('reads with the console session and knows the kind', async () => {
    await serve((_exchange, response) => json(response, 200, { metadata: { name: 'vm1' } }));
    expect(await makeReader().get(virtualMachines, 'ns1', 'vm1')).toEqual({
      state: 'ok',
      value: {
        apiVersion: 'kubevirt.io/v1',
        kind: 'VirtualMachine',
        metadata: { name: 'vm1' },
      },
    });
    expect(edge.requests[0]?.path).toBe(
      '/api/kubernetes/apis/kubevirt.io/v1/namespaces/ns1/virtualmachines/vm1',
    );
  });

  it('asks for the metadata of a Secret only', async () => {
    await serve((_exchange, response) => json(response, 200, { metadata: { name: 's' } }));
    const fact = await makeReader().get(secrets, 'ns1', 's');
    expect(fact).toMatchObject({ value: { kind: 'Secret' } });
    expect(edge.requests[0]?.headers.accept).toBe(
      'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
    );
  });

  it.each([
    [404, status(404, 'vm1 not found', { name: 'vm1', kind: 'virtualmachines' }), 'absent'],
    [404, status(404, 'could not find the requested resource'), 'not_installed'],
    [403, status(403, 'User "ann" cannot get resource'), 'forbidden'],
    [401, status(401, 'Unauthorized'), 'forbidden'],
    [500, status(500, 'etcd is away'), 'unavailable'],
    [200, 'not an object', 'unavailable'],
  ])('tells HTTP %s %j apart as %s', async (code, body, expected) => {
    await serve((_exchange, response) => json(response, code, body));
    const fact = await makeReader().get(virtualMachines, 'ns1', 'vm1');
    expect(fact.state === 'unread' ? fact.reason : fact.state).toBe(expected);
  });

  it('takes a 404 in plain text for a kind that is not served', async () => {
    await serve((_exchange, response) => response.writeHead(404).end('404 page not found'));
    expect(await makeReader().get(virtualMachines, 'ns1', 'vm1')).toMatchObject({
      reason: 'not_installed',
    });
  });

  it('calls what was not answered in time a deadline', async () => {
    await serve(() => undefined);
    expect(
      await makeReader(AbortSignal.timeout(30)).get(virtualMachines, 'ns1', 'vm1'),
    ).toMatchObject({ state: 'unread', reason: 'deadline' });
  });

  it('asks nothing more once it was aborted', async () => {
    await serve((_exchange, response) => json(response, 200, {}));
    const fact = await makeReader(AbortSignal.abort()).get(namespaces, undefined, 'ns1');
    expect(fact).toMatchObject({ reason: 'deadline' });
    expect(edge.requests).toEqual([]);
  });

  it('reads another cluster through the hub', async () => {
    await serve((_exchange, response) => json(response, 200, {}));
    const { signal } = new AbortController();
    await browserReader({ signal, root: rootOf('spoke 1') }).get(namespaces, undefined, 'ns1');
    expect(edge.requests[0]?.path).toBe(
      '/api/proxy/plugin/mce/console/multicloud/managedclusterproxy/spoke%201/api/v1/namespaces/ns1',
    );
  });
});

describe('list', () => {
  const page = (names: readonly string[], next?: string) => ({
    metadata: { ...(next && { continue: next }) },
    items: names.map((name) => ({ metadata: { name } })),
  });
  const names = (object: unknown): string | undefined =>
    nameOf(object) === 'skip' ? undefined : nameOf(object);

  it('reads page after page, each projected', async () => {
    await serve(({ path }, response) =>
      json(
        response,
        200,
        path.includes('continue=') ? page(['c', 'skip']) : page(['a', 'b'], 'n&1'),
      ),
    );
    const query = { namespace: 'ns1', labelSelector: 'a=b', fieldSelector: 'metadata.name=x' };
    expect(await makeReader().list(virtualMachines, query, names)).toEqual({
      state: 'ok',
      value: ['a', 'b', 'c'],
    });
    const asked = edge.requests.map(({ path }) => new URL(path, 'http://x').searchParams);
    expect(asked.map((query) => query.get('limit'))).toEqual(['250', '250']);
    expect(asked.map((query) => query.get('continue'))).toEqual([null, 'n&1']);
    expect(asked[1]?.get('labelSelector')).toBe('a=b');
    expect(asked[1]?.get('fieldSelector')).toBe('metadata.name=x');
  });

  it('starts once more when its continue token has expired, and once only', async () => {
    let expired = 0;
    await serve(({ path }, response) => {
      if (!path.includes('continue=')) json(response, 200, page(['a'], 'next'));
      else if (expired++ === 0) json(response, 410, status(410, 'expired'));
      else json(response, 200, page(['b']));
    });
    expect(await makeReader().list(virtualMachines, {}, names)).toEqual({
      state: 'ok',
      value: ['a', 'b'],
    });
    expect(edge.requests).toHaveLength(4);
  });

  it('gives up a list that expires again and again', async () => {
    await serve(({ path }, response) => {
      if (path.includes('continue=')) json(response, 410, status(410, 'expired'));
      else json(response, 200, page(['a'], 'next'));
    });
    expect(await makeReader().list(virtualMachines, {}, names)).toMatchObject({
      reason: 'unavailable',
    });
    expect(edge.requests).toHaveLength(4);
  });

  it('keeps a 403 apart from an empty list', async () => {
    await serve((_exchange, response) => json(response, 403, status(403, 'may not list')));
    expect(await makeReader().list(virtualMachines, {}, names)).toEqual({
      state: 'unread',
      reason: 'forbidden',
      message: 'may not list',
    });
  });
});
