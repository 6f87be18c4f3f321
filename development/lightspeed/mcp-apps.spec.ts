import { text, type Script } from './testing/scripted-mcp';
import { startStage, type Stage } from './testing/stage';

const script: Script = {
  tools: [
    { name: 'good', run: ({ a }) => ({ ...text(`a is ${String(a)}`), structuredContent: { a } }) },
    { name: 'plain', run: () => text('only text') },
    {
      name: 'bad',
      run: () => ({
        ...text(`${'long '.repeat(100)}reason`),
        isError: true,
        structuredContent: { code: 7 },
      }),
    },
    {
      name: 'mixed',
      run: () => ({
        content: [
          { type: 'resource_link', uri: 'x://y', name: 'left out' },
          { type: 'image', data: 'aGk=', mimeType: 'image/png' },
        ],
      }),
    },
    { name: 'liar', outputSchema: { type: 'object', required: ['x'] }, run: () => text('no') },
    { name: 'slow', run: () => new Promise(() => undefined) },
  ],
  resources: {
    'ui://page': [
      { uri: 'ui://page', mimeType: 'text/html', text: '<p>hi</p>', _meta: { csp: 1 } },
    ],
    'ui://blob': [{ uri: 'ui://blob', blob: 'aGk=' }],
  },
};

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ s: script });
});
afterAll(() => stage.close());

const call = (tool_name: string, rest: object = {}) =>
  stage.call('POST', '/v1/mcp-apps/tools/call', { server_name: 's', tool_name, ...rest });

const resource = (resource_uri: string, server_name = 's') =>
  stage.call('POST', '/v1/mcp-apps/resources', { server_name, resource_uri });

it('answers content and structured content', async () => {
  expect(await call('good', { arguments: { a: 1 } })).toMatchObject({
    status: 200,
    body: {
      content: [{ type: 'text', text: 'a is 1' }],
      structured_content: { a: 1 },
      is_error: false,
    },
  });
  expect((await call('plain')).body).toMatchObject({ structured_content: null });
});

it('keeps the whole of an error', async () => {
  const { status, body } = await call('bad');
  const content = [{ type: 'text', text: `${'long '.repeat(100)}reason` }];
  expect([status, body]).toEqual([
    200,
    { content, structured_content: { code: 7 }, is_error: true },
  ]);
});

it('leaves out blocks that are no text, image or audio', async () => {
  expect((await call('mixed')).body).toMatchObject({
    content: [{ type: 'image', data: 'aGk=', mimeType: 'image/png' }],
  });
});

it.each([
  ['an unknown server', { server_name: 'x' }, 404, "MCP server 'x' not found"],
  ['a broken output schema', { tool_name: 'liar' }, 500, 'Failed to call tool'],
])('%s', async (_title, rest, status, detail) => {
  expect(await call('good', rest)).toMatchObject({ status, body: { detail } });
});

it.each([
  ['an extra key', { colour: 'red' }],
  ['arguments that are no object', { arguments: [] }],
])('refuses %s', async (_title, rest) => {
  expect((await call('good', rest)).status).toBe(422);
});

it('needs a token', async () => {
  expect((await stage.call('POST', '/v1/mcp-apps/tools/call', {}, null)).status).toBe(401);
});

it('has no server to call when none is configured', async () => {
  stage.lightspeed.behave({ noServers: true });
  const answer = await call('good');
  stage.lightspeed.behave({});
  expect(answer).toMatchObject({ status: 404, body: { detail: 'No MCP servers configured' } });
});

it("gives up after the server's timeout", async () => {
  const url = stage.servers.s?.url ?? '';
  const short = await startStage({}, { mcpServers: [{ name: 's', url, timeoutSeconds: 0.2 }] });
  const body = { server_name: 's', tool_name: 'slow' };
  const answer = await short.call('POST', '/v1/mcp-apps/tools/call', body);
  await short.close();
  expect(answer).toMatchObject({ status: 500, body: { detail: 'Failed to call tool' } });
});

it.each([
  [
    'ui://page',
    { mime_type: 'text/html', content: '<p>hi</p>', content_type: 'text', meta: { csp: 1 } },
  ],
  ['ui://blob', { mime_type: 'text/html', content: 'aGk=', content_type: 'blob', meta: null }],
])('reads %s', async (uri, expected) => {
  expect(await resource(uri)).toMatchObject({ status: 200, body: { uri, ...expected } });
});

it.each([
  ['https://page', 's', 400],
  ['ui://', 's', 400],
  ['ui://nothing', 's', 404],
  ['ui://page', 'x', 404],
])('refuses %s of %s with %i', async (uri, server, status) => {
  expect((await resource(uri, server)).status).toBe(status);
});
