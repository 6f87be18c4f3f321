import { connectClient } from './mcp/testing-client';
import { objects, users, type Script } from './testing/api-server';
import { until } from './testing/poll';
import { cleanup, post, rpc, serveBefore, toolCall, type Serving } from './testing/serving';
import { brokenMachine } from './testing/vms';

const done = cleanup();
afterAll(done.run);

const TOKEN = 'token-of-alice';
const BROKEN = Array.from({ length: 30 }, (_, index) => brokenMachine('shop', `vm-${index}`));

let serving: Serving;
beforeAll(async () => {
  serving = await serveBefore(done, [users({ [TOKEN]: 'alice' }), objects(BROKEN)]);
});

const ASKING = rpc('tools/call', {
  name: 'diagnose_vm_fleet',
  arguments: {},
  _meta: { progressToken: 'how-far' },
});

it('a client that asks hears how far a fleet is, and gets the same answer', async () => {
  const client = await connectClient(done, serving.server, TOKEN);
  const heard: { progress: number; total?: number }[] = [];
  const call = { name: 'diagnose_vm_fleet', arguments: {} };
  const followed = await client.callTool(call, undefined, {
    onprogress: (progress) => void heard.push(progress),
  });
  expect(heard.length).toBeGreaterThan(1);
  expect(heard.map(({ total }) => total)).toEqual(heard.map(() => BROKEN.length));
  const steps = heard.map(({ progress }) => progress);
  expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
  expect(steps.at(-1)).toBe(BROKEN.length);
  expect(followed).toEqual(await client.callTool(call));
  expect(followed.structuredContent).toMatchObject({ total: BROKEN.length });
});

it.each([
  ['asks for no progress', toolCall('diagnose_vm_fleet', {}), {}],
  ['reads no streams', ASKING, { accept: 'application/json' }],
])('a client that %s gets JSON', async (_, body, headers) => {
  const answer = await post(serving.server, body, { token: TOKEN, headers });
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(await answer.json()).toMatchObject({ result: { structuredContent: { outcome: 'ok' } } });
});

it('a refused call is 429 in a stream too', async () => {
  const { server } = await serveBefore(done, [users({ [TOKEN]: 'alice' }), objects(BROKEN)], {
    limits: { perMinute: 1 },
  });
  const first = await post(server, ASKING, { token: TOKEN });
  expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  await first.text();
  const second = await post(server, ASKING, { token: TOKEN });
  expect(second.status).toBe(429);
  expect(Number(second.headers.get('retry-after'))).toBeGreaterThan(0);
});

it('a client that leaves in the middle ends the reads behind its call', async () => {
  const isLast = (path: string): boolean => path.includes('/namespaces/yard/');
  const silent: Script = ({ path }) => (isLast(path) ? { hang: true } : undefined);
  const { api, server } = await serveBefore(done, [
    users({ [TOKEN]: 'alice' }),
    silent,
    objects([...BROKEN, brokenMachine('yard', 'vm')]),
  ]);
  const client = new AbortController();
  const answer = await post(server, ASKING, { token: TOKEN, signal: client.signal });
  await answer.body?.getReader().read();
  const held = () => api.seen.filter(({ path }) => isLast(path));
  await until(() => held().length > 0);
  client.abort();
  await until(() => held().every(({ aborted }) => aborted), 2_000);
  expect((await post(server, rpc('tools/list'), { token: TOKEN })).status).toBe(200);
});
