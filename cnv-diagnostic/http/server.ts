import {
  createServer,
  type IncomingMessage,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { readFileSync } from 'node:fs';
import { SetupError } from '../kubernetes/cluster';

export type TlsFiles = { readonly certFile: string; readonly keyFile: string };

/** Node's own defaults are too long or unlimited for a server that anyone in a cluster may reach. */
const OPTIONS: ServerOptions = {
  maxHeaderSize: 32 * 1024,
  headersTimeout: 8_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
};
const MOST_CONNECTIONS = 2_000;

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const pemOf = (file: string, what: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new SetupError(
      `Cannot read ${file}, the ${what} for TLS; check the path and permissions.`,
    );
  }
};

const create = (handler: Handler, tls: TlsFiles | undefined) =>
  tls === undefined
    ? createServer(OPTIONS, handler)
    : createTlsServer(
        {
          ...OPTIONS,
          cert: pemOf(tls.certFile, 'certificate'),
          key: pemOf(tls.keyFile, 'key'),
          minVersion: 'TLSv1.2',
        },
        handler,
      );

/** An HTTP or HTTPS server with every limit set, not yet listening. */
export const createHttpServer = (handler: Handler, tls?: TlsFiles) => {
  const server = create(handler, tls);
  server.maxConnections = MOST_CONNECTIONS;
  server.maxHeadersCount = 100;
  return server;
};

export type HttpServer = ReturnType<typeof createHttpServer>;

/** Listens and answers the port. A taken port is a `SetupError`. */
export const listen = (server: HttpServer, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      reject(
        new SetupError(
          taken
            ? `Port ${port} on ${host} is taken; choose another one with --port.`
            : `Cannot listen on ${host} port ${port}; check the address and your rights.`,
        ),
      );
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
