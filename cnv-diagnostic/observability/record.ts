import { listAt, textAt } from '@cnv-ai/engine/kubernetes';
import type { ReadObserver } from '../kubernetes/api-client';
import type { AuditEntry } from './audit';
import type { Metrics } from './metrics';
import { suspectsOf } from './suspicion';
import type { CallSpan, Tracing } from './tracing';

/** A call as it begins. */
export type BegunCall = {
  /** A tool's name, or `unknown`: what a caller makes up is in no trace. */
  readonly tool: string;
  readonly args: unknown;
  /** As the API server names the caller. */
  readonly user?: string;
  /** W3C trace context of the caller. */
  readonly traceparent?: string;
};

/** A call as it ended. */
export type EndedCall = {
  readonly target?: string;
  readonly outcome: string;
  readonly rootCauseIds?: readonly string[];
  readonly reads?: number;
  /** What a model is told. */
  readonly text?: string;
  readonly structured?: Readonly<Record<string, unknown>>;
};

/** The traces of one call while it runs. */
export type Recording = {
  /** Told of each request to the API server; absent where nobody wants to know. */
  readonly onRead?: ReadObserver;
  readonly end: (call: EndedCall) => void;
};

export type CallRecorder = (call: BegunCall) => Recording;

export type RecorderParts = {
  readonly metrics: Metrics;
  readonly audit: (entry: AuditEntry) => void;
  readonly tracing?: Tracing;
};

const reasonsOf = (structured: Readonly<Record<string, unknown>> = {}): string[] =>
  listAt(structured, 'unchecked').flatMap((entry) => textAt(entry, 'reason') ?? []);

/** Leaves the traces of calls: metrics, one audit line each and, where wanted, a span. */
export const callRecorder =
  ({ metrics, audit, tracing }: RecorderParts): CallRecorder =>
  ({ tool, args, user, traceparent }) => {
    const started = performance.now();
    const span: CallSpan | undefined = tracing?.call(tool, traceparent);
    return {
      onRead: span?.read,
      end: ({ target = '', outcome, rootCauseIds = [], reads = 0, text = '', structured }) => {
        const durationMs = Math.round(performance.now() - started);
        const suspected = suspectsOf(args, text);
        metrics.toolCall({
          tool,
          outcome,
          durationMs,
          reads,
          rootCauseIds,
          suspected,
          unchecked: reasonsOf(structured),
          ...(user === undefined ? {} : { user }),
        });
        span?.end({ outcome, reads, rootCauseIds });
        audit({
          ...(user === undefined ? {} : { user }),
          tool,
          target,
          outcome,
          rootCauseIds,
          durationMs,
          reads,
          ...(suspected.length === 0 ? {} : { suspected }),
        });
      },
    };
  };
