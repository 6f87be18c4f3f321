import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import {
  CallToolRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
  type CallToolResult,
  type GetPromptResult,
  type ProgressToken,
  type ReadResourceResult,
  type ServerNotification,
} from '@modelcontextprotocol/sdk/types.js';
import { readResource, RESOURCE_LIST, RESOURCE_TEMPLATES } from '../resources';
import { promptText, PROMPTS } from '../resources/prompts';
import type { ListedTool } from '../tools/listing';
import type { Progress } from '../tools/tool';
import type { ClientSide, ToolAnswer } from '../tools/run';

export type McpParts = {
  readonly version: string;
  readonly tools: readonly ListedTool[];
  /** Runs one tool as the caller of this server. */
  readonly call: (name: string, args: unknown, client: ClientSide) => Promise<ToolAnswer>;
};

const INSTRUCTIONS =
  'Finds KubeVirt virtual machines and explains why one does not work, with the permissions of the caller. Reads only.';

/** Implementation defined: the call was not made. */
export const REFUSED = -32000;

const resultOf = (name: string, answer: ToolAnswer): CallToolResult => {
  if (answer.kind === 'unknown_tool') {
    throw new McpError(ErrorCode.InvalidParams, `Unknown tool: ${name.slice(0, 64)}`);
  }
  if (answer.kind === 'refused') throw new McpError(REFUSED, answer.refusal.message);
  if (answer.kind === 'failed') {
    return { content: [{ type: 'text', text: answer.text }], isError: true };
  }
  const { text, structured } = answer.result;
  return { content: [{ type: 'text', text }], structuredContent: { ...structured } };
};

/** The protocol's code for a resource that does not exist. */
const NO_RESOURCE = -32002;

const contentOf = (uri: string): ReadResourceResult => {
  const content = readResource(uri);
  if (content === undefined) {
    throw new McpError(NO_RESOURCE, 'There is no such resource; cnv://failures lists the causes.');
  }
  return { contents: [content] };
};

const promptOf = (name: string, args: Readonly<Record<string, string>>): GetPromptResult => {
  const prompt = promptText(name, args);
  if ('problem' in prompt) throw new McpError(ErrorCode.InvalidParams, prompt.problem);
  return { messages: [{ role: 'user', content: { type: 'text', text: prompt.text } }] };
};

/** What is the same for every caller: resources and prompts. */
const serveTexts = ({ server }: McpServer): void => {
  server.registerCapabilities({ resources: {}, prompts: {} });
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: [...RESOURCE_LIST] }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [...RESOURCE_TEMPLATES],
  }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) => contentOf(params.uri));
  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: PROMPTS.map((prompt) => ({ ...prompt, arguments: [...prompt.arguments] })),
  }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) =>
    promptOf(params.name, params.arguments ?? {}),
  );
};

/** Tells a client that asks how far a call is; one that went away needs to know no more. */
const progressOf = (
  progressToken: ProgressToken | undefined,
  send: (notification: ServerNotification) => Promise<void>,
): Progress | undefined => {
  if (progressToken === undefined) return undefined;
  return (progress, total) => {
    const params = { progressToken, progress, total };
    send({ method: 'notifications/progress', params }).catch(() => undefined);
  };
};

// One for all servers: to make one costs more than to answer a request.
const VALIDATOR = new AjvJsonSchemaValidator();

/** An MCP server for one request or one stdio session. The tool list is given, not computed. */
export const createMcpServer = ({ version, tools, call }: McpParts): McpServer => {
  const mcp = new McpServer(
    { name: 'cnv-diagnostic', version },
    { instructions: INSTRUCTIONS, jsonSchemaValidator: VALIDATOR },
  );
  const { server } = mcp;
  server.registerCapabilities({ tools: {} });
  serveTexts(mcp);
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...tools] }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { sendNotification }) => {
    const { name, arguments: args, _meta: meta } = params;
    const progress = progressOf(meta?.progressToken, sendNotification);
    return resultOf(name, await call(name, args, { meta, progress }));
  });
  return mcp;
};
