import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import type { ConnectionOptions } from 'node:tls';
import { refuse } from './answers';

/** Where a request goes and as whom. */
export type Target = {
  url: URL;
  /** Absent: the certificate of `tls` says who asks. */
  token?: string;
  /** What answers there, for the sentence when it does not. */
  name: string;
  tls?: ConnectionOptions;
};

/** Headers that belong to the browser's own connection or login and never leave this server. */
const KEPT_BACK = new Set([
  'authorization',
  'connection',
  'cookie',
  'host',
  'keep-alive',
  'origin',
  'proxy-authorization',
  'referer',
  'te',
  'transfer-encoding',
  'x-csrftoken',
]);

const forwarded = (
  headers: IncomingHttpHeaders,
  token: string | undefined,
): Record<string, string | string[]> => {
  const kept: Record<string, string | string[]> = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !KEPT_BACK.has(name)) kept[name] = value;
  }
  // Node joins repeated headers with commas; the API server wants one header a group.
  const groups = headers['impersonate-group'];
  if (typeof groups === 'string') kept['impersonate-group'] = groups.split(/, */);
  return kept;
};

const DROPPED_FROM_ANSWERS = new Set([
  'connection',
  'keep-alive',
  'set-cookie',
  'transfer-encoding',
]);

const answered = (headers: IncomingHttpHeaders): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(headers).filter(
      (entry): entry is [string, string | string[]] =>
        entry[1] !== undefined && !DROPPED_FROM_ANSWERS.has(entry[0]),
    ),
  );

const clientFor = (url: URL) => (url.protocol === 'https:' ? httpsRequest : httpRequest);

/** Passes a request on and its answer back, both as they come: a stream stays a stream. */
export const proxyHttp = (
  request: IncomingMessage,
  response: ServerResponse,
  { url, token, name, tls }: Target,
): void => {
  const upstream = clientFor(url)(url, {
    ...tls,
    method: request.method,
    headers: { ...forwarded(request.headers, token), host: url.host },
  });
  upstream.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, {
      ...answered(answer.headers),
      'Content-Security-Policy': 'sandbox',
    });
    response.flushHeaders();
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  upstream.on('error', () => {
    if (response.headersSent) response.destroy();
    else refuse(response, 502, `${name} does not answer: start it again or try later.`);
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
};

const statusLine = (answer: IncomingMessage): string =>
  [
    `HTTP/1.1 ${answer.statusCode ?? 502} ${answer.statusMessage ?? ''}`,
    ...answer.rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [`${name}: ${answer.rawHeaders[index + 1] ?? ''}`] : [],
    ),
    '',
    '',
  ].join('\r\n');

/** Passes a WebSocket on. A target that does not switch protocols has its answer passed back. */
export const proxyUpgrade = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  { url, token, tls }: Target,
): void => {
  const upstream = clientFor(url)(url, {
    ...tls,
    headers: {
      ...forwarded(request.headers, token),
      host: url.host,
      connection: 'Upgrade',
    },
  });
  upstream.on('upgrade', (answer, peer, first) => {
    socket.write(statusLine(answer));
    if (first.length > 0) socket.write(first);
    if (head.length > 0) peer.write(head);
    peer.pipe(socket);
    socket.pipe(peer);
    peer.on('error', () => socket.destroy());
    peer.on('close', () => socket.destroy());
    socket.on('close', () => peer.destroy());
  });
  upstream.on('response', (answer) => {
    socket.write(statusLine(answer));
    answer.pipe(socket);
  });
  upstream.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n'));
  socket.on('error', () => upstream.destroy());
  upstream.end();
};
