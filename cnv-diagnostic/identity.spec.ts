import { bearerOf, identities } from './identity';
import { apiServer, ownAccess } from './kubernetes/api-server';
import {
  bearer,
  review,
  startApi,
  status,
  unknownPath,
  users,
  type Script,
  type Scripted,
} from './testing/api-server';
import { cleanup } from './testing/serving';

const done = cleanup();
afterEach(done.run);

const identitiesOn = async (
  scripts: Script[],
  { clock, ownToken }: { clock?: () => number; ownToken?: string } = {},
) => {
  const api = await startApi(...scripts);
  const cluster = { server: api.url };
  const server = apiServer(cluster);
  const identity = {
    name: 'sidecar',
    resolve: () =>
      ownToken === undefined
        ? Promise.reject(new Error('no token file'))
        : Promise.resolve({ token: ownToken }),
  };
  const own = ownAccess({ cluster, identity });
  done.add(api.close);
  done.add(server.close);
  done.add(own.close);
  return { api, ...identities({ api: server, own, ...(clock === undefined ? {} : { clock }) }) };
};

describe('a bearer token', () => {
  it.each<[string, string[] | undefined, string | undefined]>([
    ['no header', undefined, undefined],
    ['an empty one', [''], undefined],
    ['another scheme', ['Basic dTpw'], undefined],
    ['no token', ['Bearer '], undefined],
    ['two tokens', ['Bearer a b'], undefined],
    ['two headers', ['Bearer a', 'Bearer b'], undefined],
    ['a control character', ['Bearer a\tb'], undefined],
    ['a token', ['Bearer sha256~ab-c_d.e'], 'sha256~ab-c_d.e'],
    ['a scheme in lower case', ['bearer abc='], 'abc='],
  ])('of %s', (_, headers, expected) => {
    expect(bearerOf(headers)).toBe(expected);
  });
});

describe('a caller', () => {
  it('is who the API server says the token is, asked with that token', async () => {
    const { api, verify } = await identitiesOn([users({ 'alice-token': 'alice' })]);
    expect(await verify('alice-token')).toEqual({
      kind: 'caller',
      caller: { token: 'alice-token', user: 'alice' },
    });
    expect(
      api.seen.map(({ method, path, headers }) => [method, path, headers.authorization]),
    ).toEqual([
      ['POST', '/apis/authentication.k8s.io/v1/selfsubjectreviews', 'Bearer alice-token'],
    ]);
  });

  it('is asked about once for calls at once and within 60 s, and again after', async () => {
    let now = 0;
    const { api, verify } = await identitiesOn([users({ t: 'alice' })], { clock: () => now });
    await Promise.all([verify('t'), verify('t')]);
    now = 59_999;
    await verify('t');
    expect(api.seen).toHaveLength(1);
    now = 60_000;
    await verify('t');
    expect(api.seen).toHaveLength(2);
  });

  it('is asked about again after the API server refused the token', async () => {
    const { api, verify, forget } = await identitiesOn([users({ t: 'alice' })]);
    await verify('t');
    forget('t');
    await verify('t');
    expect(api.seen).toHaveLength(2);
  });

  it('is refused afresh each time', async () => {
    const { api, verify } = await identitiesOn([users({})]);
    expect(await verify('stolen')).toMatchObject({ kind: 'refused' });
    expect(await verify('stolen')).toMatchObject({ kind: 'refused' });
    expect(api.seen).toHaveLength(2);
  });

  it.each<[string, Scripted, string]>([
    ['nobody', review('system:anonymous'), 'refused'],
    ['an error', status(500, 'InternalError'), 'unavailable'],
    ['a login page', { body: '<html>' }, 'unavailable'],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'unavailable'],
    ['a cut connection', { cut: true }, 'unavailable'],
  ])('with %s for an answer', async (_, scripted, kind) => {
    const { verify } = await identitiesOn([() => scripted]);
    expect(await verify('t')).toMatchObject({ kind });
  });

  it('among many made-up tokens is asked about in turn, 16 at a time', async () => {
    let running = 0;
    let most = 0;
    const counting: Script = () => {
      running += 1;
      most = Math.max(most, running);
      setTimeout(() => (running -= 1), 15);
      return undefined;
    };
    const slow: Script = () => ({ ...status(401, 'Unauthorized'), delay: 20 });
    const { api, verify } = await identitiesOn([counting, slow]);
    const tokens = Array.from({ length: 60 }, (_, index) => `made-up-${index}`);
    const verdicts = await Promise.all(tokens.map(verify));
    expect(new Set(verdicts.map(({ kind }) => kind))).toEqual(new Set(['refused']));
    expect(api.seen).toHaveLength(60);
    expect(most).toBeLessThanOrEqual(16);
  });

  it('is kept for 60 s from the question on, however long the answer took', async () => {
    let now = 0;
    const slow: Script = () => {
      now += 3_000;
      return undefined;
    };
    const { api, verify } = await identitiesOn([slow, users({ t: 'alice' })], { clock: () => now });
    await verify('t');
    now = 60_000;
    await verify('t');
    expect(api.seen).toHaveLength(2);
  });
});

describe('where no SelfSubjectReview can be made', () => {
  const TOKEN_REVIEWS = '/apis/authentication.k8s.io/v1/tokenreviews';
  const version =
    (code: number, body: object): Script =>
    ({ path }) =>
      path === '/version' ? { status: code, body } : undefined;
  const tokenReview =
    (answer: Scripted): Script =>
    ({ path }) =>
      path === TOKEN_REVIEWS ? answer : undefined;
  const gone: Script = () => unknownPath;

  it.each<[string, object, object]>([
    [
      'accepts',
      { authenticated: true, user: { username: 'alice' } },
      { kind: 'caller', caller: { token: 'theirs', user: 'alice' } },
    ],
    ['does not know', { user: {}, error: '[invalid bearer token]' }, { kind: 'refused' }],
    [
      'calls nobody',
      { authenticated: true, user: { username: 'system:anonymous' } },
      { kind: 'refused' },
    ],
    ['says nothing of', {}, { kind: 'unavailable' }],
  ])('a token that a TokenReview %s, made with our identity', async (_, answer, expected) => {
    const { api, verify } = await identitiesOn(
      [tokenReview({ status: 201, body: { kind: 'TokenReview', status: answer } }), gone],
      { ownToken: 'ours' },
    );
    expect(await verify('theirs')).toMatchObject(expected);
    const asked = api.seen.filter(({ path }) => path === TOKEN_REVIEWS);
    expect(asked.map(bearer)).toEqual(['ours']);
    expect(asked.map(({ body }): unknown => JSON.parse(body))).toMatchObject([
      { kind: 'TokenReview', spec: { token: 'theirs' } },
    ]);
    expect(api.seen.filter((request) => bearer(request) === 'ours')).toHaveLength(1);
  });

  it.each<[string, number, object, string]>([
    ['accepted', 200, { gitVersion: 'v1.20.0' }, 'caller'],
    ['accepted though it may not look', 403, { kind: 'Status' }, 'caller'],
    ['refused', 401, {}, 'refused'],
    ['not told', 500, {}, 'unavailable'],
    ['not told by a page that answers everything', 200, {}, 'unavailable'],
    ['not told by a stranger who forbids', 403, {}, 'unavailable'],
  ])('nor a TokenReview, it is %s by the first read', async (_, code, body, kind) => {
    for (const options of [{}, { ownToken: 'ours' }]) {
      const { api, verify } = await identitiesOn(
        [tokenReview(status(403, 'Forbidden')), version(code, body), gone],
        options,
      );
      expect(await verify('theirs')).toMatchObject({ kind });
      const reads = api.seen.filter(({ path }) => path === '/version');
      expect(new Set(reads.map(bearer))).toEqual(new Set(['theirs']));
    }
  });
});
