import type { IncomingMessage, ServerResponse } from 'node:http';
import { RPC, rpcError } from '../mcp/http';
import type { Logger } from '../observability/log';
import type { Metrics } from '../observability/metrics';
import type { Lifecycle } from './lifecycle';
import { sendJson, sendText } from './respond';
import type { Handler } from './server';

export type RouterParts = {
  readonly mcp: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly metrics: Metrics;
  readonly lifecycle: () => Lifecycle;
  /** False until what calls are answered from has been read. */
  readonly isFilled: () => boolean;
  readonly log: Logger;
};

const pathOf = (url: string | undefined): string =>
  (url ?? '/').split('?')[0]?.replace(/(?<=.)\/$/, '') ?? '/';

/** `/mcp` and the endpoints for probes and Prometheus, which come by address and carry no token. */
export const router = ({ mcp, metrics, lifecycle, isFilled, log }: RouterParts): Handler => {
  const answerMcp = (request: IncomingMessage, response: ServerResponse): void => {
    if (lifecycle().isDraining()) {
      sendJson(response, 503, rpcError(RPC.refused, 'This server is shutting down; ask again.'), {
        connection: 'close',
        'retry-after': '1',
      });
      return;
    }
    lifecycle().track(response);
    mcp(request, response).catch((error: unknown) => {
      if (response.destroyed || request.destroyed) return;
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'request failed');
      sendJson(response, 500, rpcError(RPC.internalError, 'The request could not be answered.'));
    });
  };

  const probe = (path: string, response: ServerResponse): void => {
    if (path === '/healthz') sendText(response, 200, 'ok\n');
    else if (lifecycle().isDraining()) sendText(response, 503, 'draining\n');
    else if (!isFilled()) sendText(response, 503, 'filling the cache\n');
    else sendText(response, 200, 'ok\n');
  };

  const answerMetrics = (response: ServerResponse): void => {
    void metrics.text().then((text) => sendText(response, 200, text, metrics.contentType));
  };

  return (request, response) => {
    const path = pathOf(request.url);
    const known = ['/mcp', '/healthz', '/readyz', '/metrics'].includes(path);
    response.once('finish', () => metrics.request(known ? path : 'other', response.statusCode));
    if (path === '/mcp') answerMcp(request, response);
    else if (!known) sendText(response, 404, 'Not found; MCP is at /mcp.\n');
    else if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendText(response, 405, 'GET only.\n');
    } else if (path === '/metrics') answerMetrics(response);
    else probe(path, response);
  };
};
