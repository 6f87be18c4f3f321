import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { FetchLike } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  CallToolResultSchema,
  type CallToolResult,
  type ReadResourceResult,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import type { McpServerConfig } from './options';

/** A tool together with the server it came from. */
export type ServerTool = { server: McpServerConfig; definition: Tool };

export type McpCall = { token: string; signal: AbortSignal; timeoutMs: number };

/** In the chat the configured timeout bounds connecting only; a tool may answer for this long. */
export const chatTimeoutMs = 300_000;

const maxPages = 1000;

/** Lightspeed's client opens no event stream where the server gave no session: no GET. */
const withoutIdleStream: FetchLike = (url, init) =>
  init?.method === 'GET' && !new Headers(init.headers).has('mcp-session-id')
    ? Promise.resolve(new Response(null, { status: 405 }))
    : fetch(url, init);

/** A session of its own for every operation: initialize, then whatever `use` asks. */
const withSession = async <T>(
  server: McpServerConfig,
  { token, signal, timeoutMs }: McpCall,
  use: (client: Client, options: { signal: AbortSignal; timeout: number }) => Promise<T>,
): Promise<T> => {
  const client = new Client({ name: 'development-lightspeed', version: '1.0.0' });
  const transport = new StreamableHTTPClientTransport(new URL(server.url), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
    fetch: withoutIdleStream,
  });
  // The client never takes its listeners off a signal: each session gets one of its own.
  const options = { signal: AbortSignal.any([signal]), timeout: timeoutMs };
  try {
    await client.connect(transport, options);
    return await use(client, options);
  } finally {
    await client.close();
  }
};

const listTools = async (
  client: Client,
  options: { signal: AbortSignal; timeout: number },
): Promise<Tool[]> => {
  const tools: Tool[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const answer = await client.listTools(cursor === undefined ? {} : { cursor }, options);
    tools.push(...answer.tools);
    cursor = answer.nextCursor;
    if (cursor === undefined) break;
  }
  return tools;
};

/**
 * The tools of all servers, asked one after the other. A server that cannot be reached or refuses
 * the caller is left out without a word; of two tools with one name the first server's stays.
 */
export const listAllTools = async (
  servers: readonly McpServerConfig[],
  call: McpCall,
): Promise<ServerTool[]> => {
  const byName = new Map<string, ServerTool>();
  for (const server of servers) {
    const tools = await withSession(server, call, listTools).catch((): Tool[] => []);
    call.signal.throwIfAborted();
    for (const definition of tools) {
      if (!byName.has(definition.name)) byName.set(definition.name, { server, definition });
    }
  }
  return [...byName.values()];
};

const checkOutput = (tool: Tool | undefined, result: CallToolResult): void => {
  if (!tool?.outputSchema) return;
  if (!result.structuredContent) {
    throw new Error(`${tool.name} declares an output schema and returned no structured content`);
  }
  const checked = new AjvJsonSchemaValidator().getValidator(tool.outputSchema)(
    result.structuredContent,
  );
  if (!checked.valid) {
    throw new Error(`structured content breaks the output schema: ${checked.errorMessage}`);
  }
};

/** `tools/call`, then `tools/list` again for the output schema, which a success must satisfy. */
export const callTool = (
  server: McpServerConfig,
  name: string,
  args: Record<string, unknown>,
  call: McpCall,
): Promise<CallToolResult> =>
  withSession(server, call, async (client, options) => {
    const request = { method: 'tools/call' as const, params: { name, arguments: args } };
    const result = await client.request(request, CallToolResultSchema, options);
    if (result.isError !== true) {
      const tools = await listTools(client, options);
      checkOutput(
        tools.find((tool) => tool.name === name),
        result,
      );
    }
    return result;
  });

export const readResource = (
  server: McpServerConfig,
  uri: string,
  call: McpCall,
): Promise<ReadResourceResult> =>
  withSession(server, call, (client, options) => client.readResource({ uri }, options));
