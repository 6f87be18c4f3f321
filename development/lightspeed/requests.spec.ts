import { listAt, textAt } from '@cnv-ai/engine/kubernetes';
import { startStage, type Stage } from './testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const attachment = (change: object) => ({
  attachment_type: 'log',
  content_type: 'text/plain',
  content: 'x',
  ...change,
});
const some = (count: number) => Array.from({ length: count }, () => attachment({}));

describe.each(['/v1/query', '/v1/streaming_query'])('POST %s refuses with a list', (path) => {
  it.each([
    ['an unknown key', { query: 'q', colour: 'red' }, 'extra_forbidden', ['body', 'colour']],
    ['no query', {}, 'missing', ['body', 'query']],
    ['a query that is no string', { query: 7 }, 'string_type', ['body', 'query']],
    ['32,001 characters', { query: 'x'.repeat(32_001) }, 'string_too_long', ['body', 'query']],
    ['an unknown mode', { query: 'q', mode: 'poem' }, 'enum', ['body', 'mode']],
    ['a null mode', { query: 'q', mode: null }, 'enum', ['body', 'mode']],
    ['11 attachments', { query: 'q', attachments: some(11) }, 'too_long', ['body', 'attachments']],
    [
      'a long attachment',
      { query: 'q', attachments: [attachment({ content: 'x'.repeat(100_001) })] },
      'string_too_long',
      ['body', 'attachments', 0, 'content'],
    ],
    [
      'an attachment without type',
      { query: 'q', attachments: [attachment({}), { content_type: 'text/plain', content: '' }] },
      'missing',
      ['body', 'attachments', 1, 'attachment_type'],
    ],
    [
      'attachments that are no list',
      { query: 'q', attachments: {} },
      'list_type',
      ['body', 'attachments'],
    ],
    ['a foreign media type', { query: 'q', media_type: 'text/html' }, 'value_error', ['body']],
    ['a model without provider', { query: 'q', model: 'm' }, 'value_error', ['body']],
    [
      'headers that are no object',
      { query: 'q', mcp_headers: 'x' },
      'dict_type',
      ['body', 'mcp_headers'],
    ],
    ['a list', [], 'model_attributes_type', ['body']],
    ['no body', undefined, 'missing', ['body']],
    ['broken JSON', '{"query":', 'json_invalid', ['body', 0]],
  ])('%s', async (_title, body, type, loc) => {
    const answer = await stage.call('POST', path, body);
    const [issue] = listAt(answer.body, 'detail');
    expect([answer.status, issue]).toMatchObject([422, { type, loc }]);
    expect(textAt(issue, 'msg')).not.toBe('');
  });

  it.each([
    ['attachment_type', 'YAML', 'Attachment with improper type YAML detected'],
    ['content_type', 'text/html', 'Attachment with improper content type text/html detected'],
  ])('%s %s with a pair', async (key, value, cause) => {
    const answer = await stage.call('POST', path, {
      query: 'q',
      attachments: [attachment({ [key]: value })],
    });
    const detail = { response: 'Unable to process this request', cause };
    expect([answer.status, answer.body]).toEqual([422, { detail }]);
  });

  it('an invalid conversation id with 400', async () => {
    const answer = await stage.call('POST', path, { query: 'q', conversation_id: 'nope' });
    const response = 'Error retrieving conversation history';
    const detail = { response, cause: 'Invalid conversation ID nope' };
    expect([answer.status, answer.body]).toEqual([400, { detail }]);
  });
});

it.each([
  ['32,000 characters', { query: 'x'.repeat(32_000) }],
  ['32,000 characters outside the basic plane', { query: '😀'.repeat(32_000) }],
  ['10 attachments', { query: 'q', attachments: some(10) }],
  [
    'nulls and every optional field',
    {
      query: 'q',
      conversation_id: null,
      provider: null,
      model: null,
      attachments: null,
      media_type: null,
      mcp_headers: { server: { Header: 'x' } },
      system_prompt: 'ignored',
      mode: 'troubleshooting',
    },
  ],
])('POST /v1/query takes %s', async (_title, body) => {
  expect((await stage.call('POST', '/v1/query', body)).status).toBe(200);
});

const feedback = (change: object) => ({
  conversation_id: '7bdc09d9-3a1c-4f43-9d4b-0a1f63a4c111',
  user_question: 'q',
  llm_response: 'r',
  ...change,
});

it.each([
  ['a sentiment', feedback({ sentiment: 1 }), 200],
  ['words', feedback({ user_feedback: 'good' }), 200],
  ['neither', feedback({}), 422],
  ['a sentiment of 2', feedback({ sentiment: 2 }), 422],
  ['a sentiment that is no number', feedback({ sentiment: 'good' }), 422],
  ['no conversation', feedback({ conversation_id: 'nope', sentiment: 1 }), 422],
])('POST /v1/feedback with %s', async (_title, body, status) => {
  expect((await stage.call('POST', '/v1/feedback', body)).status).toBe(status);
});
