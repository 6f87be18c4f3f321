import { recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { text, type ScriptedTool } from './testing/scripted-mcp';
import {
  collect,
  eventsOf,
  names,
  said,
  startStage,
  type Stage,
  type StreamedEvent,
} from './testing/stage';

const forecast: ScriptedTool = {
  name: 'get_forecast',
  description: 'Weather forecast for a city',
  inputSchema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  annotations: { readOnlyHint: true },
  _meta: { olsUi: { id: 'weather/forecast' } },
  run: ({ city }) => ({
    ...text(`Rain in ${String(city)}.`, 'Take a coat.'),
    structuredContent: { rain: true },
  }),
};

const question = { query: 'Weather forecast for Lisbon', media_type: 'application/json' };

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ weather: { tools: [forecast] } });
});
afterAll(() => stage.close());
afterEach(() => stage.lightspeed.behave({}));

const idOf = (events: readonly StreamedEvent[]): string =>
  textAt(events[0]?.data, 'conversation_id') ?? '';

const stored = async (id: string): Promise<number> =>
  (await stage.call('GET', `/v1/conversations/${id}`)).status;

it('tells start, tool call, tool result, tokens and end in the order and words of the contract', async () => {
  const response = await stage.open(question);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'application/json',
  ]);
  const events = await collect(response);
  expect(names(events)).toEqual(['start', 'tool_call', 'tool_result', 'token', 'end']);
  expect(events.every(({ line }) => line.startsWith('data: {"event":'))).toBe(true);
  const [, call, result] = events;
  const origin = { server_name: 'weather', tool_meta: { olsUi: { id: 'weather/forecast' } } };
  expect(call?.data).toEqual({
    name: 'get_forecast',
    args: { city: 'Lisbon' },
    id: expect.stringMatching(/^call_/),
    type: 'tool_call',
    ...origin,
  });
  expect(result?.data).toEqual({
    id: textAt(call?.data, 'id'),
    name: 'get_forecast',
    status: 'success',
    content: 'Rain in Lisbon.\nTake a coat.',
    type: 'tool_result',
    round: 1,
    structured_content: { rain: true },
    ...origin,
  });
  const tokens = events.filter(({ event }) => event === 'token');
  expect(tokens.map(({ data }) => data.id)).toEqual(tokens.map((_token, index) => index));
  expect(said(events)).toMatch(
    /^\*\*No model is configured\.\*\* .*`get_forecast` of `weather`.*Take a coat\.$/s,
  );
  expect(JSON.parse(events.at(-1)?.line.slice(6) ?? '')).toEqual({
    event: 'end',
    data: {
      referenced_documents: [],
      truncated: false,
      input_tokens: expect.any(Number),
      output_tokens: expect.any(Number),
      reasoning_tokens: 0,
    },
    available_quotas: {},
  });
  expect(await stored(idOf(events))).toBe(200);
});

it('speaks plain text without framing', async () => {
  const response = await stage.open({ query: 'Weather forecast for Lisbon' });
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const body = await response.text();
  expect(body).toMatch(
    /^\nTool call: \{"name":"get_forecast".*\}\n\nTool result: \{.*\}\n\*\*No model/s,
  );
  expect(body).not.toContain('conversation_id');
});

it('refuses before the stream with an HTTP error', async () => {
  const response = await stage.open({ ...question, colour: 'red' });
  expect([response.status, response.headers.get('content-type')]).toEqual([
    422,
    'application/json',
  ]);
});

// The second stream takes as long as the first would have: were the first still going, it would end.
it('leaves nothing behind when the caller hangs up', async () => {
  stage.lightspeed.behave({ tokenDelayMs: 15 });
  const abort = new AbortController();
  const response = await stage.open(question, abort.signal);
  let id = '';
  const read = async (): Promise<void> => {
    for await (const { event, data } of eventsOf(response)) {
      if (event === 'start') id = textAt(data, 'conversation_id') ?? '';
      if (event === 'token') abort.abort();
    }
  };
  await expect(read()).rejects.toThrow('aborted');
  await collect(await stage.open(question));
  expect(id).not.toBe('');
  expect(await stored(id)).toBe(404);
});

it('continues a conversation under its id', async () => {
  const first = await collect(await stage.open(question));
  const second = await collect(await stage.open({ ...question, conversation_id: idOf(first) }));
  expect(idOf(second)).toBe(idOf(first));
});

it.each([0, 2])('breaks off after %i tokens without a last word', async (afterTokens) => {
  stage.lightspeed.behave({ breakStream: { afterTokens, how: 'close' } });
  const events = await collect(await stage.open(question));
  expect(events.filter(({ event }) => event === 'token')).toHaveLength(afterTokens);
  expect(names(events)).not.toContain('end');
  expect(names(events)).not.toContain('error');
  expect(await stored(idOf(events))).toBe(404);
});

it('resets the connection', async () => {
  stage.lightspeed.behave({ breakStream: { afterTokens: 1, how: 'reset' } });
  await expect(stage.open(question).then(collect)).rejects.toThrow('terminated');
});

it.each([
  [undefined, {}],
  [413, { status_code: 413 }],
])('tells an error in band with HTTP 200 (%s)', async (statusCode, extra) => {
  const error = { response: 'Prompt is too long', cause: 'it is' };
  stage.lightspeed.behave({ streamError: { ...error, statusCode, afterTokens: 1 } });
  const response = await stage.open(question);
  const events = await collect(response);
  expect(response.status).toBe(200);
  expect(names(events)).toEqual(['start', 'tool_call', 'tool_result', 'token', 'error']);
  expect(recordAt(events.at(-1), 'data')).toEqual({ ...error, ...extra });
  expect(await stored(idOf(events))).toBe(404);
});

it('answers without tools, and says so, when no server is configured', async () => {
  stage.lightspeed.behave({ noServers: true });
  const events = await collect(await stage.open(question));
  expect(names(events)).toEqual(['start', 'token', 'end']);
  expect(said(events)).toContain('No model is configured');
});

it('ends open streams when it closes', async () => {
  const other = await startStage({ weather: { tools: [forecast] } }, { tokenDelayMs: 60_000 });
  const response = await other.open(question);
  const reading = collect(response);
  const failed = expect(reading).rejects.toThrow('terminated');
  await other.close();
  await failed;
});
