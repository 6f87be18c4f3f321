import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const OTHER = 'unknown';

/** How one kind of the shared cache stands; `age` in milliseconds, absent before it was filled. */
type CachedKindState = {
  readonly resource: string;
  readonly objects: number;
  readonly lists: number;
  readonly age?: number;
};

/** Prometheus metrics with fixed labels: nothing a caller chooses becomes a label. */
export const createMetrics = (toolNames: readonly string[], processToo = false) => {
  const registers = [new Registry()];
  const [registry = new Registry()] = registers;
  if (processToo) collectDefaultMetrics({ register: registry });
  const calls = new Counter({
    name: 'cnv_diagnostic_tool_calls_total',
    help: 'Tool calls by tool and outcome.',
    labelNames: ['tool', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'cnv_diagnostic_tool_duration_seconds',
    help: 'Time of a tool call.',
    labelNames: ['tool'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4],
    registers,
  });
  const reads = new Counter({
    name: 'cnv_diagnostic_api_reads_total',
    help: 'Requests to the API server made by tool calls.',
    labelNames: ['tool'],
    registers,
  });
  const requests = new Counter({
    name: 'cnv_diagnostic_http_requests_total',
    help: 'HTTP requests by path and status class.',
    labelNames: ['path', 'status'],
    registers,
  });
  const identities = new Counter({
    name: 'cnv_diagnostic_identity_failures_total',
    help: 'Calls without a usable identity by reason.',
    labelNames: ['reason'],
    registers,
  });
  const running = new Gauge({
    name: 'cnv_diagnostic_requests_in_flight',
    help: 'MCP requests being answered.',
    registers,
  });
  const reviews = new Counter({
    name: 'cnv_diagnostic_access_reviews_total',
    help: 'Questions about what a caller may list, by result; hit: answered from memory.',
    labelNames: ['result'],
    registers,
  });
  let shared: Gauge | undefined;
  const known = (tool: string): string => (toolNames.includes(tool) ? tool : OTHER);
  return {
    toolCall: (tool: string, outcome: string, durationMs: number, readCount: number): void => {
      calls.inc({ tool: known(tool), outcome });
      seconds.observe({ tool: known(tool) }, durationMs / 1000);
      reads.inc({ tool: known(tool) }, readCount);
    },
    request: (path: string, status: number): void => {
      requests.inc({ path, status: `${Math.floor(status / 100)}xx` });
    },
    identityFailure: (reason: 'missing' | 'refused' | 'unavailable'): void => {
      identities.inc({ reason });
    },
    accessReview: (result: 'hit' | 'allowed' | 'denied' | 'failed'): void => {
      reviews.inc({ result });
    },
    /** There is such a metric only where counts are shared. */
    sharedLimits: (available: boolean): void => {
      shared ??= new Gauge({
        name: 'cnv_diagnostic_shared_limits_available',
        help: '1 while the counts of all replicas can be had; 0: each replica counts for itself.',
        registers,
      });
      shared.set(available ? 1 : 0);
    },
    /** Reads the state of the shared cache whenever the metrics are asked for. */
    watchCache: (state: () => readonly CachedKindState[]): void => {
      const gauge = (
        name: string,
        help: string,
        value: (kind: CachedKindState) => number | undefined,
      ): void => {
        new Gauge({
          name: `cnv_diagnostic_cache_${name}`,
          help,
          labelNames: ['resource'],
          registers,
          collect() {
            for (const kind of state()) {
              const found = value(kind);
              if (found !== undefined) this.set({ resource: kind.resource }, found);
            }
          },
        });
      };
      gauge('objects', 'Objects in the shared cache.', ({ objects }) => objects);
      gauge('lists', 'Complete lists made for the shared cache.', ({ lists }) => lists);
      gauge('age_seconds', 'Time since the shared cache was last known to be true.', ({ age }) =>
        age === undefined ? undefined : age / 1000,
      );
    },
    inFlight: (count: number): void => running.set(count),
    contentType: registry.contentType,
    text: (): Promise<string> => registry.metrics(),
  };
};

export type Metrics = ReturnType<typeof createMetrics>;
