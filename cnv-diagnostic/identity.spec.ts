import { bearerOf, identities } from './identity';
import { apiServer } from './kubernetes/api-server';
import {
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

const identitiesOn = async (scripts: Script[], clock?: () => number) => {
  const api = await startApi(...scripts);
  const server = apiServer({ server: api.url });
  done.add(api.close);
  done.add(server.close);
  return { api, ...identities(server, clock) };
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
    const { api, verify } = await identitiesOn([users({ t: 'alice' })], () => now);
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

  it.each<[string, number, string]>([
    ['accepted', 200, 'caller'],
    ['accepted though it may not look', 403, 'caller'],
    ['refused', 401, 'refused'],
    ['not told', 500, 'unavailable'],
  ])('where there is no SelfSubjectReview is %s by the first read', async (_, code, kind) => {
    const { verify } = await identitiesOn([
      ({ path }) => (path === '/version' ? { status: code } : unknownPath),
    ]);
    expect(await verify('t')).toMatchObject({ kind });
  });
});
