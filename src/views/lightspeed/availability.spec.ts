/** @jest-environment ./src/answers/testing/environment.mjs */
import { json, startEdge, type Edge } from '../../answers/testing/edge';
import { createAvailability } from './availability';

let edge: Edge;
afterEach(() => edge.close());

const make = async (authorized: number, ready: number) => {
  const answer = { authorized, ready };
  edge = await startEdge(({ path }, response) => {
    const status = path.endsWith('/authorized') ? answer.authorized : answer.ready;
    json(response, status, { detail: 'x' });
  });
  const clock = { now: 0 };
  return { answer, clock, check: createAvailability(() => clock.now) };
};

const MINUTE = 60_000;

describe('createAvailability', () => {
  it.each([
    [200, 200, undefined],
    [401, 200, 'signed_out'],
    [403, 200, 'no_access'],
    [404, 200, 'not_installed'],
    [502, 200, 'unreachable'],
    [200, 503, 'not_ready'],
  ])('with /authorized %s and /readiness %s finds %s', async (authorized, ready, kind) => {
    const { check } = await make(authorized, ready);
    expect((await check())?.kind).toBe(kind);
  });

  it('asks once, however many want to know', async () => {
    const { check } = await make(200, 200);
    await Promise.all([check(), check(), check()]);
    await check();
    expect(edge.requests.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)).toEqual([
      'POST authorized',
      'GET readiness',
    ]);
  });

  it.each([
    ['a yes for ten minutes', 200, 200, 10 * MINUTE],
    ['not ready for half a minute', 200, 503, MINUTE / 2],
  ])('believes %s', async (_name, authorized, ready, time) => {
    const { check, clock } = await make(authorized, ready);
    await check();
    const before = edge.requests.length;
    clock.now = time - 1;
    await check();
    expect(edge.requests).toHaveLength(before);
    clock.now = time;
    await check();
    expect(edge.requests).toHaveLength(2 * before);
  });

  it('believes a missing right for good', async () => {
    const { check, clock } = await make(403, 200);
    await check();
    clock.now = 1_000 * MINUTE;
    expect((await check())?.kind).toBe('no_access');
    expect(edge.requests).toHaveLength(1);
  });
});
