import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { ErrorCode, JSONRPCMessageSchema } from '@modelcontextprotocol/sdk/types.js';
import { REFUSED } from './server';

/** A JSON-RPC error for what never became a request. */
export const rpcError = (code: number, message: string): string =>
  JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null });

export const RPC = {
  parseError: ErrorCode.ParseError,
  invalidRequest: ErrorCode.InvalidRequest,
  internalError: ErrorCode.InternalError,
  refused: REFUSED,
} as const;

/** What is asked of the transport: one posted JSON-RPC message. */
export type Posted = {
  readonly message: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
};

export type Reply = { readonly status: number; readonly body: string };

const invalid = (message: string): Reply => ({
  status: 400,
  body: rpcError(RPC.invalidRequest, message),
});

/**
 * Clients of plain JSON-RPC name only JSON, or nothing, as what they accept; the transport insists
 * on both of its types although it will answer JSON.
 */
const acceptOf = (accept: string | undefined): string =>
  accept === undefined || accept.includes('*/*') || accept.includes('application/json')
    ? 'application/json, text/event-stream'
    : accept;

const gone: Reply = { status: 499, body: '' };

/** Answers one message with JSON, statelessly. The server lives as long as the request. */
export const answerMessage = async (server: McpServer, posted: Posted): Promise<Reply> => {
  const { message, headers, signal } = posted;
  if (Array.isArray(message)) return invalid('Send one JSON-RPC message in a request.');
  if (!JSONRPCMessageSchema.safeParse(message).success) {
    return invalid('The body is no JSON-RPC 2.0 message.');
  }
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  const version = headers['mcp-protocol-version'];
  const request = new Request('http://localhost/mcp', {
    method: 'POST',
    headers: {
      accept: acceptOf(headers.accept),
      'content-type': headers['content-type'] ?? '',
      ...(version === undefined ? {} : { 'mcp-protocol-version': version }),
    },
  });
  const left = new Promise<Reply>((resolve) => {
    signal.addEventListener('abort', () => resolve(gone), { once: true });
  });
  try {
    await server.connect(transport);
    const response = transport.handleRequest(request, { parsedBody: message });
    return await Promise.race([
      response.then(async (answer) => ({ status: answer.status, body: await answer.text() })),
      left,
    ]);
  } finally {
    await server.close();
  }
};
