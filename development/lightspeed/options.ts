export type McpServerConfig = { name: string; url: string; timeoutSeconds?: number };

/** An OpenAI-compatible endpoint: `url` is its base, usually ending in `/v1`. */
export type ModelConfig = { url: string; name: string; apiKey?: string };

export type ToolsApproval = 'never' | 'always' | 'tool_annotations';

export type LightspeedOptions = {
  /** A free port when it is 0 or left out. */
  port?: number;
  /** Base URL of the Kubernetes API that knows the callers' tokens. */
  clusterUrl: string;
  /** Order matters: of two tools with one name the first server's wins. */
  mcpServers: readonly McpServerConfig[];
  model?: ModelConfig;
  /** Default `tool_annotations`, as the operator configures it. */
  toolsApproval?: ToolsApproval;
  /** How long a tool waits for its approval. Default 600,000 ms. */
  approvalTimeoutMs?: number;
  /** Tokens each user may spend. Left out: no limit. */
  quota?: number;
  /** Pause between two streamed tokens of the planner's answer. Default 15 ms. */
  tokenDelayMs?: number;
  /** `false`: the service answers its readiness probe with 503 until told otherwise. */
  ready?: boolean;
};

/** Faults to provoke. What is left out is normal; each call of `behave` replaces the one before. */
export type Behaviour = {
  /** `/readiness` answers 503. */
  notReady?: boolean;
  /** Every authenticated endpoint answers 403: the user is not bound to the access role. */
  noAccess?: boolean;
  /** Both query endpoints answer HTTP 500 with the quota body. */
  quotaExceeded?: boolean;
  /** An older service, which knows no `mode`: 422. */
  rejectMode?: boolean;
  /** Every connection is cut without an answer. */
  unreachable?: boolean;
  /** As if no MCP server were configured. */
  noServers?: boolean;
  /** The stream stops after so many tokens, without `end`: closed properly or reset. */
  breakStream?: { afterTokens: number; how: 'close' | 'reset' };
  /** An `error` event with HTTP 200 after so many tokens (0). */
  streamError?: { response: string; cause: string; statusCode?: number; afterTokens?: number };
  tokenDelayMs?: number;
};
