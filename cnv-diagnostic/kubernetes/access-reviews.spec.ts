import { flagAt, RESOURCES, textAt } from '@cnv-ai/engine/kubernetes';
import { status, startApi, type Scripted } from '../testing/api-server';
import { until } from '../testing/poll';
import { cleanup } from '../testing/serving';
import { accessReviews, type ReviewResult } from './access-reviews';
import { apiServer } from './api-server';
import { startBudget } from './budget';

const { virtualMachines, virtualMachineInstances } = RESOURCES;

const done = cleanup();
afterEach(done.run);

type Asked = { token: string; resource: string; namespace: string };

const answerOf = (allowed: boolean): Scripted => ({
  status: 201,
  body: { kind: 'SelfSubjectAccessReview', status: { allowed } },
});

/** Reviews before an API server that decides by what it is asked. */
const reviewing = async (decide: (asked: Asked) => Scripted | boolean) => {
  const asked: Asked[] = [];
  const api = await startApi(({ headers, body }) => {
    const attributes = ['spec', 'resourceAttributes'] as const;
    const parsed: unknown = JSON.parse(body);
    expect(textAt(parsed, ...attributes, 'verb')).toBe('list');
    const question = {
      token: (headers.authorization ?? '').replace('Bearer ', ''),
      resource: textAt(parsed, ...attributes, 'resource') ?? '',
      namespace: textAt(parsed, ...attributes, 'namespace') ?? '*',
    };
    asked.push(question);
    const decided = decide(question);
    return typeof decided === 'boolean' ? answerOf(decided) : decided;
  });
  done.add(api.close);
  const server = apiServer({ server: api.url });
  done.add(server.close);
  const time = { now: 0 };
  const counted: ReviewResult[] = [];
  const reviews = accessReviews({
    api: server,
    clock: () => time.now,
    count: (result) => void counted.push(result),
  });
  const as = (token: string, milliseconds = 4000) => {
    const budget = startBudget(milliseconds);
    done.add(budget.end);
    return reviews.of({ token, budget });
  };
  return { as, asked, time, counted, api };
};

const places = (asked: readonly Asked[]) => asked.map(({ namespace }) => namespace);

describe('who may list', () => {
  it('everything is asked about nothing else', async () => {
    const { as, asked } = await reviewing(() => true);
    const access = as('alice');
    expect(await access.mayList(virtualMachines, 'shop')).toEqual({ state: 'ok', value: true });
    expect(await access.mayList(virtualMachines)).toEqual({ state: 'ok', value: true });
    expect([places(asked), access.sent()]).toEqual([['*'], 1]);
  });

  it('one namespace may list no other', async () => {
    const { as } = await reviewing(({ namespace }) => namespace === 'shop');
    const access = as('alice');
    expect(await access.mayList(virtualMachines, 'shop')).toMatchObject({ state: 'ok' });
    expect(await access.mayList(virtualMachines, 'bank')).toEqual({
      state: 'unread',
      reason: 'forbidden',
      message: 'You are not allowed to read virtualmachines in namespace bank.',
    });
    expect(await access.mayList(virtualMachines)).toMatchObject({ reason: 'forbidden' });
  });

  it('machines need not be one who may list their instances', async () => {
    const { as } = await reviewing(({ resource }) => resource === 'virtualmachines');
    const access = as('alice');
    expect(await access.mayList(virtualMachines)).toMatchObject({ state: 'ok' });
    expect(await access.mayList(virtualMachineInstances)).toMatchObject({ reason: 'forbidden' });
  });

  it('is asked with the token of the caller, and the answer is no one else’s', async () => {
    const { as, asked } = await reviewing(({ token }) => token === 'alice');
    expect(await as('alice').mayList(virtualMachines)).toMatchObject({ state: 'ok' });
    expect(await as('bob').mayList(virtualMachines)).toMatchObject({ reason: 'forbidden' });
    expect(asked.map(({ token }) => token)).toEqual(['alice', 'bob']);
  });
});

describe('an answer', () => {
  it('is remembered for 30 s, counted from the question', async () => {
    const rights = { alice: true };
    const { as, asked, time, counted } = await reviewing(() => rights.alice);
    await as('alice').mayList(virtualMachines);
    rights.alice = false;
    time.now = 29_999;
    expect(await as('alice').mayList(virtualMachines)).toMatchObject({ state: 'ok' });
    time.now = 30_000;
    expect(await as('alice').mayList(virtualMachines)).toMatchObject({ reason: 'forbidden' });
    expect([asked.length, counted]).toEqual([2, ['allowed', 'hit', 'denied']]);
  });

  it.each<[string, Scripted]>([
    ['an error', status(500, 'InternalError')],
    ['a refusal', status(403, 'Forbidden')],
    ['an unknown path', status(404, 'NotFound')],
    ['a page', { status: 201, body: '<html>' }],
    ['a review without a decision', { status: 201, body: { status: {} } }],
    ['a decision that is a text', { status: 201, body: { status: { allowed: 'true' } } }],
    ['a redirect', { status: 302, headers: { location: '/' } }],
    ['half an answer', { ...answerOf(true), cut: true }],
  ])('that is %s allows nothing and is not remembered', async (_, scripted) => {
    let broken = true;
    const { as, counted } = await reviewing(() => (broken ? scripted : true));
    const first = await as('alice').mayList(virtualMachines);
    expect(first).toMatchObject({ state: 'unread' });
    expect(flagAt(first, 'value')).toBeUndefined();
    broken = false;
    expect(await as('alice').mayList(virtualMachines)).toMatchObject({ state: 'ok' });
    expect(counted).toEqual(['failed', 'allowed']);
  });

  it('that never comes is no right, and holds the call no longer than its time', async () => {
    const { as } = await reviewing(() => ({ hang: true }));
    const fact = await as('alice', 100).mayList(virtualMachines, 'shop');
    expect(fact).toMatchObject({ state: 'unread', reason: 'deadline' });
  });

  it('serves the calls that come at once', async () => {
    const { as, asked } = await reviewing(() => ({ ...answerOf(true), delay: 30 }));
    const facts = await Promise.all(
      Array.from({ length: 20 }, () => as('alice').mayList(virtualMachines)),
    );
    expect(facts.every(({ state }) => state === 'ok')).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it('outlives the caller who asked first', async () => {
    const { as } = await reviewing(() => ({ ...answerOf(true), delay: 80 }));
    const impatient = as('alice', 20).mayList(virtualMachines);
    const patient = as('alice').mayList(virtualMachines);
    expect(await impatient).toMatchObject({ reason: 'deadline' });
    expect(await patient).toMatchObject({ state: 'ok' });
  });
});

it('no more than 16 questions of a call are open at a time', async () => {
  const { as, asked, api } = await reviewing(({ namespace }) =>
    namespace === '*' ? false : { hang: true },
  );
  const access = as('alice', 400);
  const facts = Promise.all(
    Array.from({ length: 40 }, (_, index) => access.mayList(virtualMachines, `project-${index}`)),
  );
  await until(() => asked.length >= 17);
  expect((await facts).every(({ state }) => state === 'unread')).toBe(true);
  expect([places(asked).filter((place) => place !== '*').length, api.seen.length]).toEqual([
    16, 17,
  ]);
});
