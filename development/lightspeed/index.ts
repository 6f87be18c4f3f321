import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Problem, sendJson } from './http';
import type { Behaviour, LightspeedOptions } from './options';
import { handle } from './routes';
import { createService, type Service } from './service';

export type { Behaviour, LightspeedOptions } from './options';

export type Lightspeed = {
  /** Base URL, without a trailing slash. */
  url: string;
  port: number;
  /** Provokes a state; `behave({})` is back to normal. */
  behave: (behaviour: Behaviour) => void;
  close: () => Promise<void>;
};

const fail = (response: ServerResponse, error: unknown): void => {
  if (response.destroyed) return;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const problem =
    error instanceof Problem
      ? error
      : new Problem(500, { response: 'Internal error', cause: String(error) });
  sendJson(response, problem.status, { detail: problem.detail }, problem.headers);
};

const answer = (service: Service, request: IncomingMessage, response: ServerResponse): void => {
  if (service.behaviour.unreachable === true) {
    request.socket.destroy();
    return;
  }
  handle(service, request, response).catch((error: unknown) => {
    fail(response, error);
  });
};

/**
 * Starts a small Lightspeed on loopback: the HTTP contract of the real one, its way of calling MCP
 * servers, and a deterministic planner where no model is given. Rejects when the port is taken.
 */
export const startLightspeed = async (options: LightspeedOptions): Promise<Lightspeed> => {
  const closing = new AbortController();
  const service = createService(options, closing.signal);
  const server = createServer((request, response) => {
    answer(service, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    behave: (behaviour) => {
      service.behaviour = behaviour;
    },
    close: async () => {
      closing.abort();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
