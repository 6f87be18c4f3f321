import { setImmediate as nextTurn } from 'node:timers/promises';
import { finishInSlices, prepareLanguages } from '@cnv-ai/engine/search';
import { hostCheck } from './http/hosts';
import { lifecycle } from './http/lifecycle';
import { mcpRoute } from './http/mcp-route';
import { router } from './http/router';
import { createHttpServer, listen } from './http/server';
import type { TlsFiles } from './http/tls';
import { identities } from './identity';
import { apiServer, ownAccess } from './kubernetes/api-server';
import { callerReaders } from './kubernetes/caller-readers';
import { accessReviews } from './kubernetes/access-reviews';
import { watchCache, type WatchCache } from './kubernetes/cache/watch-cache';
import { clusterAt, SetupError, type KubeTarget } from './kubernetes/cluster';
import { findTarget } from './kubernetes/target';
import { limiter, type Limiter, type Limits } from './limits/limiter';
import type { RedisPlace } from './limits/redis-store';
import { createMcpServer } from './mcp/server';
import { auditor } from './observability/audit';
import { createLog, type DestinationStream, type Logger, type LogLevel } from './observability/log';
import { createMetrics, type Metrics } from './observability/metrics';
import { callRecorder } from './observability/record';
import type { Tracing } from './observability/tracing';
import { privacyPolicy, type PrivacyParts } from './privacy/policy';
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
  /** The API server: its URL, else what a kubeconfig or the pod says. */
  readonly clusterUrl?: string;
  /** Whose identity fills the cache and, without SelfSubjectReview, reviews tokens; never reads. */
  readonly kubeconfig?: string;
  readonly context?: string;
  /** `watch`: VMs, their instances and namespaces are held in memory. Default: `none`. */
  readonly cache?: 'watch' | 'none';
  /** Only these namespaces are watched and told of; default: all. */
  readonly namespaces?: readonly string[];
  /** Host names under which this server is called, beside loopback. */
  readonly allowedHosts?: readonly string[];
  readonly tls?: TlsFiles;
  /** Of tool calls; default: none. */
  readonly limits?: Limits;
  /** Where replicas share their counts; default: each counts for itself. */
  readonly redis?: RedisPlace;
  /** Default: personal data is removed, names stay. */
  readonly privacy?: PrivacyParts;
  /** settings.json with the administrator's switches. */
  readonly settingsFile?: string;
  /** Default: silent. */
  readonly logLevel?: LogLevel;
  /** Where log lines go; default: standard output. */
  readonly logStream?: DestinationStream;
  /** Where OpenTelemetry traces go, OTLP over HTTP; default: there are none. */
  readonly traceEndpoint?: string;
  /** Adds memory, CPU and event loop figures of this process to the metrics. */
  readonly processMetrics?: boolean;
  /** Default: the product's tools. */
  readonly catalogue?: readonly Tool[];
  /** Makes what answers a message; default: the product. Another one in the conformance tests. */
  readonly mcpServer?: typeof createMcpServer;
  /** The time answers are made at, in milliseconds; default: the system's. */
  readonly clock?: () => number;
};

export type RunningServer = {
  readonly url: string;
  readonly port: number;
  /** Finishes calls in flight, at most 8 s, then ends. */
  close(): Promise<void>;
};

/** `undefined`: only a URL is given, and with it no identity of ours. */
const targetOf = ({ clusterUrl, kubeconfig, context }: ServeConfig): KubeTarget | undefined =>
  clusterUrl === undefined
    ? findTarget({
        env: process.env,
        ...(kubeconfig === undefined ? {} : { kubeconfig }),
        ...(context === undefined ? {} : { context }),
      })
    : undefined;

const cacheOf = async (
  { cache, clock, namespaces: only }: ServeConfig,
  target: KubeTarget | undefined,
  log: Logger,
): Promise<WatchCache | undefined> => {
  if (cache !== 'watch') return undefined;
  if (target === undefined) {
    throw new SetupError('CACHE=watch reads with an identity of its own; give a kubeconfig.');
  }
  return watchCache({ target, log, clock, only });
};

const limiterOf = async (
  { limits, redis, clock }: ServeConfig,
  log: Logger,
  metrics: Metrics,
): Promise<Limiter | undefined> => {
  if (limits === undefined) return undefined;
  if (redis === undefined) return limiter({ limits, log, clock });
  // Its client is large, and few installations need it.
  const { redisStore } = await import('./limits/redis-store');
  return limiter({ limits, log, clock, shared: redisStore(redis), onShared: metrics.sharedLimits });
};

const tracingOf = async ({ traceEndpoint }: ServeConfig): Promise<Tracing | undefined> => {
  if (traceEndpoint === undefined) return undefined;
  if (!URL.canParse(traceEndpoint)) {
    throw new SetupError(
      'OTEL_EXPORTER_OTLP_ENDPOINT is no URL; give one such as http://collector:4318.',
    );
  }
  const { openTelemetry } = await import('./observability/tracing');
  return openTelemetry(traceEndpoint);
};

/** Starts the MCP server. Throws `SetupError` for what the person who starts it can mend. */
export const startServer = async (config: ServeConfig): Promise<RunningServer> => {
  const catalogue = config.catalogue ?? CATALOGUE;
  const log = createLog(config.logLevel ?? 'silent', config.logStream);
  const metrics = createMetrics(
    catalogue.map(({ name }) => name),
    { processToo: config.processMetrics, clock: config.clock },
  );
  const target = targetOf(config);
  const api = apiServer(target?.cluster ?? clusterAt(config.clusterUrl ?? ''));
  const own = target === undefined ? undefined : ownAccess(target);
  const cache = await cacheOf(config, target, log);
  if (cache !== undefined) metrics.watchCache(cache.state);
  const reviews = accessReviews({
    api,
    count: metrics.accessReview,
    clock: config.clock,
  });
  const limits = await limiterOf(config, log, metrics);
  const tracing = await tracingOf(config);
  const run = toolRunner({
    catalogue,
    limiter: limits,
    privacy: privacyPolicy(config.privacy ?? { personalData: 'remove' }),
    switches: switches(config.settingsFile),
    record: callRecorder({ metrics, audit: auditor(log), tracing }),
    log,
    clock: config.clock ?? Date.now,
  });
  const mcp = mcpRoute({
    version: VERSION,
    tools: listTools(catalogue),
    run,
    createServer: config.mcpServer ?? createMcpServer,
    readers: callerReaders({
      api,
      reviews,
      cache,
      clock: config.clock,
      only: config.namespaces,
    }),
    identities: identities({ api, own }),
    metrics,
    hostAllowed: hostCheck(config.allowedHosts ?? []),
  });
  const isFilled = (): boolean => cache?.isFilled() ?? true;
  const handler = router({ mcp, metrics, lifecycle: () => life, isFilled, log });
  const server = createHttpServer(handler, log, config.tls);
  const life = lifecycle(server, metrics.inFlight);
  const port = await listen(server, config.port, config.host);
  cache?.start();
  // The first sentence waits for no language to be made ready.
  void finishInSlices(prepareLanguages(), nextTurn, () => true);
  const scheme = config.tls === undefined ? 'http' : 'https';
  const url = `${scheme}://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  log.info({ url, version: VERSION }, 'listening');
  return {
    url,
    port,
    close: async () => {
      await life.close();
      await limits?.close();
      // What a collector that is gone would have got is not worth a slow end.
      await tracing?.close().catch(() => undefined);
      await cache?.close();
      await own?.close();
      await api.close();
    },
  };
};
