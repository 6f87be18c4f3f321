import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { SUSPECTS, type Suspect } from './suspicion';
import { callVolume } from './volume';

const OTHER = 'unknown';
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4];

/** How one kind of the shared cache stands; `age` in milliseconds, absent before it was filled. */
type CachedKindState = {
  readonly resource: string;
  readonly objects: number;
  readonly lists: number;
  readonly age?: number;
};

/** What metrics tell of one tool call. */
export type CountedCall = {
  readonly tool: string;
  readonly outcome: string;
  readonly durationMs: number;
  readonly reads: number;
  readonly rootCauseIds: readonly string[];
  readonly suspected: readonly Suspect[];
  /** Why parts were not checked, one reason each. */
  readonly unchecked: readonly string[];
  readonly user?: string;
};

export type MetricsOptions = {
  /** Adds memory, CPU and event loop figures of this process. */
  readonly processToo?: boolean;
  readonly clock?: () => number;
};

/** Outcomes of calls that got no answer to what they asked. */
const FAILURES: ReadonlySet<string> = new Set([
  'failed',
  'forbidden',
  'invalid_arguments',
  'quota_used_up',
  'rate_limited',
  'too_many_at_once',
  'unavailable',
  'unknown_tool',
]);

/** What an alert counts is there from the start: a series that begins with 1 has not risen yet. */
const FROM_ZERO = 0;

const IDENTITY_FAILURES = ['missing', 'refused', 'unavailable'] as const;

/** A metric of this product. */
type Described = { readonly name: string; readonly labels: readonly string[] };

type Collect = (gauge: Gauge) => void;

/** Declares metrics of this product in a registry, and remembers which there are. */
const declaring = (registry: Registry) => {
  const described: Described[] = [];
  const common = (short: string, help: string, labelNames: readonly string[]) => {
    const name = `cnv_diagnostic_${short}`;
    described.push({ name, labels: labelNames });
    return { name, help, labelNames, registers: [registry] };
  };
  return {
    described,
    counter: (short: string, help: string, ...labels: readonly string[]) =>
      new Counter(common(short, help, labels)),
    histogram: (short: string, help: string, ...labels: readonly string[]) =>
      new Histogram({ ...common(short, help, labels), buckets: BUCKETS }),
    /** `collect` is asked whenever the metrics are. */
    gauge: (short: string, help: string, labels: readonly string[] = [], collect?: Collect) =>
      new Gauge({
        ...common(short, help, labels),
        collect() {
          collect?.(this);
        },
      }),
  };
};

type Declare = ReturnType<typeof declaring>;

/** The metrics of tool calls. */
const callMetrics = (
  { counter, histogram, gauge }: Declare,
  tools: readonly string[],
  clock: () => number,
) => {
  const calls = counter('tool_calls_total', 'Tool calls by tool and outcome.', 'tool', 'outcome');
  const seconds = histogram('tool_duration_seconds', 'Time of a tool call.', 'tool');
  const reads = counter(
    'api_reads_total',
    'Requests to the API server made by tool calls.',
    'tool',
  );
  const failures = counter(
    'tool_failures_total',
    'Tool calls without an answer to what was asked, by reason.',
    'tool',
    'reason',
  );
  const causes = counter('root_causes_total', 'Root causes told, by their id.', 'id');
  const unchecked = counter(
    'unchecked_total',
    'Parts of answers that could not be checked, by reason.',
    'reason',
  );
  const suspected = counter(
    'suspected_injections_total',
    'Calls with words that look like an attempt to steer a model, by whose they are.',
    'source',
  );
  const volume = callVolume(clock);
  gauge(
    'busiest_user_calls',
    'Tool calls of the busiest user within five minutes; who that is tells the audit line.',
    [],
    (found) => found.set(volume.busiest()),
  );
  for (const tool of tools) {
    calls.inc({ tool, outcome: 'quota_used_up' }, FROM_ZERO);
    failures.inc({ tool, reason: 'failed' }, FROM_ZERO);
  }
  for (const source of SUSPECTS) suspected.inc({ source }, FROM_ZERO);
  return (tool: string, call: CountedCall): void => {
    const { outcome, user } = call;
    calls.inc({ tool, outcome });
    seconds.observe({ tool }, call.durationMs / 1000);
    reads.inc({ tool }, call.reads);
    if (FAILURES.has(outcome)) failures.inc({ tool, reason: outcome });
    for (const id of call.rootCauseIds) causes.inc({ id });
    for (const reason of call.unchecked) unchecked.inc({ reason });
    for (const source of call.suspected) suspected.inc({ source });
    if (user !== undefined) volume.count(user);
  };
};

/** Reads the state of the shared cache whenever the metrics are asked for. */
const cacheMetrics = ({ gauge }: Declare, state: () => readonly CachedKindState[]): void => {
  const ofKind = (
    name: string,
    help: string,
    value: (kind: CachedKindState) => number | undefined,
  ) =>
    gauge(`cache_${name}`, help, ['resource'], (found) => {
      for (const kind of state()) {
        const number = value(kind);
        if (number !== undefined) found.set({ resource: kind.resource }, number);
      }
    });
  ofKind('objects', 'Objects in the shared cache.', ({ objects }) => objects);
  ofKind('lists', 'Complete lists made for the shared cache.', ({ lists }) => lists);
  ofKind('age_seconds', 'Time since the shared cache was last known to be true.', ({ age }) =>
    age === undefined ? undefined : age / 1000,
  );
};

/** Prometheus metrics with fixed labels: nothing a caller chooses becomes a label. */
export const createMetrics = (
  toolNames: readonly string[],
  { processToo = false, clock = Date.now }: MetricsOptions = {},
) => {
  const registry = new Registry();
  if (processToo) collectDefaultMetrics({ register: registry });
  const declare = declaring(registry);
  const { counter, gauge } = declare;
  const countCall = callMetrics(declare, [...toolNames, OTHER], clock);
  const requests = counter(
    'http_requests_total',
    'HTTP requests by path and status class.',
    'path',
    'status',
  );
  const identities = counter(
    'identity_failures_total',
    'Calls without a usable identity by reason.',
    'reason',
  );
  for (const reason of IDENTITY_FAILURES) identities.inc({ reason }, FROM_ZERO);
  const running = gauge('requests_in_flight', 'MCP requests being answered.');
  const reviews = counter(
    'access_reviews_total',
    'Questions about what a caller may list, by result; hit: answered from memory.',
    'result',
  );
  let shared: Gauge | undefined;
  return {
    toolCall: (call: CountedCall): void =>
      countCall(toolNames.includes(call.tool) ? call.tool : OTHER, call),
    request: (path: string, status: number): void => {
      requests.inc({ path, status: `${Math.floor(status / 100)}xx` });
    },
    identityFailure: (reason: (typeof IDENTITY_FAILURES)[number]): void => {
      identities.inc({ reason });
    },
    accessReview: (result: 'hit' | 'allowed' | 'denied' | 'failed'): void => {
      reviews.inc({ result });
    },
    /** There is such a metric only where counts are shared. */
    sharedLimits: (available: boolean): void => {
      shared ??= gauge(
        'shared_limits_available',
        '1 while the counts of all replicas can be had; 0: each replica counts for itself.',
      );
      shared.set(available ? 1 : 0);
    },
    watchCache: (state: () => readonly CachedKindState[]): void => cacheMetrics(declare, state),
    inFlight: (count: number): void => running.set(count),
    contentType: registry.contentType,
    text: (): Promise<string> => registry.metrics(),
    /** Every metric of this product, with its labels. */
    described: (): readonly Described[] => declare.described,
  };
};

export type Metrics = ReturnType<typeof createMetrics>;
