import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { SetupError } from '../kubernetes/cluster';
import type { Logger } from '../observability/log';
import { followCertificate, tlsOptions, type TlsFiles } from './tls';

/** Node's own defaults are too long or unlimited for a server that anyone in a cluster may reach. */
const OPTIONS: ServerOptions = {
  maxHeaderSize: 32 * 1024,
  headersTimeout: 6_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
};
const MOST_CONNECTIONS = 2_000;

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const secureServer = (handler: Handler, log: Logger, tls: TlsFiles): TlsServer => {
  const server = createTlsServer({ ...OPTIONS, ...tlsOptions(tls) }, handler);
  server.once('close', followCertificate(server, tls, log));
  return server;
};

export type HttpServer = Server | TlsServer;

/** An HTTP server with every limit set, over TLS when there are files for it; not yet listening. */
export const createHttpServer = (handler: Handler, log: Logger, tls?: TlsFiles): HttpServer => {
  const server =
    tls === undefined ? createServer(OPTIONS, handler) : secureServer(handler, log, tls);
  server.maxConnections = MOST_CONNECTIONS;
  server.maxHeadersCount = 100;
  return server;
};

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
    // Without an address Node takes `::`, which IPv4 reaches as well, or IPv4 where there is no other.
    const address = host === '::' ? undefined : host;
    // Of connections that come at once; Node's own 511 lets the others wait for seconds.
    server.listen({ port, host: address, backlog: MOST_CONNECTIONS }, () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
