import { listAt } from '@cnv-ai/engine/kubernetes';
import { text, type ScriptedMcp, type ScriptedTool } from './testing/scripted-mcp';
import { startStage, type Stage } from './testing/stage';

const echo = (answer: string, name = 'echo'): ScriptedTool => ({
  name,
  description: 'Repeats things',
  annotations: { readOnlyHint: true },
  run: () => text(answer),
});

let stage: Stage | undefined;
afterEach(() => stage?.close());

const ask = async (on: Stage, query = 'echo') =>
  (await on.call('POST', '/v1/query', { query })).body;

const methods = (server: ScriptedMcp | undefined): string[] =>
  (server?.seen ?? []).map(({ method }) => method);

const session = ['initialize', 'notifications/initialized'];

it('opens a session for the list and another for the call, as the caller', async () => {
  stage = await startStage({ one: { tools: [echo('hello')] } });
  await ask(stage);
  const server = stage.servers.one;
  expect(methods(server)).toEqual([
    ...session,
    'tools/list',
    ...session,
    'tools/call',
    'tools/list',
  ]);
  expect(new Set(server?.seen.map((request) => request.authorization))).toEqual(
    new Set(['Bearer alice-token']),
  );
  expect(new Set(server?.seen.map((request) => request.protocolVersion))).toEqual(
    new Set(['2025-11-25']),
  );
});

it('asks the servers one after the other and keeps the first of two equal names', async () => {
  stage = await startStage({
    first: { tools: [echo('from the first')] },
    second: { tools: [echo('from the second')] },
  });
  expect(listAt(await ask(stage), 'tool_results')).toMatchObject([
    { server_name: 'first', content: 'from the first' },
  ]);
  expect(methods(stage.servers.second)).toEqual([...session, 'tools/list']);
});

it.each([401, 500])('skips a server that answers %i without a word', async (refuseWith) => {
  stage = await startStage({ bad: { refuseWith }, good: { tools: [echo('hello')] } });
  expect(listAt(await ask(stage), 'tool_results')).toMatchObject([{ server_name: 'good' }]);
});

it('skips a server that is not there', async () => {
  stage = await startStage({}, { mcpServers: [{ name: 'gone', url: 'http://127.0.0.1:9/mcp' }] });
  expect(await stage.call('POST', '/v1/query', { query: 'echo' })).toMatchObject({
    status: 200,
    body: { tool_calls: [], response: expect.stringContaining('No tool server answered') },
  });
});
