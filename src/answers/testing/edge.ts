import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Exchange = {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** The body, parsed; `undefined` when it is empty. */
  readonly body: unknown;
};

export type Handler = (exchange: Exchange, response: ServerResponse) => void;

export type Edge = {
  /** What was asked so far. */
  readonly requests: readonly Exchange[];
  readonly close: () => Promise<void>;
};

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const pieces: string[] = [];
  for await (const piece of request) pieces.push(String(piece));
  const text = pieces.join('');
  return text === '' ? undefined : JSON.parse(text);
};

/** Answers with a status and a JSON body. */
export const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
};

/** A console's server on loopback; `fetch` of paths goes there until it is closed. */
export const startEdge = async (handle: Handler): Promise<Edge> => {
  const requests: Exchange[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method = '', url = '', headers } = request;
      const exchange = { method, path: url, headers, body };
      requests.push(exchange);
      handle(exchange, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const network = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    network(typeof input === 'string' ? `http://127.0.0.1:${port}${input}` : input, init);
  return {
    requests,
    close: () => {
      globalThis.fetch = network;
      server.closeAllConnections();
      return new Promise((resolve, reject) =>
        server.close((error) => (error === undefined ? resolve() : reject(error))),
      );
    },
  };
};
