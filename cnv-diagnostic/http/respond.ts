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

export const EVENT_STREAM = 'text/event-stream';

/** Passes events on as they come. `head`, status and headers, is asked when the first is there. */
export const sendEvents = async (
  response: ServerResponse,
  events: ReadableStream<Uint8Array>,
  head: () => readonly [number, OutgoingHttpHeaders],
): Promise<void> => {
  for await (const event of events) {
    if (response.destroyed) return;
    if (!response.headersSent) {
      const [status, headers] = head();
      response.writeHead(status, { ...COMMON, 'content-type': EVENT_STREAM, ...headers });
    }
    response.write(event);
  }
  response.end();
};

export const sendText = (
  response: ServerResponse,
  status: number,
  text: string,
  type = 'text/plain; charset=utf-8',
): void => send(response, status, type, text);
