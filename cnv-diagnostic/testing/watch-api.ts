import { createServer, type ServerResponse } from 'node:http';
import { isRecord, pathOf, RESOURCES, type KubeObject } from '@cnv-ai/engine/kubernetes';

/** A watch somebody holds open, and what a test does to it. */
export type OpenWatch = {
  readonly version: string;
  readonly send: (type: string, object: KubeObject) => void;
  readonly write: (text: string | Buffer) => void;
  readonly end: () => void;
  readonly cut: () => void;
};

const watchOf = (response: ServerResponse, version: string): OpenWatch => ({
  version,
  send: (type, object) => response.write(`${JSON.stringify({ type, object })}\n`),
  write: (text) => void response.write(text),
  end: () => void response.end(),
  cut: () => void response.destroy(),
});

const VMS = pathOf(RESOURCES.virtualMachines);

/**
 * An API server of VirtualMachines whose watches a test holds in its hand; of every other kind
 * there are none, and nothing happens to them.
 */
export const startWatchApi = async (initial: readonly KubeObject[]) => {
  const state = {
    objects: initial,
    version: '100',
    /** Statuses the next watches are refused with. */
    refusals: [] as number[],
    /** Continue tokens that have expired. */
    expired: new Set<string>(),
  };
  const lists: URLSearchParams[] = [];
  const watches: OpenWatch[] = [];
  const page = (response: ServerResponse, search: URLSearchParams): void => {
    const next = search.get('continue') ?? '';
    if (state.expired.delete(next)) {
      response.writeHead(410).end(JSON.stringify({ kind: 'Status', code: 410 }));
      return;
    }
    const start = Number(next);
    const end = start + Number(search.get('limit'));
    const metadata = {
      resourceVersion: state.version,
      ...(end < state.objects.length ? { continue: String(end) } : {}),
    };
    response.end(JSON.stringify({ metadata, items: state.objects.slice(start, end) }));
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams: search } = new URL(request.url ?? '/', 'http://api');
    const ours = pathname === VMS;
    response.setHeader('content-type', 'application/json');
    if (search.get('watch') !== 'true') {
      if (ours) lists.push(search);
      if (ours) page(response, search);
      else response.end(JSON.stringify({ metadata: { resourceVersion: '1' }, items: [] }));
      return;
    }
    const refusal = ours ? state.refusals.shift() : undefined;
    if (refusal !== undefined) {
      response.writeHead(refusal).end('{}');
      return;
    }
    response.writeHead(200).flushHeaders();
    if (ours) watches.push(watchOf(response, search.get('resourceVersion') ?? ''));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = isRecord(address) ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    state,
    lists,
    watches,
    close: async (): Promise<void> => {
      const closed = new Promise((resolve) => {
        server.close(resolve);
      });
      server.closeAllConnections();
      await closed;
    },
  };
};

/** The object at another version. */
export const atVersion = (object: KubeObject, resourceVersion: string): KubeObject => ({
  ...object,
  metadata: {
    ...(isRecord(object.metadata) ? object.metadata : {}),
    resourceVersion,
  },
});
