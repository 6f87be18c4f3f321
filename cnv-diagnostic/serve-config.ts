import type { TlsFiles } from './http/tls';
import type { Limits } from './limits/limiter';
import type { RedisPlace } from './limits/redis-store';
import type { createMcpServer } from './mcp/server';
import type { DestinationStream, LogLevel } from './observability/log';
import type { PrivacyParts } from './privacy/policy';
import type { Tool } from './tools/tool';

export type ServeConfig = {
  /** 0 stands for one that is free. */
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
  /** Which messages are answered with a stream; default: those that ask for progress. */
  readonly isStreamed?: (message: unknown) => boolean;
  /** The time answers are made at, in milliseconds; default: the system's. */
  readonly clock?: () => number;
};
