import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { MINUTE, SECOND } from '@cnv-ai/engine/kubernetes';
import { httpFailure } from '../../answers/http-failure';
import { LIGHTSPEED } from '../../answers/lightspeed-api';
import { createEventStream } from './event-stream';
import type { LightspeedEvent } from './events';
import { problemOfEvent, problemOfHttp, refusesMode, type LightspeedProblem } from './problems';

/** Fifteen rounds of a slow model; the service bounds each round, not their sum. */
const ANSWER_TIME = 10 * MINUTE;
const HOUSEKEEPING_TIME = 10 * SECOND;

export type AnswerOutcome =
  | { readonly is: 'done' }
  | { readonly is: 'stopped' }
  | { readonly is: 'failed'; readonly problem: LightspeedProblem };

/** Called with the events of each piece of the stream, in their order. */
export type OnEvents = (events: readonly LightspeedEvent[]) => void;

const send = (
  method: string,
  path: string,
  signal: AbortSignal,
  body?: Readonly<Record<string, unknown>>,
): Promise<Response> =>
  consoleFetch(
    `${LIGHTSPEED}${path}`,
    {
      method,
      signal,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    },
    ANSWER_TIME,
  );

/** `troubleshooting` allows 15 rounds of tools instead of 5 and does not search the manual first. */
const startStream = async (query: string, signal: AbortSignal): Promise<Response> => {
  const request = { query, media_type: 'application/json' };
  try {
    return await send('POST', '/v1/streaming_query', signal, {
      ...request,
      mode: 'troubleshooting',
    });
  } catch (error) {
    const { code, body } = httpFailure(error);
    if (!refusesMode(code, body)) throw error;
    return send('POST', '/v1/streaming_query', signal, request);
  }
};

/** Done beside the answer: whether it works changes nothing for the user. */
const inBackground = (method: string, path: string, body?: Record<string, unknown>): void => {
  send(method, path, AbortSignal.timeout(HOUSEKEEPING_TIME), body).catch(() => undefined);
};

/** What an event asks of us: tools that change something are refused, at once. */
const respond = (event: LightspeedEvent): void => {
  if (event.is === 'approval_required') {
    inBackground('POST', '/v1/tool-approvals/decision', {
      approval_id: event.approval,
      approved: false,
    });
  }
};

/** Reads to the end. Without `last` the stream broke: it has neither `end` nor `error`. */
const readStream = async (
  body: ReadableStream<Uint8Array>,
  onEvents: OnEvents,
): Promise<{ conversation?: string; last?: LightspeedEvent }> => {
  const events = createEventStream();
  const reader = body.getReader();
  let conversation: string | undefined;
  let last: LightspeedEvent | undefined;
  const take = (batch: readonly LightspeedEvent[]): void => {
    for (const event of batch) {
      respond(event);
      if (event.is === 'start') conversation = event.conversation;
      if (event.is === 'end' || event.is === 'error') last = event;
    }
    if (batch.length > 0) onEvents(batch);
  };
  // Nothing follows a terminal event, though the connection may stay open.
  while (last === undefined) {
    const { done, value } = await reader.read();
    take(done ? events.finish() : events.push(value));
    if (done) break;
  }
  reader.cancel().catch(() => undefined);
  return { conversation, last };
};

const outcomeOf = (last: LightspeedEvent | undefined): AnswerOutcome => {
  if (last?.is === 'end') return { is: 'done' };
  return {
    is: 'failed',
    problem: last?.is === 'error' ? problemOfEvent(last) : { kind: 'broken' },
  };
};

/**
 * Asks the model and hands over the answer as it comes. The conversation Lightspeed stores for it
 * is deleted again. Never rejects; aborting `signal` gives `stopped`.
 */
export const streamAnswer = async (
  query: string,
  onEvents: OnEvents,
  signal: AbortSignal,
): Promise<AnswerOutcome> => {
  const limit = AbortSignal.timeout(ANSWER_TIME);
  let started = false;
  try {
    const { body } = await startStream(query, AbortSignal.any([signal, limit]));
    started = true;
    if (body === null) return { is: 'failed', problem: { kind: 'broken' } };
    const { conversation, last } = await readStream(body, onEvents);
    if (conversation !== undefined) {
      inBackground('DELETE', `/v1/conversations/${encodeURIComponent(conversation)}`);
    }
    return outcomeOf(last);
  } catch (error) {
    if (signal.aborted) return { is: 'stopped' };
    if (limit.aborted) return { is: 'failed', problem: { kind: 'timed_out' } };
    if (started) return { is: 'failed', problem: { kind: 'broken' } };
    const { code, body } = httpFailure(error);
    return { is: 'failed', problem: problemOfHttp(code, body) };
  }
};
