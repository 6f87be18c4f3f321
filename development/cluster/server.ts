import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocketServer, type WebSocket } from 'ws';
import { admitted } from './access';
import type { Certificate } from './certificate';
import type { Answer, ResourceCall, ServerContext } from './context';
import { subprotocolsOf } from './identity';
import { listen, type Listening, type Upgrade } from './listener';
import { fromProtobuf } from './protobuf';
import { requestInfo, type ApiRequest } from './request';
import { resourceCall, route } from './route';
import { ApiError, badRequest, internal, notServed, statusOf } from './status';
import { runWatch } from './watch';

const MAX_BODY = 3 * 1024 * 1024;

const readBody = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > MAX_BODY) {
      throw new ApiError(
        413,
        'RequestEntityTooLarge',
        `Request entity too large: limit is ${MAX_BODY}`,
      );
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

type Content = Pick<ApiRequest, 'headers' | 'body'>;

/** A protobuf body that can be read goes on as the JSON it stands for. */
const contentOf = ({ headers }: IncomingMessage, bytes: Buffer): Content => {
  const object = fromProtobuf(bytes);
  return object === undefined
    ? { headers, body: bytes.toString('utf8') }
    : {
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(object),
      };
};

const requestOf = (incoming: IncomingMessage, bytes: Buffer): ApiRequest => {
  const method = incoming.method ?? 'GET';
  const [path = '/', search = ''] = (incoming.url ?? '/').split('?');
  const query = new URLSearchParams(search);
  return { method, query, info: requestInfo(method, path, query), ...contentOf(incoming, bytes) };
};

const failureOf = (error: unknown): ApiError =>
  error instanceof ApiError ? error : internal(error instanceof Error ? error.message : 'unknown');

const failureAnswer = (error: unknown): Answer => {
  const failure = failureOf(error);
  return { code: failure.code, body: statusOf(failure) };
};

const typeOf = ({ body, contentType }: Answer): string =>
  contentType ?? (typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json');

const textOf = ({ body }: Answer): string =>
  typeof body === 'string' ? body : `${JSON.stringify(body)}\n`;

const reply = (response: ServerResponse, given: Answer): void => {
  const text = textOf(given);
  response.writeHead(given.code, {
    'cache-control': 'no-cache, private',
    'content-type': typeOf(given),
    'content-length': Buffer.byteLength(text),
    ...(given.code === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  });
  response.end(text);
};

const streamWatch = (call: ResourceCall, response: ServerResponse): void => {
  const stop = runWatch(call, {
    send: (event) => {
      if (!response.headersSent) response.writeHead(200, { 'content-type': 'application/json' });
      response.write(`${JSON.stringify(event)}\n`);
    },
    end: () => void response.end(),
  });
  response.on('close', stop);
  if (response.headersSent) return;
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
};

const socketWatch = (call: ResourceCall, socket: WebSocket): void => {
  const stop = runWatch(call, {
    send: (event) => socket.send(JSON.stringify(event)),
    end: () => socket.close(1000),
  });
  socket.on('close', stop);
  socket.on('error', stop);
};

/** The call of a watch. A path that cannot be watched is refused before anything is sent. */
const watchCall = (server: ServerContext, request: ApiRequest): ResourceCall => {
  const identity = admitted(server, request.headers, request.info);
  const call = resourceCall(server, identity, request);
  if (call === undefined || request.info.subresource !== '') throw notServed();
  return call;
};

const handle = async (
  server: ServerContext,
  latencyMs: number,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    if (latencyMs > 0) await wait(latencyMs);
    const request = requestOf(incoming, await readBody(incoming));
    if (request.info.verb === 'watch') {
      streamWatch(watchCall(server, request), response);
      return;
    }
    reply(response, route(server, admitted(server, request.headers, request.info), request));
  } catch (error) {
    if (response.headersSent) response.destroy();
    else reply(response, failureAnswer(error));
  }
};

const refuseUpgrade = (socket: Duplex, error: unknown): void => {
  const given = failureAnswer(error);
  const text = textOf(given);
  socket.end(
    `HTTP/1.1 ${given.code} Refused\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
  );
};

/** Answers the upgrade of a list path with `watch=true`: one JSON event a frame. */
const upgrades = (server: ServerContext): Upgrade => {
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (_offered, incoming) => subprotocolsOf(incoming.headers)[0] ?? false,
  });
  return (incoming, socket, head) => {
    socket.on('error', () => socket.destroy());
    try {
      const request = requestOf(incoming, Buffer.alloc(0));
      if (request.info.verb !== 'watch') throw badRequest('only a watch can be a WebSocket here');
      const call = watchCall(server, request);
      sockets.handleUpgrade(incoming, socket, head, (open) => {
        try {
          socketWatch(call, open);
        } catch (error) {
          open.send(JSON.stringify({ type: 'ERROR', object: failureAnswer(error).body }));
          open.close(1000);
        }
      });
    } catch (error) {
      refuseUpgrade(socket, error);
    }
  };
};

/** Serves the API on loopback. Closing ends every watch. */
export const serve = (
  server: ServerContext,
  { port, latencyMs, certificate }: { port: number; latencyMs: number; certificate: Certificate },
): Promise<Listening> =>
  listen(
    port,
    certificate,
    (incoming, response) => void handle(server, latencyMs, incoming, response),
    upgrades(server),
  );
