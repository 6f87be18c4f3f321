import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type CallToolResult,
} from '@modelcontextprotocol/sdk/types.js';
import type { ListedTool } from '../tools/listing';
import type { ToolAnswer } from '../tools/run';

export type McpParts = {
  readonly version: string;
  readonly tools: readonly ListedTool[];
  /** Runs one tool as the caller of this server. */
  readonly call: (name: string, args: unknown) => Promise<ToolAnswer>;
};

const INSTRUCTIONS =
  'Finds KubeVirt virtual machines and explains why one does not work, with the permissions of the caller. Reads only.';

const resultOf = (name: string, answer: ToolAnswer): CallToolResult => {
  if (answer.kind === 'unknown_tool') {
    throw new McpError(ErrorCode.InvalidParams, `Unknown tool: ${name.slice(0, 64)}`);
  }
  if (answer.kind === 'failed') {
    return { content: [{ type: 'text', text: answer.text }], isError: true };
  }
  const { text, structured } = answer.result;
  return { content: [{ type: 'text', text }], structuredContent: { ...structured } };
};

/** An MCP server for one request or one stdio session. The tool list is given, not computed. */
export const createMcpServer = ({ version, tools, call }: McpParts): McpServer => {
  const mcp = new McpServer({ name: 'cnv-diagnostic', version }, { instructions: INSTRUCTIONS });
  const { server } = mcp;
  server.registerCapabilities({ tools: {} });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...tools] }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) =>
    resultOf(params.name, await call(params.name, params.arguments)),
  );
  return mcp;
};
