/** What the hooks bring about: `console` and `lightspeed` say whether the entry shall be there. */
export type Registration = {
  plugin: string;
  console: boolean;
  lightspeed: boolean;
  server: Server;
  /** Another MCP server beside ours, and the approval its tools need at least. */
  neighbour?: { server: Server; approvalType: 'never' | 'tool_annotations' | 'always' };
};

type Server = { name: string; [field: string]: unknown };

type Config = {
  metadata?: { annotations?: Record<string, string> };
  spec?: Record<string, unknown>;
};

/** A JSON merge patch (RFC 7386). */
export type MergePatch = Record<string, unknown>;

export const consoleChange: (config: Config, wanted: Registration) => MergePatch | undefined;
export const lightspeedChange: (config: Config, wanted: Registration) => MergePatch | undefined;
