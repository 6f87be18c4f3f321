import type { ServerResponse } from 'node:http';
import type { Caller } from './auth';
import { openStream, type Progress, type StreamEvent } from './events';
import { Problem } from './http';
import type { Behaviour } from './options';
import { acceptQuestion, answer, record, type Answer, type Question } from './query';
import type { Service } from './service';

/** A provoked end of the stream. */
class Broken extends Error {
  constructor(readonly how: 'close' | 'reset') {
    super('the stream ends here');
  }
}

/** Throws as soon as so many tokens were written, which ends the answer there. */
const provoke = (behaviour: Behaviour, tokens: number): void => {
  const { breakStream, streamError } = behaviour;
  if (breakStream && tokens >= breakStream.afterTokens) throw new Broken(breakStream.how);
  if (streamError && tokens >= (streamError.afterTokens ?? 0)) {
    const { response, cause } = streamError;
    throw new Problem(streamError.statusCode ?? 200, { response, cause });
  }
};

const asError = (error: unknown): StreamEvent => {
  const detail = error instanceof Problem ? error.detail : undefined;
  const pair =
    typeof detail === 'object' && 'response' in detail
      ? detail
      : { response: 'The answer could not be made', cause: String(error) };
  // Of the codes only 413 is told in band.
  const code = error instanceof Problem && error.status === 413 ? { status_code: 413 } : {};
  return { event: 'error', data: { ...pair, ...code } };
};

const end = (service: Service, question: Question, made: Answer): StreamEvent => ({
  event: 'end',
  data: {
    referenced_documents: [],
    truncated: false,
    input_tokens: made.inputTokens,
    output_tokens: made.outputTokens,
    reasoning_tokens: 0,
  },
  available_quotas: service.quota.available(question.caller.id),
});

const tell = async (
  service: Service,
  question: Question,
  signal: AbortSignal,
  write: (event: StreamEvent) => void,
): Promise<void> => {
  let tokens = 0;
  const emit = (event: Progress): void => {
    if (event.event !== 'token') {
      write(event);
      return;
    }
    provoke(service.behaviour, tokens);
    write({ event: 'token', data: { id: tokens, token: event.token } });
    tokens += 1;
  };
  const made = await answer(service, question, true, signal, emit);
  provoke(service.behaviour, Infinity);
  record(service, question, made);
  write(end(service, question, made));
};

/**
 * `POST /v1/streaming_query`. Whatever is wrong before the first event is an HTTP error, whatever
 * after an `error` event; a caller who hangs up leaves no conversation behind.
 */
export const answerAsStream = async (
  service: Service,
  caller: Caller,
  body: unknown,
  response: ServerResponse,
): Promise<void> => {
  const question = acceptQuestion(service, caller, body);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, service.closing]);
  const write = openStream(response, question.request.mediaType);
  write({ event: 'start', data: { conversation_id: question.conversationId } });
  try {
    await tell(service, question, signal, write);
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof Broken) {
      if (error.how === 'reset') response.destroy();
    } else write(asError(error));
  } finally {
    if (!response.destroyed) response.end();
  }
};
