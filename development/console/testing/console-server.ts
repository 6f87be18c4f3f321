import { createServer, type IncomingMessage } from 'node:http';
import { at } from '@cnv-ai/engine/kubernetes';
import { WebSocketServer, type WebSocket as Socket } from 'ws';

export type Answer = { status?: number; body?: unknown; delay?: number };
export type Asked = {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
};

/**
 * A console's server on loopback whose answers a test chooses. `fetch` of a path leads there, and
 * so do WebSockets of the page.
 */
export const startConsoleServer = async (answer: (asked: Asked) => Answer) => {
  const asked: Asked[] = [];
  const sockets: { path: string; socket: Socket }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, path: url, headers, body };
      asked.push(one);
      const { status = 200, body: content, delay = 0 } = answer(one);
      setTimeout(() => {
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end(content === undefined ? '' : JSON.stringify(content));
      }, delay);
    });
  });
  const webSockets = new WebSocketServer({ server });
  webSockets.on('connection', (socket, request) => {
    sockets.push({ path: request.url ?? '', socket });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${String(at(server.address(), 'port'))}`;
  const { fetch: network, WebSocket: PageSocket } = globalThis;
  globalThis.fetch = (input, init) =>
    network(typeof input === 'string' ? new URL(input, `http://${host}`) : input, init);
  globalThis.WebSocket = class extends PageSocket {
    constructor(url: string | URL) {
      const { pathname, search } = new URL(url);
      super(`ws://${host}${pathname}${search}`);
    }
  };
  return {
    asked,
    sockets,
    /** Sends a watch event to the latest WebSocket. */
    send: (event: unknown): void => sockets.at(-1)?.socket.send(JSON.stringify(event)),
    close: async (): Promise<void> => {
      globalThis.fetch = network;
      globalThis.WebSocket = PageSocket;
      for (const { socket } of sockets) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export type ConsoleServer = Awaited<ReturnType<typeof startConsoleServer>>;
