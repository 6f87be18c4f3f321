import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { ErrorCode, JSONRPCMessageSchema } from '@modelcontextprotocol/sdk/types.js';
import { at } from '@cnv-ai/engine/kubernetes';
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

const invalid = (message: string): Response =>
  new Response(rpcError(RPC.invalidRequest, message), { status: 400 });

/**
 * Clients of plain JSON-RPC name only JSON, or nothing, as what they accept; the transport insists
 * on both of its types although it will answer JSON.
 */
const acceptOf = (accept: string | undefined): string =>
  accept === undefined || accept.includes('*/*') || accept.includes('application/json')
    ? 'application/json, text/event-stream'
    : accept;

/** Whether the client wants to hear how far its call is. Lightspeed never asks. */
export const asksForProgress = (message: unknown): boolean =>
  at(message, 'params', '_meta', 'progressToken') !== undefined;

const problemOf = (message: unknown): string | undefined => {
  if (Array.isArray(message)) return 'Send one JSON-RPC message in a request.';
  if (!JSONRPCMessageSchema.safeParse(message).success) {
    return 'The body is no JSON-RPC 2.0 message.';
  }
  return undefined;
};

/**
 * Answers one message statelessly: with JSON, or with a stream of events where `streamed` and the
 * client reads streams. `send` writes the answer; the server lives until it has, or the client left.
 */
export const answerMessage = async (
  server: McpServer,
  { message, headers, signal }: Posted,
  streamed: boolean,
  send: (answer: Response) => Promise<void>,
): Promise<void> => {
  const problem = problemOf(message);
  if (problem !== undefined) return send(invalid(problem));
  const readsStreams = headers.accept?.includes('text/event-stream') === true;
  const transport = new WebStandardStreamableHTTPServerTransport({
    enableJsonResponse: !(streamed && readsStreams),
  });
  const version = headers['mcp-protocol-version'];
  const request = new Request('http://localhost/mcp', {
    method: 'POST',
    headers: {
      accept: acceptOf(headers.accept),
      'content-type': headers['content-type'] ?? '',
      ...(version === undefined ? {} : { 'mcp-protocol-version': version }),
    },
  });
  const left = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  try {
    await server.connect(transport);
    const answered = transport.handleRequest(request, { parsedBody: message }).then(send);
    await Promise.race([answered, left]);
  } finally {
    await server.close();
  }
};
