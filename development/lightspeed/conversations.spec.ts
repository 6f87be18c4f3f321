import { textAt } from '@cnv-ai/engine/kubernetes';
import { Conversations } from './conversations';
import { startStage, type Stage } from './testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const ask = async (query: string, id?: string): Promise<string> => {
  const { body } = await stage.call('POST', '/v1/query', { query, conversation_id: id });
  return textAt(body, 'conversation_id') ?? '';
};

it('keeps, lists, renames and removes a conversation', async () => {
  const id = await ask('first');
  expect(await ask('second', id)).toBe(id);
  const path = `/v1/conversations/${id}`;
  expect(await stage.call('GET', path)).toMatchObject({
    status: 200,
    body: {
      conversation_id: id,
      chat_history: [
        {
          messages: [
            { type: 'user', content: 'first' },
            { type: 'assistant', content: expect.stringContaining('No model is configured') },
          ],
          tool_calls: [],
          tool_results: [],
        },
        { messages: [{ content: 'second' }, {}] },
      ],
    },
  });
  const renamed = await stage.call('PUT', path, { topic_summary: 'Storage' });
  expect(renamed).toMatchObject({ status: 200, body: { conversation_id: id, success: true } });
  expect((await stage.call('GET', '/v1/conversations')).body).toMatchObject({
    conversations: [{ conversation_id: id, topic_summary: 'Storage', message_count: 2 }],
  });
  expect((await stage.call('DELETE', path)).body).toMatchObject({
    conversation_id: id,
    success: true,
  });
  expect(await stage.call('DELETE', path)).toMatchObject({ status: 200, body: { success: false } });
  expect((await stage.call('GET', path)).status).toBe(404);
});

it("hides one user's conversations from another", async () => {
  const id = await ask('secret');
  expect((await stage.call('GET', `/v1/conversations/${id}`, undefined, 'bob')).status).toBe(404);
  expect((await stage.call('GET', '/v1/conversations', undefined, 'bob')).body).toEqual({
    conversations: [],
  });
  expect(
    (await stage.call('DELETE', `/v1/conversations/${id}`, undefined, 'bob')).body,
  ).toMatchObject({
    success: false,
  });
});

it.each([
  ['GET', 'nope', undefined, 400],
  ['DELETE', '%zz', undefined, 400],
  ['PUT', 'nope', { topic_summary: 't' }, 400],
  ['PUT', '7bdc09d9-3a1c-4f43-9d4b-0a1f63a4c111', { topic_summary: 't' }, 404],
  ['PUT', '7bdc09d9-3a1c-4f43-9d4b-0a1f63a4c111', {}, 422],
])('%s of %s with %j answers %i', async (method, id, body, status) => {
  expect((await stage.call(method, `/v1/conversations/${id}`, body)).status).toBe(status);
});

it('forgets the conversation touched longest ago first', () => {
  const all = new Conversations();
  const exchange = { question: 'q', answer: 'a', toolCalls: [], toolResults: [] };
  for (let index = 0; index < 1001; index += 1) all.append('u', String(index), exchange);
  expect(all.history('u', '0')).toEqual([]);
  expect(all.history('u', '1')).toHaveLength(1);
});
