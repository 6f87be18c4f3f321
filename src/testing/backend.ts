import { createServer, type IncomingMessage } from 'node:http';
import { at, recordAt, textAt } from '@cnv-ai/engine/kubernetes';

export type ToolCall = { readonly name: string; readonly args: Readonly<Record<string, unknown>> };

export type Backend = {
  /** What was asked of the tools, without the probe. */
  readonly calls: ToolCall[];
  /** What a tool answers from now on: its structured content, when it is released. */
  answer: (call: ToolCall) => unknown;
  close: () => Promise<void>;
};

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return JSON.parse(text) as unknown;
};

/**
 * Serves the tools as the console's proxy to Lightspeed does, on loopback, and makes it where
 * `fetch` of a path leads. Everything else is 404.
 */
export const startBackend = async (answer: Backend['answer']): Promise<Backend> => {
  const calls: ToolCall[] = [];
  const backend: Backend = { calls, answer, close: () => Promise.resolve() };
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/v1/mcp-apps/tools/call') !== true) {
      response.writeHead(404, { 'Content-Type': 'application/json' }).end('{}');
      return;
    }
    void bodyOf(request).then(async (body) => {
      const call = { name: textAt(body, 'tool_name') ?? '', args: recordAt(body, 'arguments') };
      const isProbe = call.name === 'search_vms_semantic' && Object.keys(call.args).length === 0;
      if (!isProbe) calls.push(call);
      const structured = isProbe ? null : await backend.answer(call);
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(
        JSON.stringify({ content: [], structured_content: structured, is_error: false }),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${String(at(server.address(), 'port'))}`;
  const network = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    network(typeof input === 'string' ? new URL(input, base) : input, init);
  backend.close = async () => {
    globalThis.fetch = network;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return backend;
};
