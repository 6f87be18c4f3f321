import type { IncomingMessage, ServerResponse } from 'node:http';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
  type CallToolResult,
  type ReadResourceResult,
  type Tool,
} from '@modelcontextprotocol/sdk/types.js';
import { textAt } from '@cnv-ai/engine/kubernetes';
import { readJson } from '../http';
import { listen, type Listening } from './listen';

export type ScriptedTool = Omit<Tool, 'inputSchema'> & {
  inputSchema?: Tool['inputSchema'];
  run: (args: Readonly<Record<string, unknown>>) => CallToolResult | Promise<CallToolResult>;
};

/** One HTTP request as it arrived: the JSON-RPC method, or the HTTP method where there is none. */
export type SeenRequest = {
  method: string;
  authorization: string | undefined;
  protocolVersion: string | undefined;
};

export type ScriptedMcp = Listening & { seen: SeenRequest[] };

export type Script = {
  tools?: readonly ScriptedTool[];
  resources?: Readonly<Record<string, ReadResourceResult['contents']>>;
  /** HTTP status for every request instead of an answer. */
  refuseWith?: number;
};

export const text = (...blocks: string[]): CallToolResult => ({
  content: blocks.map((block) => ({ type: 'text', text: block })),
});

/** The declaration without its handler: functions do not survive JSON. */
const listed = ({ name, inputSchema, ...rest }: ScriptedTool): Tool => ({
  ...rest,
  name,
  inputSchema: inputSchema ?? { type: 'object', properties: {} },
});

const serverFor = ({ tools = [], resources = {} }: Script): McpServer => {
  const server = new McpServer(
    { name: 'scripted', version: '1' },
    { capabilities: { tools: {}, resources: {} } },
  );
  server.server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(listed) }));
  server.server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    return tool?.run(params.arguments ?? {}) ?? { ...text('no such tool'), isError: true };
  });
  server.server.setRequestHandler(ReadResourceRequestSchema, ({ params }) => ({
    contents: resources[params.uri] ?? [],
  }));
  return server;
};

const note = (seen: SeenRequest[], request: IncomingMessage, body: unknown): void => {
  const version = request.headers['mcp-protocol-version'];
  seen.push({
    method: textAt(body, 'method') ?? request.method ?? '',
    authorization: request.headers.authorization,
    protocolVersion: textAt(body, 'params', 'protocolVersion') ?? version?.toString(),
  });
};

/** A stateless MCP server with JSON answers, as our sidecar is. */
export const startMcp = async (script: Script): Promise<ScriptedMcp> => {
  const seen: SeenRequest[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readJson(request);
    note(seen, request, body);
    if (script.refuseWith !== undefined || request.method !== 'POST') {
      response.writeHead(script.refuseWith ?? 405).end();
      return;
    }
    const server = serverFor(script);
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: undefined,
      enableJsonResponse: true,
    });
    response.on('close', () => void server.close());
    await server.connect(transport);
    await transport.handleRequest(request, response, body);
  };
  const listening = await listen((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  return { ...listening, url: `${listening.url}/mcp`, seen };
};
