import { at, listAt, textAt } from '@cnv-ai/engine/kubernetes';
import { text, type Script } from './testing/scripted-mcp';
import {
  startModel,
  toolCallDeltas,
  type Completion,
  type ScriptedModel,
} from './testing/scripted-model';
import { collect, names, said, startStage, type Stage } from './testing/stage';

const script: Script = {
  tools: [
    {
      name: 'look',
      description: 'Looks',
      annotations: { readOnlyHint: true },
      run: ({ at: where }) => text(`saw ${String(where)}`),
    },
  ],
};

let model: ScriptedModel;
let stage: Stage;
const start = async (...completions: Completion[]): Promise<void> => {
  model = await startModel(completions);
  stage = await startStage({ eyes: script }, { model: { url: model.url, name: 'm' } });
};
afterEach(() => Promise.all([model.close(), stage.close()]));

const ask = async (rest: object = {}) =>
  collect(await stage.open({ query: 'what is there?', media_type: 'application/json', ...rest }));

const say = (...words: string[]): Completion => ({
  deltas: words.map((content) => ({ content })),
  usage: { prompt_tokens: 100, completion_tokens: 10 },
});

const look = (id: string, where: string, index = 0) =>
  toolCallDeltas(id, 'look', { at: where }, index);

it('runs the tools the model wants, gives it the text and streams its answer', async () => {
  await start({ deltas: [...look('c1', 'door'), ...look('c2', 'wall', 1)] }, say('A ', 'door.'));
  const events = await ask();
  expect(names(events)).toEqual([
    'start',
    'tool_call',
    'tool_call',
    'tool_result',
    'tool_result',
    'token',
    'end',
  ]);
  expect(said(events)).toBe('A door.');
  expect(
    events.filter(({ event }) => event === 'tool_result').map(({ data }) => data),
  ).toMatchObject([
    { id: 'c1', content: 'saw door', round: 1, server_name: 'eyes' },
    { id: 'c2', content: 'saw wall', round: 1 },
  ]);
  expect(listAt(model.requests[0], 'tools')).toEqual([
    {
      type: 'function',
      function: {
        name: 'look',
        description: 'Looks',
        parameters: { type: 'object', properties: {} },
      },
    },
  ]);
  expect(listAt(model.requests[1], 'messages').slice(2)).toMatchObject([
    { role: 'assistant', tool_calls: [{ id: 'c1' }, { id: 'c2' }] },
    { role: 'tool', tool_call_id: 'c1', content: 'saw door' },
    { role: 'tool', tool_call_id: 'c2', content: 'saw wall' },
  ]);
});

it.each([
  ['ask', 5],
  ['troubleshooting', 15],
])('in mode %s stops after %i rounds, the last without tools', async (mode, rounds) => {
  await start({ deltas: look('c', 'door') });
  const events = await ask({ mode });
  expect(model.requests).toHaveLength(rounds);
  expect(model.requests.map((request) => listAt(request, 'tools').length)).toEqual([
    ...Array.from({ length: rounds - 1 }, () => 1),
    0,
  ]);
  expect(events.filter(({ event }) => event === 'tool_result')).toHaveLength(rounds - 1);
});

it('counts what the endpoint reports, over all rounds', async () => {
  await start(
    { deltas: look('c', 'door'), usage: { prompt_tokens: 50, completion_tokens: 5 } },
    say('x'),
  );
  const end = (await ask()).at(-1);
  expect(end?.data).toMatchObject({ input_tokens: 150, output_tokens: 15 });
});

it('sends the history and the attachments', async () => {
  await start(say('first answer'), say('second answer'));
  const attachments = [
    {
      attachment_type: 'api object',
      content_type: 'application/yaml',
      content: 'kind: Pod\nmetadata:\n  name: p1',
    },
  ];
  const [first] = await ask({ attachments });
  await ask({ query: 'and then?', conversation_id: textAt(first?.data, 'conversation_id') });
  const messages = listAt(model.requests[1], 'messages');
  expect(messages.map((message) => textAt(message, 'role'))).toEqual([
    'system',
    'user',
    'assistant',
    'user',
  ]);
  expect(textAt(messages[1], 'content')).toContain("Pod 'p1'");
  expect(textAt(messages[1], 'content')).toContain('```yaml\nkind: Pod');
  expect(textAt(messages[2], 'content')).toBe('first answer');
  expect(at(messages[3], 'content')).toBe('and then?');
});

it('tells the model of a tool nobody offers and of arguments that are no JSON', async () => {
  await start(
    {
      deltas: [
        ...toolCallDeltas('c1', 'fly', {}),
        { tool_calls: [{ index: 1, id: 'c2', function: { name: 'look', arguments: '{"at":' } }] },
      ],
    },
    say('sorry'),
  );
  const results = (await ask()).filter(({ event }) => event === 'tool_result');
  expect(results.map(({ data }) => data)).toMatchObject([
    { id: 'c1', status: 'error', name: 'fly' },
    { id: 'c2', status: 'success', content: 'saw undefined' },
  ]);
});

it.each([
  [429, 500, /^\[LLM Backend\]/],
  [500, 500, /^\[LLM Backend\]/],
  [400, 400, /^\[LLM Backend\].*context length/],
])(
  'an endpoint that answers %i is HTTP %i, or an error in band',
  async (status, expected, words) => {
    await start({ status, message: 'maximum context length is 8' });
    const answer = await stage.call('POST', '/v1/query', { query: 'q' });
    expect(answer.status).toBe(expected);
    expect(textAt(answer.body, 'detail', 'response')).toMatch(words);
    const events = await ask();
    expect(names(events)).toEqual(['start', 'error']);
    expect(textAt(events.at(-1)?.data, 'response')).toMatch(words);
  },
);

it('an endpoint that is not there is HTTP 502', async () => {
  await start(say('x'));
  await model.close();
  const answer = await stage.call('POST', '/v1/query', { query: 'q' });
  expect(answer).toMatchObject({
    status: 502,
    body: { detail: { response: expect.stringMatching(/^\[Network\]/) } },
  });
});
