import { setTimeout as pause } from 'node:timers/promises';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  defaultTextMapGetter,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { ReadObserver } from '../kubernetes/api-client';
import { VERSION } from '../version';

/** The span of one tool call and, under it, one of each request to the API server. */
export type CallSpan = {
  readonly read: ReadObserver;
  readonly end: (call: {
    readonly outcome: string;
    readonly reads: number;
    readonly rootCauseIds: readonly string[];
  }) => void;
};

export type Tracing = {
  readonly call: (tool: string, traceparent: string | undefined) => CallSpan;
  /** Sends what was not sent yet. */
  readonly close: () => Promise<void>;
};

/** Outcomes that are this server's or the cluster's fault; a refusal is not. */
const ERRORS = ['failed', 'unavailable'];

const LONGEST_GOODBYE = 1_000;

const NAME = 'cnv-diagnostic';
const propagator = new W3CTraceContextPropagator();

/**
 * Traces by OpenTelemetry, sent to `endpoint` as OTLP over HTTP; headers and certificates are those
 * of the standard OTEL_EXPORTER_OTLP_* variables. No name of an object, no user and no argument is
 * in a span.
 */
export const openTelemetry = (endpoint: string): Tracing => {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': NAME, 'service.version': VERSION }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer(NAME, VERSION);
  return {
    call: (tool, traceparent) => {
      const parent = propagator.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter);
      const attributes = { 'mcp.method.name': 'tools/call', 'gen_ai.tool.name': tool };
      const options = { kind: SpanKind.SERVER, attributes };
      const span = tracer.startSpan(`tools/call ${tool}`, options, parent);
      const within = trace.setSpan(parent, span);
      return {
        read: ({ method, resource, status, started }) => {
          const child = tracer.startSpan(
            `${method} ${resource}`,
            {
              kind: SpanKind.CLIENT,
              startTime: started,
              attributes: {
                'http.request.method': method,
                'k8s.resource': resource,
                ...(status === undefined ? {} : { 'http.response.status_code': status }),
              },
            },
            within,
          );
          if (status === undefined) child.setStatus({ code: SpanStatusCode.ERROR });
          child.end();
        },
        end: ({ outcome, reads, rootCauseIds }) => {
          span.setAttributes({
            'cnv.outcome': outcome,
            'cnv.reads': reads,
            'cnv.root_causes': [...rootCauseIds],
          });
          if (ERRORS.includes(outcome)) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    // What a collector that is gone would have got is not worth a slow end.
    close: () =>
      Promise.race([
        provider.shutdown().catch(() => undefined),
        pause(LONGEST_GOODBYE, undefined, { ref: false }),
      ]),
  };
};
