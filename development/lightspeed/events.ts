import type { ServerResponse } from 'node:http';
import type { MediaType } from './requests';

type Meta = Readonly<Record<string, unknown>>;

export type ToolCallData = {
  name: string;
  args: Readonly<Record<string, unknown>>;
  id: string;
  type: 'tool_call';
  server_name?: string;
  tool_meta?: Meta;
};

export type ToolResultData = {
  id: string;
  name: string;
  status: 'success' | 'error' | 'truncated';
  content: string;
  type: 'tool_result';
  round: number;
  structured_content?: Meta;
  server_name?: string;
  tool_meta?: Meta;
};

export type ApprovalData = {
  approval_id: string;
  tool_name: string;
  tool_description: string;
  tool_args: Readonly<Record<string, unknown>>;
  tool_annotation: Meta;
};

export type EndData = {
  referenced_documents: readonly { doc_url: string; doc_title: string }[];
  truncated: boolean;
  input_tokens: number;
  output_tokens: number;
  reasoning_tokens: number;
};

export type StreamEvent =
  | { event: 'start'; data: { conversation_id: string } }
  | { event: 'tool_call'; data: ToolCallData }
  | { event: 'approval_required'; data: ApprovalData }
  | { event: 'tool_result'; data: ToolResultData }
  | { event: 'token'; data: { id: number; token: string } }
  | { event: 'error'; data: { response: string; cause: string; status_code?: number } }
  | { event: 'end'; data: EndData; available_quotas: Readonly<Record<string, number>> };

/** What an answer in the making reports; ids of tokens are given by the writer. */
export type Progress =
  | Exclude<StreamEvent, { event: 'start' | 'token' | 'error' | 'end' }>
  | { event: 'token'; token: string };

/** The same events without framing: no conversation id, no counts, errors as prose. */
const asText = (event: StreamEvent): string => {
  switch (event.event) {
    case 'token':
      return event.data.token;
    case 'tool_call':
      return `\nTool call: ${JSON.stringify(event.data)}\n`;
    case 'approval_required':
      return `\nApproval request: ${JSON.stringify(event.data)}\n`;
    case 'tool_result':
      return `\nTool result: ${JSON.stringify(event.data)}\n`;
    case 'error':
      return `${event.data.response}: ${event.data.cause}`;
    case 'start':
    case 'end':
      return '';
  }
};

/** Wire format of one event: an SSE-like line, though the content type is `application/json`. */
export const encodeEvent = (event: StreamEvent, mediaType: MediaType): string =>
  mediaType === 'application/json' ? `data: ${JSON.stringify(event)}\n\n` : asText(event);

/** Opens the stream; the returned function writes one event. */
export const openStream = (
  response: ServerResponse,
  mediaType: MediaType,
): ((event: StreamEvent) => void) => {
  const charset = mediaType === 'text/plain' ? '; charset=utf-8' : '';
  response.writeHead(200, { 'content-type': mediaType + charset, 'cache-control': 'no-cache' });
  response.flushHeaders();
  return (event) => {
    const text = encodeEvent(event, mediaType);
    if (text !== '' && !response.destroyed) response.write(text);
  };
};
