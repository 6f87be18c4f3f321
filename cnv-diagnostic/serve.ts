import { hostCheck } from './http/hosts';
import { lifecycle } from './http/lifecycle';
import { mcpRoute } from './http/mcp-route';
import { router } from './http/router';
import { createHttpServer, listen, type TlsFiles } from './http/server';
import { identities } from './identity';
import { apiServer } from './kubernetes/api-server';
import { clusterAt, type Cluster } from './kubernetes/cluster';
import { findTarget } from './kubernetes/target';
import { auditor } from './observability/audit';
import { createLog, type DestinationStream, type LogLevel } from './observability/log';
import { createMetrics } from './observability/metrics';
import { switches } from './switches';
import { CATALOGUE } from './tools';
import { listTools } from './tools/listing';
import { toolRunner } from './tools/run';
import type { Tool } from './tools/tool';
import { VERSION } from './version';

export type ServeConfig = {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  /** The API server: its URL, else what a kubeconfig or the pod says. Only its address is used. */
  readonly clusterUrl?: string;
  readonly kubeconfig?: string;
  readonly context?: string;
  /** Host names under which this server is called, beside loopback. */
  readonly allowedHosts?: readonly string[];
  readonly tls?: TlsFiles;
  /** settings.json with the administrator's switches. */
  readonly settingsFile?: string;
  /** Default: silent. */
  readonly logLevel?: LogLevel;
  /** Where log lines go; default: standard output. */
  readonly logStream?: DestinationStream;
  /** Adds memory, CPU and event loop figures of this process to the metrics. */
  readonly processMetrics?: boolean;
  /** Default: the product's tools. */
  readonly catalogue?: readonly Tool[];
  /** The time answers are made at, in milliseconds; default: the system's. */
  readonly clock?: () => number;
};

export type RunningServer = {
  readonly url: string;
  readonly port: number;
  /** Finishes calls in flight, at most 8 s, then ends. */
  close(): Promise<void>;
};

const clusterOf = ({ clusterUrl, kubeconfig, context }: ServeConfig): Cluster =>
  clusterUrl === undefined
    ? findTarget({
        env: process.env,
        ...(kubeconfig === undefined ? {} : { kubeconfig }),
        ...(context === undefined ? {} : { context }),
      }).cluster
    : clusterAt(clusterUrl);

/** Starts the MCP server. Throws `SetupError` for what the person who starts it can mend. */
export const startServer = async (config: ServeConfig): Promise<RunningServer> => {
  const catalogue = config.catalogue ?? CATALOGUE;
  const log = createLog(config.logLevel ?? 'silent', config.logStream);
  const metrics = createMetrics(
    catalogue.map(({ name }) => name),
    config.processMetrics,
  );
  const api = apiServer(clusterOf(config));
  const run = toolRunner({
    catalogue,
    switches: switches(config.settingsFile),
    metrics,
    log,
    audit: auditor(log),
    clock: config.clock ?? Date.now,
  });
  const mcp = mcpRoute({
    version: VERSION,
    tools: listTools(catalogue),
    run,
    api,
    identities: identities(api),
    metrics,
    hostAllowed: hostCheck(config.allowedHosts ?? []),
  });
  const server = createHttpServer(router({ mcp, metrics, lifecycle: () => life, log }), config.tls);
  const life = lifecycle(server, metrics.inFlight);
  const port = await listen(server, config.port, config.host);
  const scheme = config.tls === undefined ? 'http' : 'https';
  const url = `${scheme}://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  log.info({ url, version: VERSION }, 'listening');
  return {
    url,
    port,
    close: async () => {
      await life.close();
      await api.close();
    },
  };
};
