import { setTimeout as pause } from 'node:timers/promises';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import {
  CallToolRequestSchema,
  CompleteRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
  SetLevelRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { at } from '@cnv-ai/engine/kubernetes';
import { PNG, PROMPT_CONTENTS, SCHEMA_TOOL, TOLD_BEFORE, TOOL_RESULTS } from './contents';

/** Between two things that are told, in milliseconds. */
const MOMENT = 50;

type Content = { uri: string; mimeType: string } & ({ text: string } | { blob: string });

const unknown = (what: string): McpError =>
  new McpError(ErrorCode.InvalidParams, `Unknown ${what}.`);

const serveTools = ({ server }: McpServer): void => {
  server.registerCapabilities({ tools: {} });
  const plain = Object.keys(TOOL_RESULTS).map((name) => ({
    name,
    description: `Fixture ${name}`,
    inputSchema: { type: 'object' as const, properties: {} },
  }));
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: [...plain, SCHEMA_TOOL] }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { sendNotification }) => {
    const result = TOOL_RESULTS[params.name];
    if (result === undefined) throw unknown('tool');
    for (const told of TOLD_BEFORE[params.name]?.(params._meta?.progressToken) ?? []) {
      await sendNotification(told);
      await pause(MOMENT);
    }
    return result;
  });
};

const TEMPLATE = /^test:\/\/template\/(\d+)\/data$/;

const contentOf = (uri: string): Content => {
  if (uri === 'test://static-text') {
    return {
      uri,
      mimeType: 'text/plain',
      text: 'This is the content of the static text resource.',
    };
  }
  if (uri === 'test://static-binary') return { uri, mimeType: 'image/png', blob: PNG };
  const id = TEMPLATE.exec(uri)?.[1];
  if (id === undefined) throw unknown('resource');
  const data = { id, templateTest: true, data: `Data for ID: ${id}` };
  return { uri, mimeType: 'application/json', text: JSON.stringify(data) };
};

const serveResources = ({ server }: McpServer): void => {
  server.registerCapabilities({ resources: {} });
  server.setRequestHandler(ListResourcesRequestSchema, () => ({
    resources: [
      { uri: 'test://static-text', name: 'static-text', mimeType: 'text/plain' },
      { uri: 'test://static-binary', name: 'static-binary', mimeType: 'image/png' },
    ],
  }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [{ uriTemplate: 'test://template/{id}/data', name: 'template' }],
  }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) => ({
    contents: [contentOf(params.uri)],
  }));
};

const servePrompts = ({ server }: McpServer): void => {
  server.registerCapabilities({ prompts: {}, completions: {} });
  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: Object.entries(PROMPT_CONTENTS).map(([name, { needs }]) => ({
      name,
      description: `Fixture ${name}`,
      arguments: needs.map((argument) => ({ name: argument, required: true })),
    })),
  }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => {
    const prompt = PROMPT_CONTENTS[params.name];
    if (prompt === undefined) throw unknown('prompt');
    return {
      messages: prompt.of(params.arguments ?? {}).map((content) => ({ role: 'user', content })),
    };
  });
  server.setRequestHandler(CompleteRequestSchema, () => ({ completion: { values: [] } }));
};

/** Without a session nobody can have asked for a log: the tool that writes one tells it always. */
export const isFixtureStreamed = (message: unknown): boolean =>
  String(at(message, 'params', 'name')) in TOLD_BEFORE;

/** What the suite of the Model Context Protocol calls, in place of the product's tools. */
export const fixtureServer = (): McpServer => {
  const mcp = new McpServer({ name: 'conformance-fixtures', version: '1.0.0' });
  serveTools(mcp);
  serveResources(mcp);
  servePrompts(mcp);
  mcp.server.registerCapabilities({ logging: {} });
  mcp.server.setRequestHandler(SetLevelRequestSchema, () => ({}));
  return mcp;
};
