import { textAt } from '@cnv-ai/engine/kubernetes';
import { consoleFetch } from '../../sdk/console-fetch';
import { HttpError } from '../../sdk/http-error';
import { errorText } from '../error-text';
import type { ChatAttachment } from './open-chat';

const BASE = '/api/proxy/plugin/lightspeed-console-plugin/ols';
const PREFIX = 'data: ';

/** The chat's names of attachments and those of the service. */
const WIRE_TYPES: Readonly<Record<string, string>> = { Events: 'event', Log: 'log' };

const wired = ({ attachmentType, value }: ChatAttachment) => ({
  attachment_type: WIRE_TYPES[attachmentType] ?? 'api object',
  content_type: attachmentType === 'Log' ? 'text/plain' : 'application/yaml',
  content: value,
});

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
};

/** Complete lines of a body as they come; a line may be cut anywhere by the network. */
const linesOf = async function* (body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
};

/** What went wrong, out of the three shapes the service's `detail` has. */
export const sentenceOf = (error: unknown): string => {
  if (!(error instanceof HttpError)) return errorText(error);
  const { json } = error;
  return (
    textAt(json, 'detail') ??
    textAt(json, 'detail', 'response') ??
    textAt(json, 'detail', 0, 'msg') ??
    error.message
  );
};

type Question = {
  query: string;
  conversation: string | undefined;
  attachments: readonly ChatAttachment[];
  signal: AbortSignal;
};

/** Asks a question and gives the events of the answer as they come. */
export const ask = async function* (question: Question): AsyncGenerator {
  const { query, conversation, attachments, signal } = question;
  const response = await consoleFetch(`${BASE}/v1/streaming_query`, {
    method: 'POST',
    signal,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      query,
      media_type: 'application/json',
      ...(conversation && { conversation_id: conversation }),
      ...(attachments.length > 0 && { attachments: attachments.map(wired) }),
    }),
  });
  if (!response.body) return;
  for await (const line of linesOf(response.body)) {
    const event = line.startsWith(PREFIX) ? parse(line.slice(PREFIX.length)) : undefined;
    if (event !== undefined) yield event;
  }
};
