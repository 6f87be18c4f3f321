import { createServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import { numberAt, RESOURCES, textAt } from '@cnv-ai/engine/kubernetes';
import { selfSigned } from '../testing/certificate';
import { cleanup } from '../testing/serving';
import { apiServer, ownAccess } from './api-server';
import { startBudget } from './budget';
import type { Cluster } from './cluster';

const done = cleanup();
afterEach(done.run);

const { cert, key } = selfSigned('127.0.0.1');
const mine = selfSigned('sidecar');

/** An API server over TLS that would take client certificates, and says what it was shown. */
const secureApi = async () => {
  const shown: { token: string | undefined; certificate: string | undefined }[] = [];
  const server = createServer(
    { cert, key, requestCert: true, rejectUnauthorized: false },
    (request, response) => {
      const { socket } = request;
      const peer = socket instanceof TLSSocket ? socket.getPeerCertificate() : undefined;
      shown.push({
        token: request.headers.authorization,
        certificate: textAt(peer, 'subject', 'CN'),
      });
      response.setHeader('content-type', 'application/json');
      response.end('{"kind":"Pod","metadata":{"name":"p"}}');
    },
  );
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  done.add(() => {
    server.closeAllConnections();
    server.close();
  });
  return { shown, url: `https://127.0.0.1:${numberAt(server.address(), 'port') ?? 0}` };
};

const budget = () => {
  const started = startBudget(4000);
  done.add(started.end);
  return started;
};

const readAsCaller = (cluster: Cluster) => {
  const api = apiServer(cluster);
  done.add(api.close);
  return api.reader('user-token', budget()).reader.get(RESOURCES.pods, 'shop', 'p');
};

it('a caller is known by the token alone: no certificate of ours goes with it', async () => {
  const { url, shown } = await secureApi();
  const cluster = { server: url, ca: cert };
  const own = ownAccess({
    cluster,
    identity: {
      name: 'sidecar',
      resolve: () => Promise.resolve({ certificate: mine.cert, key: mine.key }),
    },
  });
  done.add(own.close);
  const { reader } = await own.reader(budget());
  await reader.get(RESOURCES.pods, 'shop', 'p');
  expect(await readAsCaller(cluster)).toMatchObject({ state: 'ok' });
  expect(shown).toEqual([
    { token: undefined, certificate: 'sidecar' },
    { token: 'Bearer user-token', certificate: undefined },
  ]);
});

it.each<[string, Partial<Cluster>, object]>([
  ['an authority that signed it', { ca: cert }, { state: 'ok' }],
  ['no authority', {}, { state: 'unread', reason: 'unavailable' }],
  ['another authority', { ca: mine.cert }, { state: 'unread', reason: 'unavailable' }],
  ['a name it does not have', { ca: cert, serverName: 'other' }, { reason: 'unavailable' }],
  ['a name it has', { ca: cert, serverName: 'localhost' }, { state: 'ok' }],
  ['no check', { insecure: true }, { state: 'ok' }],
])('the API server is trusted by its certificate: %s', async (_, trust, expected) => {
  const { url, shown } = await secureApi();
  expect(await readAsCaller({ server: url, ...trust })).toMatchObject(expected);
  expect(shown).toHaveLength('state' in expected && expected.state === 'ok' ? 1 : 0);
});

it('an address nobody listens at is unavailable', async () => {
  expect(await readAsCaller({ server: 'http://127.0.0.1:1' })).toMatchObject({
    state: 'unread',
    reason: 'unavailable',
  });
});
