import { setImmediate as nextTurn } from 'node:timers/promises';
import { finishInSlices, prepareLanguages } from '@cnv-ai/engine/search';
import { hostCheck } from './http/hosts';
import { lifecycle } from './http/lifecycle';
import { mcpRoute } from './http/mcp-route';
import { router } from './http/router';
import { createHttpServer, listen } from './http/server';
import { identities } from './identity';
import { accessReviews } from './kubernetes/access-reviews';
import { apiServer, ownAccess } from './kubernetes/api-server';
import { callerReaders } from './kubernetes/caller-readers';
import { clusterAt } from './kubernetes/cluster';
import { asksForProgress } from './mcp/http';
import { createMcpServer } from './mcp/server';
import { auditor } from './observability/audit';
import { createLog, type Logger } from './observability/log';
import { createMetrics } from './observability/metrics';
import { callRecorder } from './observability/record';
import { privacyPolicy } from './privacy/policy';
import type { ServeConfig } from './serve-config';
import { cacheOf, limiterOf, targetOf, tracingOf } from './serve-parts';
import { switches } from './switches';
import { CATALOGUE } from './tools';
import { listTools } from './tools/listing';
import { toolRunner } from './tools/run';
import { VERSION } from './version';

export type { ServeConfig } from './serve-config';

export type RunningServer = {
  readonly url: string;
  readonly port: number;
  /** Finishes calls in flight, at most 8 s, then ends. */
  close(): Promise<void>;
};

const NAMES_STAY = { personalData: 'remove' } as const;

/** What answers `/mcp` and the probes, not yet listening, and how to let go of what it holds. */
const assemble = async (config: ServeConfig, log: Logger) => {
  const { catalogue = CATALOGUE, clock } = config;
  const names = catalogue.map(({ name }) => name);
  const metrics = createMetrics(names, { processToo: config.processMetrics, clock });
  const target = targetOf(config);
  const api = apiServer(target?.cluster ?? clusterAt(config.clusterUrl ?? ''));
  const own = target === undefined ? undefined : ownAccess(target);
  const cache = await cacheOf(config, target, log);
  if (cache !== undefined) metrics.watchCache(cache.state);
  const limits = await limiterOf(config, log, metrics);
  const tracing = await tracingOf(config);
  const reviews = accessReviews({ api, count: metrics.accessReview, clock });
  const run = toolRunner({
    catalogue,
    limiter: limits,
    privacy: privacyPolicy(config.privacy ?? NAMES_STAY),
    switches: switches(config.settingsFile),
    record: callRecorder({ metrics, audit: auditor(log), tracing }),
    log,
    clock: clock ?? Date.now,
  });
  const mcp = mcpRoute({
    version: VERSION,
    tools: listTools(catalogue),
    run,
    createServer: config.mcpServer ?? createMcpServer,
    isStreamed: config.isStreamed ?? asksForProgress,
    readers: callerReaders({ api, reviews, cache, clock, only: config.namespaces }),
    identities: identities({ api, own }),
    metrics,
    hostAllowed: hostCheck(config.allowedHosts ?? []),
  });
  return {
    mcp,
    metrics,
    cache,
    release: async (): Promise<void> => {
      await limits?.close();
      await tracing?.close();
      await cache?.close();
      await own?.close();
      await api.close();
    },
  };
};

/** Starts the MCP server. Throws `SetupError` for what the person who starts it can mend. */
export const startServer = async (config: ServeConfig): Promise<RunningServer> => {
  const log = createLog(config.logLevel ?? 'silent', config.logStream);
  const { mcp, metrics, cache, release } = await assemble(config, log);
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
      await release();
    },
  };
};
