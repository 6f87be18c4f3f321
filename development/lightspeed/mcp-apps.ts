import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { Problem } from './http';
import { callTool, readResource, type McpCall } from './mcp-client';
import type { McpServerConfig } from './options';

/** The timeout the service falls back to on this path, where it covers the whole answer. */
const defaultTimeoutSeconds = 30;

/** A configured server by name; 404 is what tells a client that its server is not configured. */
export const findServer = (servers: readonly McpServerConfig[], name: string): McpServerConfig => {
  if (servers.length === 0) throw new Problem(404, 'No MCP servers configured');
  const found = servers.find((server) => server.name === name);
  if (!found) throw new Problem(404, `MCP server '${name}' not found`);
  return found;
};

const callOf = (server: McpServerConfig, token: string, signal: AbortSignal): McpCall => ({
  token,
  signal,
  timeoutMs: (server.timeoutSeconds ?? defaultTimeoutSeconds) * 1000,
});

const block = (item: CallToolResult['content'][number]): unknown[] => {
  if (item.type === 'text') return [{ type: 'text', text: item.text }];
  if (item.type === 'image' || item.type === 'audio') {
    return [{ type: item.type, data: item.data, mimeType: item.mimeType }];
  }
  return [];
};

/** A tool called past model, approval and quota; an error keeps its text and structured content. */
export const appToolCall = async (
  server: McpServerConfig,
  tool: string,
  args: Record<string, unknown>,
  token: string,
  signal: AbortSignal,
): Promise<unknown> => {
  const result = await callTool(server, tool, args, callOf(server, token, signal)).catch(() => {
    throw new Problem(500, 'Failed to call tool');
  });
  return {
    content: result.content.flatMap(block),
    structured_content: result.structuredContent ?? null,
    is_error: result.isError ?? false,
  };
};

/** The first content of a `ui://` resource. */
export const appResource = async (
  server: McpServerConfig,
  uri: string,
  token: string,
  signal: AbortSignal,
): Promise<unknown> => {
  const { contents } = await readResource(server, uri, callOf(server, token, signal)).catch(() => {
    throw new Problem(500, 'Failed to fetch resource');
  });
  const [first] = contents;
  if (!first) throw new Problem(404, `Resource not found: ${uri}`);
  const isText = 'text' in first;
  return {
    uri: first.uri,
    mime_type: first.mimeType ?? 'text/html',
    content: isText ? first.text : first.blob,
    content_type: isText ? 'text' : 'blob',
    meta: first._meta ?? null,
  };
};

export const checkResourceUri = (uri: string): void => {
  if (/^ui:\/\/./.test(uri)) return;
  throw new Problem(400, `Invalid resource URI: ${uri}. Expected ui://...`);
};
