import { Agent, type Dispatcher } from 'undici';
import type { Cluster, Credentials } from './cluster';

/** Largest answer read into memory; a page of 500 large VMs is a tenth of it. */
const ANSWER_LIMIT = 64 * 1024 * 1024;

/**
 * Sockets to one API server. A client certificate belongs to a connection, and the API server
 * prefers it to a token: connections that carry callers' tokens never have one.
 */
export type Connection = {
  readonly cluster: Cluster;
  readonly dispatcher: Dispatcher;
  readonly close: () => Promise<void>;
};

/** Opens no socket before the first read. Proxies of the environment are not used. */
export const connectTo = (
  cluster: Cluster,
  { certificate, key }: Pick<Credentials, 'certificate' | 'key'> = {},
): Connection => {
  const dispatcher = new Agent({
    connections: 64,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    maxResponseSize: ANSWER_LIMIT,
    connect: {
      timeout: 4_000,
      ...(cluster.ca === undefined ? {} : { ca: cluster.ca }),
      ...(certificate === undefined ? {} : { cert: certificate }),
      ...(key === undefined ? {} : { key }),
      ...(cluster.serverName === undefined ? {} : { servername: cluster.serverName }),
      rejectUnauthorized: cluster.insecure !== true,
    },
  });
  return { cluster, dispatcher, close: () => dispatcher.destroy() };
};
