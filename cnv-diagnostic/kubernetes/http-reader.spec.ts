import { nameOf, RESOURCES } from '@cnv-ai/engine/kubernetes';
import {
  notFound,
  objects,
  startApi,
  status,
  unknownPath,
  type Script,
  type Scripted,
  type TestApi,
} from '../testing/api-server';
import { virtualMachine } from '../testing/vms';
import { apiServer } from './api-server';
import { startBudget } from './budget';

const { virtualMachines, secrets, pods } = RESOURCES;

let api: TestApi;
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const readerOn = async (
  scripts: Script[],
  { milliseconds = 4000, signal = new AbortController().signal } = {},
) => {
  api = await startApi(...scripts);
  const budget = startBudget(milliseconds, signal);
  const server = apiServer({ server: api.url });
  closers.push(server.close, api.close, budget.end);
  return server.reader('user-token', budget);
};

const always = (scripted: Scripted): Script[] => [() => scripted];
const vms = Array.from({ length: 10_000 }, (_, index) => virtualMachine('shop', `vm-${index}`));

describe('one object', () => {
  it('is read with the token, without managed fields and what was last applied', async () => {
    const { reader, reads } = await readerOn([objects([virtualMachine('shop', 'web')])]);
    const fact = await reader.get(virtualMachines, 'shop', 'web');
    expect(fact).toMatchObject({
      state: 'ok',
      value: { kind: 'VirtualMachine', metadata: { name: 'web', annotations: { note: 'kept' } } },
    });
    expect(JSON.stringify(fact)).not.toMatch(/managedFields|canary/);
    expect(api.seen[0]?.headers.authorization).toBe('Bearer user-token');
    expect(reads()).toBe(1);
  });

  it('of a metadata-only kind is asked for as metadata, and no data is kept if data comes', async () => {
    const { reader } = await readerOn(
      always({ body: { kind: 'Secret', metadata: { name: 'key' }, data: { k: 'Y2FuYXJ5' } } }),
    );
    expect(await reader.get(secrets, 'shop', 'key')).toEqual({
      state: 'ok',
      value: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'key' } },
    });
    expect(api.seen[0]?.headers.accept).toBe(
      'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
    );
  });

  it('that does not exist is absent only when the API server names it', async () => {
    const { reader } = await readerOn(always(notFound('web')));
    expect(await reader.get(virtualMachines, 'shop', 'web')).toEqual({ state: 'absent' });
  });

  it.each<[string, Scripted]>([
    ['a path nobody serves', unknownPath],
    ['a kind the group does not have', status(404, 'NotFound', {})],
  ])('is not_installed for %s', async (_, scripted) => {
    const { reader } = await readerOn(always(scripted));
    expect(await reader.get(virtualMachines, 'shop', 'web')).toMatchObject({
      reason: 'not_installed',
    });
    expect(await reader.list(virtualMachines, {}, nameOf)).toMatchObject({
      reason: 'not_installed',
    });
  });
});

describe('a list without items', () => {
  const empty = { kind: 'SecretList', metadata: {}, items: null };
  it('is null in the answer of a real API server, and no list when nothing says so', async () => {
    const { reader } = await readerOn(always({ body: empty }));
    expect(await reader.list(secrets, {}, nameOf)).toEqual({ state: 'ok', value: [] });
    const { reader: other } = await readerOn(always({ body: { ...empty, kind: 'Secret' } }));
    expect(await other.list(secrets, {}, nameOf)).toMatchObject({ reason: 'unavailable' });
  });
});

describe('what is no answer', () => {
  const html = { body: '<html>Log in</html>', headers: { 'content-type': 'text/html' } };
  it.each<[string, Scripted, string]>([
    ['403', status(403, 'Forbidden'), 'forbidden'],
    ['401', status(401, 'Unauthorized'), 'unavailable'],
    ['500 three times', status(500, 'InternalError'), 'unavailable'],
    ['a login page', html, 'unavailable'],
    ['a login page with 404', { ...html, status: 404 }, 'unavailable'],
    ['JSON cut short', { body: '{"kind":"Vir' }, 'unavailable'],
    ['JSON that is no object', { body: '[]' }, 'unavailable'],
    ['a connection cut in the body', { body: '{"kind":"Vir', cut: true }, 'unavailable'],
  ])('%s makes the fact unread, never absent', async (_, scripted, reason) => {
    const { reader } = await readerOn(always(scripted));
    const one = await reader.get(virtualMachines, 'shop', 'web');
    const list = await reader.list(virtualMachines, {}, nameOf);
    expect([one, list]).toMatchObject([
      { state: 'unread', reason },
      { state: 'unread', reason },
    ]);
    // Words that make Lightspeed's client ask again although it would not help.
    expect(JSON.stringify([one, list])).not.toMatch(
      /timeout|temporar|429|rate limit|too many|reset/i,
    );
  });

  it('a redirect is not followed and its target never asked', async () => {
    const other = await startApi(...always({ body: {} }));
    closers.push(other.close);
    const { reader } = await readerOn(
      always({ status: 302, headers: { location: `${other.url}/steal` } }),
    );
    expect(await reader.get(virtualMachines, 'shop', 'web')).toMatchObject({
      reason: 'unavailable',
    });
    expect(other.seen).toEqual([]);
  });

  it('a proxy of the environment gets nothing', async () => {
    const proxy = await startApi(...always({ body: {} }));
    closers.push(proxy.close);
    const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'];
    for (const name of names) process.env[name] = proxy.url;
    closers.push(() => names.forEach((name) => Reflect.deleteProperty(process.env, name)));
    const { reader } = await readerOn([objects([virtualMachine('shop', 'web')])]);
    expect(await reader.get(virtualMachines, 'shop', 'web')).toMatchObject({ state: 'ok' });
    expect([api.seen.length, proxy.seen.length]).toEqual([1, 0]);
  });

  it('silence ends at the deadline', async () => {
    const { reader } = await readerOn(always({ hang: true }), { milliseconds: 50 });
    expect(await reader.get(virtualMachines, 'shop', 'web')).toMatchObject({ reason: 'deadline' });
    expect(await reader.list(pods, {}, nameOf)).toMatchObject({ reason: 'deadline' });
    expect(api.seen).toHaveLength(1);
  });

  it('a caller who goes away ends the read at the API server', async () => {
    const caller = new AbortController();
    const { reader } = await readerOn(
      [
        () => {
          setTimeout(() => caller.abort(), 10);
          return { hang: true };
        },
      ],
      { signal: caller.signal },
    );
    expect(await reader.get(virtualMachines, 'shop', 'web')).toMatchObject({
      reason: 'unavailable',
    });
  });
});

describe('a busy API server', () => {
  const busyTimes = (times: number, headers: Record<string, string>): Script => {
    let left = times;
    return () => (left-- > 0 ? { ...status(429, 'TooManyRequests'), headers } : undefined);
  };

  it('is asked again when it says so', async () => {
    const { reader, reads } = await readerOn([
      busyTimes(2, { 'retry-after': '0' }),
      objects([virtualMachine('shop', 'web')]),
    ]);
    expect(await reader.get(virtualMachines, 'shop', 'web')).toMatchObject({ state: 'ok' });
    expect(reads()).toBe(3);
  });

  it('is asked twice again at most', async () => {
    const { reader, reads } = await readerOn([busyTimes(9, { 'retry-after': '0' })]);
    expect(await reader.get(virtualMachines, 'shop', 'web')).toMatchObject({
      reason: 'unavailable',
    });
    expect(reads()).toBe(3);
  });

  it('is not waited for beyond the deadline', async () => {
    const { reader, reads } = await readerOn([busyTimes(9, { 'retry-after': '60' })]);
    expect(await reader.get(virtualMachines, 'shop', 'web')).toMatchObject({
      reason: 'unavailable',
      message:
        'The API server is too busy to read virtualmachines in namespace shop; ask again in 60 s.',
    });
    expect(reads()).toBe(1);
  });

  it('gets the time it asks for before it is asked again', async () => {
    const times: number[] = [];
    const noted: Script = () => void times.push(Date.now());
    const { reader } = await readerOn([
      noted,
      busyTimes(1, { 'retry-after': '1' }),
      objects([virtualMachine('shop', 'web')]),
    ]);
    expect(await reader.get(virtualMachines, 'shop', 'web')).toMatchObject({ state: 'ok' });
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
  });
});

describe('a list', () => {
  it.each([0, 1, 499, 500, 501, 10_000])('of %i objects is read whole, in pages', async (count) => {
    // How long it takes on a busy machine is no matter here.
    const { reader, reads } = await readerOn([objects(vms.slice(0, count))], {
      milliseconds: 25_000,
    });
    const fact = await reader.list(virtualMachines, { namespace: 'shop' }, nameOf);
    expect(fact).toEqual({ state: 'ok', value: vms.slice(0, count).map(nameOf) });
    expect(reads()).toBe(Math.max(1, Math.ceil(count / 500)));
  });

  it('passes selectors on, and drops what the projection drops', async () => {
    const { reader } = await readerOn([objects(vms.slice(0, 3))]);
    const fact = await reader.list(
      virtualMachines,
      { labelSelector: 'app=a b', fieldSelector: 'metadata.name=x' },
      (object) => (nameOf(object) === 'vm-1' ? undefined : nameOf(object)),
    );
    expect(fact).toEqual({ state: 'ok', value: ['vm-0', 'vm-2'] });
    expect(Object.fromEntries(api.seen[0]?.search ?? [])).toEqual({
      limit: '500',
      labelSelector: 'app=a b',
      fieldSelector: 'metadata.name=x',
    });
  });

  it('gives items of built-in kinds their kind', async () => {
    const { reader } = await readerOn(
      always({ body: { kind: 'PodList', items: [{ metadata: { name: 'p' } }] } }),
    );
    expect(
      await reader.list(pods, { namespace: 'shop' }, ({ kind, apiVersion }) => ({
        kind,
        apiVersion,
      })),
    ).toEqual({
      state: 'ok',
      value: [{ kind: 'Pod', apiVersion: 'v1' }],
    });
  });

  const goneAfter = (pages: number, times: number): Script => {
    let left = times;
    return ({ search }) =>
      Number(search.get('continue') ?? 0) >= pages && left-- > 0
        ? status(410, 'Expired')
        : undefined;
  };

  it('starts over once when its continue token expires, without a double', async () => {
    const { reader } = await readerOn([goneAfter(1000, 1), objects(vms)]);
    expect(await reader.list(virtualMachines, {}, nameOf)).toEqual({
      state: 'ok',
      value: vms.map(nameOf),
    });
  });

  it('is unread when that happens again', async () => {
    const { reader } = await readerOn([goneAfter(1000, 2), objects(vms)]);
    expect(await reader.list(virtualMachines, {}, nameOf)).toMatchObject({ reason: 'unavailable' });
  });

  it('is unread, not shorter, when a later page is refused', async () => {
    const { reader } = await readerOn([
      ({ search }) => (search.has('continue') ? status(403, 'Forbidden') : undefined),
      objects(vms),
    ]);
    expect(await reader.list(virtualMachines, {}, nameOf)).toMatchObject({ reason: 'forbidden' });
  });
});
