import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  nameOf,
  namespaceOf,
  resourceOf,
  textAt,
  pathOf,
  RESOURCES,
  type KubeObject,
} from '@cnv-ai/engine/kubernetes';

export type Seen = {
  method: string;
  path: string;
  search: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** What was sent, once it is there. */
  body: string;
  /** Set when the client gave the request up before it was answered. */
  aborted: boolean;
};

export type Scripted = {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** Never answered. */
  hang?: boolean;
  /** Answered after so many milliseconds. */
  delay?: number;
  /** The connection is cut in the middle of the body. */
  cut?: boolean;
};

export type Script = (request: Seen) => Scripted | undefined;

export const status = (code: number, reason: string, details?: object): Scripted => ({
  status: code,
  body: {
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    reason,
    code,
    message: reason,
    details,
  },
});

export const notFound = (name: string): Scripted => status(404, 'NotFound', { name });

/** What a path of an API group nobody registered answers. */
export const unknownPath: Scripted = {
  status: 404,
  body: '404 page not found\n',
  headers: { 'content-type': 'text/plain; charset=utf-8' },
};

export const review = (username: string): Scripted => ({
  status: 201,
  body: { kind: 'SelfSubjectReview', status: { userInfo: { username } } },
});

const REVIEWS = '/apis/authentication.k8s.io/v1/selfsubjectreviews';

export const bearer = ({ headers }: Seen): string | undefined =>
  headers.authorization?.replace(/^Bearer /, '');

/** Users by token: others are refused with 401, as the API server does. */
export const users =
  (tokens: Readonly<Record<string, string>>): Script =>
  (request) => {
    const user = tokens[bearer(request) ?? ''];
    if (user === undefined) return status(401, 'Unauthorized');
    return request.path === REVIEWS ? review(user) : undefined;
  };

const located = (object: KubeObject): { object: KubeObject; path: string; lists: string[] } => {
  const resource = resourceOf(textAt(object, 'apiVersion') ?? '', textAt(object, 'kind') ?? '');
  if (resource === undefined) throw new Error('an object of a kind this product does not read');
  const namespace = namespaceOf(object);
  return {
    object,
    path: pathOf(resource, namespace, nameOf(object)),
    lists: [pathOf(resource), pathOf(resource, namespace)],
  };
};

const page = (found: readonly KubeObject[], search: URLSearchParams): Scripted => {
  const start = Number(search.get('continue') ?? 0);
  const end = start + Number(search.get('limit') ?? found.length);
  const more = end < found.length ? { continue: String(end) } : {};
  return { body: { kind: 'List', metadata: { ...more }, items: found.slice(start, end) } };
};

/** Serves objects and, for the kinds of this product, empty lists and 404s for what is not there. */
export const objects = (all: readonly KubeObject[]): Script => {
  const places = all.map(located);
  const lists = Object.values(RESOURCES).map((resource) => new RegExp(`/${resource.plural}$`));
  return ({ path, search }) => {
    const one = places.find((place) => place.path === path);
    if (one !== undefined) return { body: one.object };
    if (!lists.some((list) => list.test(path))) return notFound(path.split('/').at(-1) ?? '');
    const found = places.filter((place) => place.lists.includes(path)).map(({ object }) => object);
    return page(found, search);
  };
};

const answer = (response: ServerResponse, scripted: Scripted): void => {
  if (scripted.hang) return;
  const { body } = scripted;
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? {});
  response.writeHead(scripted.status ?? 200, {
    'content-type': 'application/json',
    ...(scripted.cut ? { 'content-length': String(text.length + 100) } : {}),
    ...scripted.headers,
  });
  if (!scripted.cut) {
    response.end(text);
    return;
  }
  response.write(text);
  setTimeout(() => response.destroy(), 10);
};

/** A small API server on loopback. The first script that answers a request wins. */
export const startApi = async (...scripts: Script[]) => {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://api');
    const entry: Seen = {
      method: request.method ?? '',
      path: url.pathname,
      search: url.searchParams,
      headers: request.headers,
      body: '',
      aborted: false,
    };
    seen.push(entry);
    response.once('close', () => {
      entry.aborted = !response.writableFinished;
    });
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (entry.body += chunk));
    request.once('end', () => {
      const scripted = scripts.map((script) => script(entry)).find((found) => found !== undefined);
      setTimeout(() => answer(response, scripted ?? unknownPath), scripted?.delay ?? 0);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port ?? 0}`,
    seen,
    close: async (): Promise<void> => {
      const closed = new Promise((resolve) => {
        server.close(resolve);
      });
      server.closeAllConnections();
      await closed;
    },
  };
};

export type TestApi = Awaited<ReturnType<typeof startApi>>;
