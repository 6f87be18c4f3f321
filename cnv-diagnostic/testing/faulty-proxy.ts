import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { numberAt } from '@cnv-ai/engine/kubernetes';
import { Agent, request } from 'undici';

/** What goes wrong with one request. */
export type Fault =
  | { readonly kind: 'status'; readonly code: number; readonly headers?: Record<string, string> }
  | { readonly kind: 'body'; readonly text: string; readonly type?: string; readonly code?: number }
  /** The connection is reset before anything is answered. */
  | { readonly kind: 'reset' }
  /** The real answer, cut off in its middle. */
  | { readonly kind: 'half' }
  /** The real answer, after so many milliseconds. */
  | { readonly kind: 'late'; readonly by: number }
  /** Headers at once, then a byte now and then, and never an end. */
  | { readonly kind: 'drip' }
  | { readonly kind: 'silent' };

/** The fault a request meets; `undefined`: none. */
export type Faults = (path: string, search: URLSearchParams) => Fault | undefined;

const textOf = async (incoming: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of incoming.setEncoding('utf8')) text += String(chunk);
  return text;
};

const drip = (response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 50);
  response.once('close', () => clearInterval(timer));
};

/** A proxy on loopback before an API server that spoils what it is told to. */
export const startFaultyProxy = async (server: string) => {
  let faults: Faults = () => undefined;
  const agent = new Agent();
  let spoiled = 0;

  const pass = async (incoming: IncomingMessage, response: ServerResponse, fault?: Fault) => {
    const body = await textOf(incoming);
    const { authorization, accept, 'content-type': type } = incoming.headers;
    const answer = await request(`${server}${incoming.url ?? '/'}`, {
      dispatcher: agent,
      method: incoming.method === 'POST' ? 'POST' : 'GET',
      headers: { authorization, accept, 'content-type': type },
      ...(body === '' ? {} : { body }),
    });
    const text = await answer.body.text();
    response.writeHead(answer.statusCode, {
      'content-type': String(answer.headers['content-type']),
      'content-length': Buffer.byteLength(text),
    });
    if (fault?.kind !== 'half') {
      response.end(text);
      return;
    }
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  };

  // One that is on its way when the proxy closes gets no answer.
  const forward = (incoming: IncomingMessage, response: ServerResponse, fault?: Fault): void => {
    pass(incoming, response, fault).catch(() => response.destroy());
  };

  const spoil = (incoming: IncomingMessage, response: ServerResponse, fault: Fault): void => {
    switch (fault.kind) {
      case 'status':
        response.writeHead(fault.code, { 'content-type': 'application/json', ...fault.headers });
        response.end(JSON.stringify({ kind: 'Status', code: fault.code }));
        return;
      case 'body':
        response.writeHead(fault.code ?? 200, { 'content-type': fault.type ?? 'application/json' });
        response.end(fault.text);
        return;
      case 'reset':
        incoming.socket.resetAndDestroy();
        return;
      case 'late':
        setTimeout(() => forward(incoming, response), fault.by);
        return;
      case 'drip':
        drip(response);
        return;
      case 'half':
        forward(incoming, response, fault);
        return;
      case 'silent':
        return;
    }
  };

  const proxy = createServer((incoming, response) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://proxy');
    const fault = faults(pathname, searchParams);
    if (fault !== undefined) spoiled += 1;
    if (fault === undefined) forward(incoming, response);
    else spoil(incoming, response, fault);
  });
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${numberAt(proxy.address(), 'port') ?? 0}`,
    /** From now on. Answers how many requests were spoiled since. */
    set: (next: Faults): (() => number) => {
      faults = next;
      spoiled = 0;
      return () => spoiled;
    },
    close: async (): Promise<void> => {
      proxy.closeAllConnections();
      proxy.close();
      await agent.destroy();
    },
  };
};
