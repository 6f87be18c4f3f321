import { createServer } from 'node:http';
import { numberAt } from '@cnv-ai/engine/kubernetes';
import type { Cleanup } from './serving';

/** An OpenTelemetry collector on loopback that keeps what it gets. */
export const startCollector = async (done: Cleanup) => {
  const got: { path: string; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.once('end', () => {
      got.push({ path: request.url ?? '', body });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  done.add(() => server.close());
  return { got, url: `http://127.0.0.1:${numberAt(server.address(), 'port') ?? 0}` };
};
