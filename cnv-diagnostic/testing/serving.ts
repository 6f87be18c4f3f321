import { startServer, type RunningServer, type ServeConfig } from '../serve';
import { startApi, type Script, type TestApi } from './api-server';

/** The time every answer of a test is made at. */
export const NOW = Date.parse('2026-11-20T14:30:00Z');

/** What a test opened, closed in the opposite order. */
export const cleanup = () => {
  const closers: (() => unknown)[] = [];
  return {
    add: (close: () => unknown): void => void closers.push(close),
    run: async (): Promise<void> => {
      for (const close of closers.splice(0).reverse()) await close();
    },
  };
};

export type Cleanup = ReturnType<typeof cleanup>;

export type Serving = { api: TestApi; server: RunningServer; lines: string[] };

/** The sidecar, on loopback, in front of a scripted API server. */
export const serveBefore = async (
  done: Cleanup,
  scripts: Script[],
  config: Partial<ServeConfig> = {},
): Promise<Serving> => {
  const api = await startApi(...scripts);
  done.add(api.close);
  const lines: string[] = [];
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    clusterUrl: api.url,
    logLevel: 'debug',
    clock: () => NOW,
    logStream: { write: (line) => void lines.push(line) },
    ...config,
  });
  done.add(() => server.close());
  return { api, server, lines };
};

export const rpc = (method: string, params: object = {}): string =>
  JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });

export const toolCall = (name: string, args: object): string =>
  rpc('tools/call', { name, arguments: args });

/** One POST as a program without the SDK would send it. */
export const post = (
  { url }: Pick<RunningServer, 'url'>,
  body: string,
  init: { token?: string; headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Response> =>
  fetch(`${url}/mcp`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...(init.token === undefined ? {} : { authorization: `Bearer ${init.token}` }),
      ...init.headers,
    },
    body,
    ...(init.signal === undefined ? {} : { signal: init.signal }),
  });
