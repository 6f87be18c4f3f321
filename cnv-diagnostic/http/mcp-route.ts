import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { bearerOf, type Caller, type Identities } from '../identity';
import type { CallerReaders } from '../kubernetes/caller-readers';
import { startBudget } from '../kubernetes/budget';
import type { Refusal } from '../limits/limiter';
import { answerMessage, RPC, rpcError } from '../mcp/http';
import type { createMcpServer } from '../mcp/server';
import type { Metrics } from '../observability/metrics';
import type { ListedTool } from '../tools/listing';
import type { CallerAccess, ToolRunner } from '../tools/run';
import { readBody } from './body';
import { isTooDeep } from './depth';
import type { hostCheck } from './hosts';
import { EVENT_STREAM, sendEvents, sendJson } from './respond';

/**
 * A Lightspeed call has 5 s by default. What is not read by then is told as not checked, and the
 * answer is written within 4 s.
 */
const CALL_BUDGET = 3_600;

export type McpRouteParts = {
  readonly version: string;
  readonly tools: readonly ListedTool[];
  readonly run: ToolRunner;
  readonly createServer: typeof createMcpServer;
  /** Whether something may be told before the result of this message. */
  readonly isStreamed: (message: unknown) => boolean;
  readonly readers: CallerReaders;
  readonly identities: Identities;
  readonly metrics: Metrics;
  readonly hostAllowed: ReturnType<typeof hostCheck>;
};

const refuse = (
  response: ServerResponse,
  status: number,
  message: string,
  headers?: OutgoingHttpHeaders,
  code: number = RPC.refused,
): void => sendJson(response, status, rpcError(code, message), headers);

const CHALLENGE = { 'www-authenticate': 'Bearer' };

const parse = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(', ') : value;

/** Its status is known when its first part is: until then the call may be refused. */
const sendAnswer = async (
  response: ServerResponse,
  answer: Response,
  refusal: () => Refusal | undefined,
): Promise<void> => {
  const head = (): [number, OutgoingHttpHeaders] => {
    const refused = refusal();
    return refused === undefined
      ? [answer.status, {}]
      : [429, { 'retry-after': String(refused.retryAfter) }];
  };
  if (answer.body !== null && answer.headers.get('content-type') === EVENT_STREAM) {
    await sendEvents(response, answer.body, head);
    return;
  }
  const body = await answer.text();
  const [status, headers] = head();
  sendJson(response, status, body, headers);
};

export const mcpRoute = (parts: McpRouteParts) => {
  const { readers, identities, metrics } = parts;

  const identify = async (
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Caller | undefined> => {
    const token = bearerOf(request.headersDistinct.authorization);
    if (token === undefined) {
      metrics.identityFailure('missing');
      refuse(
        response,
        401,
        'No usable token; send "Authorization: Bearer <token>" with your cluster token.',
        CHALLENGE,
      );
      return undefined;
    }
    const verdict = await identities.verify(token);
    if (verdict.kind === 'caller') return verdict.caller;
    metrics.identityFailure(verdict.kind);
    if (verdict.kind === 'refused') refuse(response, 401, verdict.message, CHALLENGE);
    else refuse(response, 503, verdict.message, { 'retry-after': '1' });
    return undefined;
  };

  const messageOf = async (
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<{ value: unknown } | undefined> => {
    const body = await readBody(request);
    if (body.kind === 'too_large') {
      refuse(response, 413, 'The body is larger than 1 MiB.', { connection: 'close' });
      return undefined;
    }
    if (body.kind === 'encoded') {
      refuse(response, 415, 'Send the body without content encoding.', { connection: 'close' });
      return undefined;
    }
    if (isTooDeep(body.text)) {
      refuse(response, 400, 'The body is nested too deep.', {}, RPC.invalidRequest);
      return undefined;
    }
    const message = parse(body.text);
    if (message === undefined) {
      refuse(response, 400, 'The body is not JSON.', {}, RPC.parseError);
    }
    return message;
  };

  const accessOf = ({ token, user }: Caller, started: number, left: AbortSignal): CallerAccess => ({
    user,
    countedAs: user ?? token,
    open: (onRead) => {
      const budget = startBudget(Math.max(0, started + CALL_BUDGET - Date.now()), left);
      const onRefused = (): void => identities.forget(token);
      return Promise.resolve({
        ...readers({ token, budget, onRefused, onRead }),
        release: budget.end,
        remaining: budget.remaining,
      });
    },
  });

  /** Answers one POST. Rejects only when the client went away while it was sending. */
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const started = Date.now();
    if (!parts.hostAllowed(request.headers)) {
      refuse(response, 403, 'This Host or Origin is not allowed; add it to ALLOWED_HOSTS.');
      return;
    }
    if (request.method !== 'POST') {
      refuse(response, 405, 'This server is stateless: POST only.', { allow: 'POST' });
      return;
    }
    const left = new AbortController();
    response.once('close', () => left.abort());
    const caller = await identify(request, response);
    const message = caller && (await messageOf(request, response));
    if (caller === undefined || message === undefined) return;
    const access = {
      ...accessOf(caller, started, left.signal),
      traceparent: one(request.headers.traceparent),
    };
    const told: { refusal?: Refusal } = {};
    const server = parts.createServer({
      version: parts.version,
      tools: parts.tools,
      call: async (name, args, client) => {
        const answer = await parts.run(name, args, access, client);
        if (answer.kind === 'refused') told.refusal = answer.refusal;
        return answer;
      },
    });
    const posted = {
      message: message.value,
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, one(value)]),
      ),
      signal: left.signal,
    };
    await answerMessage(server, posted, parts.isStreamed(message.value), (answer) =>
      sendAnswer(response, answer, () => told.refusal),
    );
  };
};
