import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

const COMMON = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

const send = (
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: OutgoingHttpHeaders = {},
): void => {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    ...COMMON,
    ...(body === '' ? {} : { 'content-type': type }),
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
};

export const sendJson = (
  response: ServerResponse,
  status: number,
  body: string,
  headers?: OutgoingHttpHeaders,
): void => send(response, status, 'application/json', body, headers);

export const sendText = (
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void => send(response, status, type, text);
