import { Problem } from './http';
import { FieldReader } from './schema';

export type Attachment = { attachmentType: string; contentType: string; content: string };

export type MediaType = 'text/plain' | 'application/json';

export type QueryMode = 'ask' | 'troubleshooting';

export type QueryRequest = {
  query: string;
  conversationId: string | undefined;
  attachments: readonly Attachment[];
  mediaType: MediaType;
  mode: QueryMode;
};

const attachmentTypes = new Set([
  'alert',
  'api object',
  'configuration',
  'error message',
  'event',
  'log',
  'stack trace',
]);
const contentTypes = new Set([
  'text/plain',
  'application/json',
  'application/yaml',
  'application/xml',
]);

export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{32}$/i.test(text.replace(/^urn:uuid:/, '').replace(/[{}-]/g, ''));

const finish = (reader: FieldReader): void => {
  if (reader.issues.length > 0) throw new Problem(422, reader.issues);
};

const unprocessable = (cause: string): Problem =>
  new Problem(422, { response: 'Unable to process this request', cause });

const readAttachment = (reader: FieldReader): Attachment => ({
  attachmentType: reader.text('attachment_type'),
  contentType: reader.text('content_type'),
  content: reader.text('content', 100_000),
});

const mediaTypeOf = (text: string): MediaType | undefined =>
  text === 'text/plain' || text === 'application/json' ? text : undefined;

/** @param knowsMode false for a service older than the `mode` field. */
export const readQuery = (body: unknown, knowsMode = true): QueryRequest => {
  const reader = new FieldReader(body);
  const query = reader.text('query', 32_000);
  const conversationId = reader.optionalText('conversation_id');
  const provider = reader.optionalText('provider');
  const model = reader.optionalText('model');
  reader.optionalText('system_prompt');
  const attachments = reader.list('attachments', 10, readAttachment);
  const media = reader.optionalText('media_type') ?? 'text/plain';
  reader.record('mcp_headers');
  const mode = knowsMode
    ? reader.choice<QueryMode>('mode', ['ask', 'troubleshooting'], 'ask')
    : 'ask';
  reader.forbidOthers();
  const mediaType = mediaTypeOf(media);
  if (Boolean(provider) !== Boolean(model)) {
    reader.refuse('provider and model are given together or not at all');
  }
  if (mediaType === undefined) {
    reader.refuse(`Invalid media type: '${media}', must be text/plain or application/json`);
  }
  finish(reader);
  return { query, conversationId, attachments, mediaType: mediaType ?? 'text/plain', mode };
};

/** Attachment enums are checked after the shape, with a body of their own. */
export const checkAttachments = (attachments: readonly Attachment[]): void => {
  for (const { attachmentType, contentType } of attachments) {
    if (!attachmentTypes.has(attachmentType)) {
      throw unprocessable(`Attachment with improper type ${attachmentType} detected`);
    }
    if (!contentTypes.has(contentType)) {
      throw unprocessable(`Attachment with improper content type ${contentType} detected`);
    }
  }
};

export const readFeedback = (body: unknown): void => {
  const reader = new FieldReader(body);
  const id = reader.text('conversation_id');
  if (id !== '' && !isUuid(id)) {
    reader.refuseField('conversation_id', `Improper conversation ID ${id}`);
  }
  reader.text('user_question');
  reader.text('llm_response');
  const sentiment = reader.optionalInteger('sentiment');
  if (sentiment !== undefined && Math.abs(sentiment) !== 1) {
    reader.refuseField('sentiment', `Improper value ${sentiment}, needs to be -1 or 1`);
  }
  const words = reader.optionalText('user_feedback');
  if (sentiment === undefined && words === undefined) {
    reader.refuse("Either 'sentiment' or 'user_feedback' must be set");
  }
  finish(reader);
};

export const readDecision = (body: unknown): { approvalId: string; approved: boolean } => {
  const reader = new FieldReader(body);
  const decision = { approvalId: reader.text('approval_id'), approved: reader.flag('approved') };
  reader.forbidOthers();
  finish(reader);
  return decision;
};

export const readTopic = (body: unknown): string => {
  const reader = new FieldReader(body);
  const topic = reader.text('topic_summary');
  finish(reader);
  return topic;
};

export const readAppCall = (
  body: unknown,
): { server: string; tool: string; args: Record<string, unknown> } => {
  const reader = new FieldReader(body);
  const call = {
    server: reader.text('server_name'),
    tool: reader.text('tool_name'),
    args: { ...reader.record('arguments') },
  };
  reader.record('mcp_headers');
  reader.forbidOthers();
  finish(reader);
  return call;
};

export const readAppResource = (body: unknown): { server: string; uri: string } => {
  const reader = new FieldReader(body);
  const resource = { uri: reader.text('resource_uri'), server: reader.text('server_name') };
  reader.record('mcp_headers');
  reader.forbidOthers();
  finish(reader);
  return resource;
};
