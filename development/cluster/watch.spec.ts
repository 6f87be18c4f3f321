import { nameOf, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { WebSocket } from 'ws';
import type { Cluster } from './index';
import { as, machine, pod, tokenOfUser, withCluster } from './testing';

const LIST = '/apis/kubevirt.io/v1/namespaces/prod-web/virtualmachines';

/** Reads a watch until it has `count` events, or to its end. */
const events = async (
  cluster: Cluster,
  query: string,
  count: number,
  path = LIST,
): Promise<unknown[]> => {
  const abort = new AbortController();
  const response = await fetch(`${cluster.url}${path}?watch=true&${query}`, {
    headers: { authorization: `Bearer ${tokenOfUser(cluster, 'admin')}` },
    signal: abort.signal,
  });
  expect(response.status).toBe(200);
  const found: unknown[] = [];
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    const lines = `${rest}${decoder.decode(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    found.push(...lines.map((line): unknown => JSON.parse(line)));
    if (found.length >= count) break;
  }
  abort.abort();
  return found.slice(0, count);
};

const brief = (found: readonly unknown[]): string[] =>
  found.map((event) => `${textAt(event, 'type') ?? ''} ${nameOf(recordAt(event, 'object'))}`);

const objects = [machine('a', { app: 'web' }), machine('b', { app: 'db' }), pod('p', 'n1')];

describe('watch over HTTP', () => {
  it('starts with what is there when no resourceVersion is given', () =>
    withCluster({ objects }, async (cluster) => {
      expect(brief(await events(cluster, '', 2))).toEqual(['ADDED a', 'ADDED b']);
      expect(brief(await events(cluster, 'resourceVersion=0', 2))).toEqual(['ADDED a', 'ADDED b']);
    }));

  it('goes on from a resourceVersion, with everything missed', () =>
    withCluster({ objects, controllerDelayMs: 60_000 }, async (cluster) => {
      const send = as(cluster, 'admin');
      const version = cluster.store.version();
      await send(`${LIST}/a`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/merge-patch+json' },
        json: { metadata: { labels: { x: 'y' } } },
      });
      await send(LIST, { method: 'POST', json: machine('c') });
      await send(`${LIST}/b`, { method: 'DELETE' });
      const found = await events(cluster, `resourceVersion=${version}`, 3);
      expect(brief(found)).toEqual(['MODIFIED a', 'ADDED c', 'DELETED b']);
    }));

  it('sees an object leave and enter its selection as DELETED and ADDED', () =>
    withCluster({ objects }, async (cluster) => {
      const send = as(cluster, 'admin');
      const version = cluster.store.version();
      for (const app of ['db', 'web']) {
        await send(`${LIST}/a`, {
          method: 'PATCH',
          headers: { 'content-type': 'application/merge-patch+json' },
          json: { metadata: { labels: { app } } },
        });
      }
      const found = await events(cluster, `resourceVersion=${version}&labelSelector=app%3Dweb`, 2);
      expect(brief(found)).toEqual(['DELETED a', 'ADDED a']);
    }));

  it('says 410 in the stream when the resourceVersion is compacted', () =>
    withCluster({ objects }, async (cluster) => {
      const version = cluster.store.version();
      const [event] = await events(cluster, `resourceVersion=${version - 2}`, 1);
      expect(event).toMatchObject({
        type: 'ERROR',
        object: {
          kind: 'Status',
          code: 410,
          reason: 'Expired',
          message: `too old resource version: ${version - 2} (${version})`,
        },
      });
    }));

  it('sends bookmarks to those who allow them, and ends after timeoutSeconds', () =>
    withCluster({ objects, bookmarkMs: 20 }, async (cluster) => {
      const version = String(cluster.store.version());
      const query = `resourceVersion=${version}&timeoutSeconds=1`;
      const found = await events(cluster, `${query}&allowWatchBookmarks=true`, 2);
      expect(found[0]).toMatchObject({
        type: 'BOOKMARK',
        object: {
          kind: 'VirtualMachine',
          apiVersion: 'kubevirt.io/v1',
          metadata: { resourceVersion: version },
        },
      });
      expect(await events(cluster, query, 99)).toEqual([]);
    }));

  it('marks the end of the initial events of a streaming list', () =>
    withCluster({ objects }, async (cluster) => {
      const query =
        'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true';
      const found = await events(cluster, query, 3);
      expect(found[2]).toMatchObject({
        type: 'BOOKMARK',
        object: { metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } } },
      });
    }));

  it('watches projects as namespaces come', () =>
    withCluster({ objects }, async (cluster) => {
      const path = '/apis/project.openshift.io/v1/projects';
      const version = cluster.store.version();
      await as(cluster, 'admin')('/api/v1/namespaces', {
        method: 'POST',
        json: { metadata: { name: 'fresh' } },
      });
      const [event] = await events(cluster, `resourceVersion=${version}`, 1, path);
      expect(event).toMatchObject({
        type: 'ADDED',
        object: { kind: 'Project', metadata: { name: 'fresh' } },
      });
    }));

  it.each(['metadata.labels=x', 'status.phase=Running'])('refuses the field %s with 400', (field) =>
    withCluster({ objects }, async (cluster) => {
      const path = `${LIST}?watch=true&fieldSelector=${encodeURIComponent(field)}`;
      expect((await as(cluster, 'admin')(path)).code).toBe(400);
    }),
  );
});

/** Frames of a WebSocket watch up to `count`, or the status code of a refusal. */
const frames = (
  cluster: Cluster,
  { path = LIST, protocols, token }: { path?: string; protocols?: string[]; token?: string },
  count: number,
): Promise<{ code?: number; found: unknown[]; protocol: string }> =>
  new Promise((resolve, reject) => {
    const found: unknown[] = [];
    const socket = new WebSocket(`ws://127.0.0.1:${cluster.port}${path}?watch=true`, protocols, {
      ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    });
    socket.on('message', (data: Buffer) => {
      found.push(JSON.parse(data.toString('utf8')));
      if (found.length < count) return;
      resolve({ found: found.slice(0, count), protocol: socket.protocol });
      socket.terminate();
    });
    socket.on('unexpected-response', (_request, response) => {
      resolve({ code: response.statusCode, found, protocol: '' });
      response.destroy();
    });
    socket.on('error', reject);
  });

const bearer = (token: string): string =>
  `base64url.bearer.authorization.k8s.io.${Buffer.from(token).toString('base64url')}`;

describe('watch over a WebSocket', () => {
  it('sends one event a frame', () =>
    withCluster({ objects }, async (cluster) => {
      const { found } = await frames(cluster, { token: tokenOfUser(cluster, 'admin') }, 2);
      expect(brief(found)).toEqual(['ADDED a', 'ADDED b']);
    }));

  it('takes the token from a subprotocol and chooses the other one', () =>
    withCluster({ objects }, async (cluster) => {
      const protocols = [bearer(tokenOfUser(cluster, 'admin')), 'base64.binary.k8s.io'];
      const { found, protocol } = await frames(cluster, { protocols }, 1);
      expect(protocol).toBe('base64.binary.k8s.io');
      expect(found).toHaveLength(1);
    }));

  it.each([
    ['an unknown token', { token: 'nobody' }, 401],
    ['a token as the only subprotocol', { protocols: [bearer('development-admin')] }, 401],
    ['somebody who may not', { token: 'development-viewer', path: '/api/v1/pods' }, 403],
    ['an unknown kind', { token: 'development-admin', path: '/api/v1/foos' }, 404],
  ])('refuses %s', (_title, options, code) =>
    withCluster({ objects }, async (cluster) => {
      expect(await frames(cluster, options, 1)).toMatchObject({ code, found: [] });
    }),
  );
});
