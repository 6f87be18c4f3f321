import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { KubeTarget } from '../../../cnv-diagnostic/kubernetes/cluster';
import { refuse } from './answers';
import { proxyHttp, proxyUpgrade, type Target } from './proxy';

export type ClusterGate = {
  url: string;
  /** What the parts of the development environment send as their token. */
  token: string;
  close(): Promise<void>;
};

/**
 * A door on loopback to a real API server with one identity of a kubeconfig. Only who has the
 * door's own random token gets through, so that other programs of this machine do not.
 */
export const startClusterGate = async ({ cluster, identity }: KubeTarget): Promise<ClusterGate> => {
  const token = randomBytes(24).toString('base64url');
  const isOurs = ({ headers }: IncomingMessage): boolean =>
    headers.authorization === `Bearer ${token}`;
  const targetOf = async ({ url }: IncomingMessage): Promise<Target> => {
    const credentials = await identity.resolve();
    return {
      url: new URL(`${cluster.server}${url ?? '/'}`),
      token: credentials.token,
      name: `The cluster at ${cluster.server}`,
      tls: {
        ca: cluster.ca,
        cert: credentials.certificate,
        key: credentials.key,
        servername: cluster.serverName,
        rejectUnauthorized: cluster.insecure !== true,
      },
    };
  };
  const server = createServer((request, response) => {
    if (!isOurs(request)) {
      refuse(response, 401, 'This door is for the development console only.');
      return;
    }
    targetOf(request).then(
      (target) => proxyHttp(request, response, target),
      (error: unknown) => refuse(response, 502, String(error)),
    );
  });
  server.on('upgrade', (request, socket, head) => {
    if (!isOurs(request)) {
      socket.destroy();
      return;
    }
    targetOf(request).then(
      (target) => proxyUpgrade(request, socket, head, target),
      () => socket.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
