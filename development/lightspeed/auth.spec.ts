import { startLightspeed } from '.';
import { listen } from './testing/listen';

/** Who the caller is, according to a cluster that answers these reviews. */
const whoIs = async (reviews: Readonly<Record<string, [number, unknown]>>, header = 'Bearer t') => {
  const cluster = await listen((request, response) => {
    const [status, body] = reviews[request.url?.split('/').pop() ?? ''] ?? [404, {}];
    response.writeHead(status).end(JSON.stringify(body));
  });
  const lightspeed = await startLightspeed({ clusterUrl: `${cluster.url}/`, mcpServers: [] });
  const init = { method: 'POST', headers: { authorization: header } };
  const response = await fetch(`${lightspeed.url}/authorized`, init);
  const body: unknown = await response.json();
  await Promise.all([cluster.close(), lightspeed.close()]);
  return { status: response.status, body };
};

const self = (user: object): [number, unknown] => [201, { status: { userInfo: user } }];
const forbidden = { status: 403, body: { detail: 'Forbidden: Invalid or expired token' } };

it('takes the uid of the cluster, or makes one of the name that stays the same', async () => {
  const named = await whoIs({ selfsubjectreviews: self({ username: 'alice', uid: 'u1' }) });
  expect(named.body).toMatchObject({ user_id: 'u1', username: 'alice' });
  const anonymous = await whoIs({ selfsubjectreviews: self({ username: 'alice' }) });
  expect(anonymous.body).toMatchObject({ user_id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(await whoIs({ selfsubjectreviews: self({ username: 'alice' }) })).toEqual(anonymous);
});

it.each([
  [
    'authenticates',
    [201, { status: { authenticated: true, user: { username: 'bob', uid: 'u2' } } }],
    200,
  ],
  ['does not', [201, { status: { authenticated: false } }], 403],
  ['is forbidden', [403, {}], 403],
] as const)(
  'asks for a TokenReview where there is no SelfSubjectReview: it %s',
  async (_title, review, status) => {
    expect((await whoIs({ tokenreviews: [...review] })).status).toBe(status);
  },
);

it('refuses a token the cluster refuses, and an anonymous one', async () => {
  expect(await whoIs({ selfsubjectreviews: [401, {}] })).toEqual(forbidden);
  expect(await whoIs({ selfsubjectreviews: self({ username: 'system:anonymous' }) })).toEqual(
    forbidden,
  );
});

it('wants a bearer token', async () => {
  const detail = 'Unauthorized: Bearer token not found or invalid';
  expect(await whoIs({}, 'Basic eDp5')).toEqual({ status: 401, body: { detail } });
});

it('says that the cluster could not be asked', async () => {
  const lightspeed = await startLightspeed({ clusterUrl: 'http://127.0.0.1:9', mcpServers: [] });
  const init = { method: 'POST', headers: { authorization: 'Bearer t' } };
  const response = await fetch(`${lightspeed.url}/authorized`, init);
  await lightspeed.close();
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({
    detail: { response: 'Forbidden: Unable to Review Token' },
  });
});
