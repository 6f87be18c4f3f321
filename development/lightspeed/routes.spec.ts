import { startLightspeed } from '.';
import { startStage, type Stage } from './testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());
afterEach(() => stage.lightspeed.behave({}));

it.each([
  ['GET', '/liveness', 200, { alive: true }],
  ['GET', '/readiness', 200, { ready: true, reason: 'service is ready' }],
  ['GET', '/v1/feedback/status', 200, { functionality: 'feedback', status: { enabled: true } }],
  ['POST', '/readiness', 405, { detail: 'Method Not Allowed' }],
  ['GET', '/v1/query', 405, { detail: 'Method Not Allowed' }],
  ['GET', '/v1/nothing', 404, { detail: 'Not Found' }],
  ['GET', '/v1/conversations', 401, { detail: 'Unauthorized: No auth header found' }],
  ['POST', '/authorized', 401, { detail: 'Unauthorized: No auth header found' }],
])('%s %s without a token answers %i', async (method, path, status, body) => {
  expect(await stage.call(method, path, undefined, null)).toMatchObject({ status, body });
});

it.each([
  [
    'POST',
    '/authorized',
    { user_id: 'uid-of-alice', username: 'alice', skip_user_id_check: false },
  ],
  ['GET', '/v1/mcp/client-auth-headers', { servers: [] }],
  ['GET', '/v1/conversations', { conversations: [] }],
])('%s %s answers its user', async (method, path, body) => {
  const sent = method === 'POST' ? {} : undefined;
  expect(await stage.call(method, path, sent)).toMatchObject({ status: 200, body });
});

it('refuses a token the cluster does not know', async () => {
  const body = { detail: 'Forbidden: Invalid or expired token' };
  expect(await stage.call('POST', '/authorized', {}, 'mallory')).toMatchObject({
    status: 403,
    body,
  });
});

it('looks at the caller before the fields of the body, but not before its JSON', async () => {
  expect((await stage.call('POST', '/v1/query', {}, null)).status).toBe(401);
  expect((await stage.call('POST', '/v1/query', '{', null)).status).toBe(422);
});

it.each([
  [
    { notReady: true },
    'GET',
    '/readiness',
    503,
    { detail: { response: 'Service is not ready', cause: 'LLM is not ready' } },
  ],
  [
    { noAccess: true },
    'POST',
    '/authorized',
    403,
    { detail: 'Forbidden: User does not have access' },
  ],
  [
    { quotaExceeded: true },
    'POST',
    '/v1/query',
    500,
    { detail: { response: 'The quota has been exceeded', cause: 'Quota limit reached' } },
  ],
])('behaves: %j', async (behaviour, method, path, status, body) => {
  const sent = method === 'POST' ? { query: 'q' } : undefined;
  stage.lightspeed.behave(behaviour);
  expect(await stage.call(method, path, sent)).toMatchObject({ status, body });
  stage.lightspeed.behave({});
  expect((await stage.call(method, path, sent)).status).toBe(200);
});

it('behaves as a service that knows no mode', async () => {
  stage.lightspeed.behave({ rejectMode: true });
  const answer = await stage.call('POST', '/v1/query', { query: 'q', mode: 'ask' });
  const issue = { type: 'extra_forbidden', loc: ['body', 'mode'], input: 'ask' };
  expect(answer).toMatchObject({ status: 422, body: { detail: [issue] } });
  expect((await stage.call('POST', '/v1/query', { query: 'q' })).status).toBe(200);
});

it('behaves as if nobody were there', async () => {
  stage.lightspeed.behave({ unreachable: true });
  await expect(stage.call('GET', '/liveness')).rejects.toThrow('fetch failed');
});

it('is not ready from the start when told so', async () => {
  const slow = await startStage({}, { ready: false });
  expect((await slow.call('GET', '/readiness')).status).toBe(503);
  slow.lightspeed.behave({});
  expect((await slow.call('GET', '/readiness')).status).toBe(200);
  await slow.close();
});

it('says when its port is taken', async () => {
  const options = { clusterUrl: stage.lightspeed.url, mcpServers: [], port: stage.lightspeed.port };
  await expect(startLightspeed(options)).rejects.toThrow('EADDRINUSE');
});

it('spends the quota and then refuses with HTTP 500', async () => {
  const poor = await startStage({}, { quota: 5 });
  const first = await poor.call('POST', '/v1/query', { query: 'q' });
  expect(first).toMatchObject({
    status: 200,
    body: { available_quotas: { UserQuotaLimiter: expect.any(Number) } },
  });
  expect((await poor.call('POST', '/v1/query', { query: 'q' })).status).toBe(500);
  expect((await poor.call('POST', '/v1/query', { query: 'q' }, 'bob')).status).toBe(200);
  await poor.close();
});
