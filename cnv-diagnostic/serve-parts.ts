import { watchCache, type WatchCache } from './kubernetes/cache/watch-cache';
import { SetupError, type KubeTarget } from './kubernetes/cluster';
import { findTarget } from './kubernetes/target';
import { limiter, type Limiter } from './limits/limiter';
import type { Logger } from './observability/log';
import type { Metrics } from './observability/metrics';
import type { Tracing } from './observability/tracing';
import type { ServeConfig } from './serve-config';

/** `undefined`: only a URL is given, and with it no identity of ours. */
export const targetOf = ({
  clusterUrl,
  kubeconfig,
  context,
}: ServeConfig): KubeTarget | undefined =>
  clusterUrl === undefined
    ? findTarget({
        env: process.env,
        ...(kubeconfig === undefined ? {} : { kubeconfig }),
        ...(context === undefined ? {} : { context }),
      })
    : undefined;

export const cacheOf = async (
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

export const limiterOf = async (
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

export const tracingOf = async ({ traceEndpoint }: ServeConfig): Promise<Tracing | undefined> => {
  if (traceEndpoint === undefined) return undefined;
  if (!URL.canParse(traceEndpoint)) {
    throw new SetupError(
      'OTEL_EXPORTER_OTLP_ENDPOINT is no URL; give one such as http://collector:4318.',
    );
  }
  const { openTelemetry } = await import('./observability/tracing');
  return openTelemetry(traceEndpoint);
};
