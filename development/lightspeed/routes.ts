import type { IncomingMessage, ServerResponse } from 'node:http';
import { appResource, appToolCall, checkResourceUri, findServer } from './mcp-apps';
import { authenticate, type Caller } from './auth';
import { Problem, readJson, sendJson } from './http';
import { answerAtOnce } from './query';
import { readAppCall, readAppResource, readDecision, readFeedback, readTopic } from './requests';
import { serversOf, type Service } from './service';
import { answerAsStream } from './streaming';

type Asked = {
  service: Service;
  caller: Caller;
  body: unknown;
  id: string;
  response: ServerResponse;
};

/** Answers the body of a 200, or `streamed` when it has written its own response. */
type Handler = (asked: Asked) => unknown;

const streamed = Symbol('streamed');

/** A signal of the request's own: listeners on the service's would pile up. */
const untilClosed = ({ closing }: Service): AbortSignal => AbortSignal.any([closing]);

const query: Handler = ({ service, caller, body }) => answerAtOnce(service, caller, body);

const streamingQuery: Handler = async ({ service, caller, body, response }) => {
  await answerAsStream(service, caller, body, response);
  return streamed;
};

const authorized: Handler = ({ caller }) => ({
  user_id: caller.id,
  username: caller.name,
  skip_user_id_check: false,
});

const feedback: Handler = ({ body }) => {
  readFeedback(body);
  return { response: 'feedback received' };
};

const decision: Handler = ({ service, caller, body }) => {
  const { approvalId, approved } = readDecision(body);
  service.approvals.decide(caller.id, approvalId, approved);
  return null;
};

const toolCall: Handler = ({ service, caller, body }) => {
  const { server, tool, args } = readAppCall(body);
  const found = findServer(serversOf(service), server);
  return appToolCall(found, tool, args, caller.token, untilClosed(service));
};

const resource: Handler = ({ service, caller, body }) => {
  const { server, uri } = readAppResource(body);
  checkResourceUri(uri);
  return appResource(
    findServer(serversOf(service), server),
    uri,
    caller.token,
    untilClosed(service),
  );
};

/** `{id}` stands for one path segment. */
const authenticated: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  '/v1/query': { POST: query },
  '/v1/streaming_query': { POST: streamingQuery },
  '/authorized': { POST: authorized },
  '/v1/conversations': {
    GET: ({ service, caller }) => service.conversations.list(caller.id),
  },
  '/v1/conversations/{id}': {
    GET: ({ service, caller, id }) => service.conversations.read(caller.id, id),
    DELETE: ({ service, caller, id }) => service.conversations.remove(caller.id, id),
    PUT: ({ service, caller, id, body }) =>
      service.conversations.rename(caller.id, id, readTopic(body)),
  },
  '/v1/feedback': { POST: feedback },
  '/v1/tool-approvals/decision': { POST: decision },
  // Lists only servers that want a header from the client, of which there are none here.
  '/v1/mcp/client-auth-headers': { GET: () => ({ servers: [] }) },
  '/v1/mcp-apps/tools/call': { POST: toolCall },
  '/v1/mcp-apps/resources': { POST: resource },
};

const open: Readonly<Record<string, (service: Service) => unknown>> = {
  '/liveness': () => ({ alive: true }),
  '/readiness': ({ behaviour }) => {
    if (behaviour.notReady !== true) return { ready: true, reason: 'service is ready' };
    throw new Problem(503, { response: 'Service is not ready', cause: 'LLM is not ready' });
  },
  '/v1/feedback/status': () => ({ functionality: 'feedback', status: { enabled: true } }),
};

const find = (path: string): { methods: Readonly<Record<string, Handler>>; id: string } => {
  const exact = Object.hasOwn(authenticated, path) ? authenticated[path] : undefined;
  if (exact) return { methods: exact, id: '' };
  const [, parent, id] = /^(.+)\/([^/]+)$/.exec(path) ?? [];
  const methods = parent === undefined ? undefined : authenticated[`${parent}/{id}`];
  if (!methods || id === undefined) throw new Problem(404, 'Not Found');
  return { methods, id };
};

const decodeId = (id: string): string => {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
};

/** Answers one request; throws a `Problem` for everything that is no success. */
export const handle = async (
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { method = 'GET' } = request;
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const probe = Object.hasOwn(open, pathname) ? open[pathname] : undefined;
  if (probe) {
    if (method !== 'GET') throw new Problem(405, 'Method Not Allowed', { allow: 'GET' });
    sendJson(response, 200, probe(service));
    return;
  }
  const { methods, id } = find(pathname);
  const handler = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!handler) {
    throw new Problem(405, 'Method Not Allowed', { allow: Object.keys(methods).join(', ') });
  }
  // A body that is no JSON is refused before the caller is even looked at.
  const body = await readJson(request);
  const caller = await authenticate(request, service.options.clusterUrl);
  if (service.behaviour.noAccess === true) {
    throw new Problem(403, 'Forbidden: User does not have access');
  }
  const answer = await handler({ service, caller, body, id: decodeId(id), response });
  if (answer !== streamed) sendJson(response, 200, answer);
};
