import {
  apiVersionOf,
  listAt,
  nameOf,
  ok,
  pathOf,
  recordAt,
  RESOURCES,
  textAt,
  textsAt,
} from '@cnv-ai/engine/kubernetes';
import { accessReviews } from '../../cnv-diagnostic/kubernetes/access-reviews';
import { apiServer, type ApiServer } from '../../cnv-diagnostic/kubernetes/api-server';
import { startBudget, type Budget } from '../../cnv-diagnostic/kubernetes/budget';
import { identities } from '../../cnv-diagnostic/identity';
import { openPlace, type Place } from './place';
import { requests, type Send } from './requests';
import { settle, type Person, type Settled } from './settle';

const { virtualMachines, pods, secrets, projects: openShiftProjects } = RESOURCES;

let place: Place;
let settled: Settled;
let api: ApiServer;
let door: ReturnType<typeof requests>;

beforeAll(async () => {
  place = await openPlace();
  settled = await settle(place.admin);
  api = apiServer(place.cluster);
  door = requests(place.cluster);
}, 180_000);

afterAll(async () => {
  for (const budget of budgets) budget.end();
  await settled.leave();
  await door.close();
  await api.close();
  await place.close();
});

const as = (person: Person): Send => door.as({ token: settled.tokens[person] });

const budgets: Budget[] = [];
const budgetFor = (): Budget => {
  const budget = startBudget(20_000);
  budgets.push(budget);
  return budget;
};
const readerOf = (person: Person) => api.reader(settled.tokens[person], budgetFor());

const home = (): string => settled.projects[0];

describe('every kind this product reads', () => {
  const kinds = Object.values(RESOURCES).filter((resource) => resource !== openShiftProjects);

  it('is listed, or is not installed', async () => {
    const { reader } = readerOf('admin');
    for (const resource of kinds) {
      const fact = await reader.list(resource, {}, nameOf);
      expect([resource.plural, fact.state]).toEqual([resource.plural, 'ok']);
    }
  });

  it('is discovered where it is read', async () => {
    for (const resource of kinds) {
      const version = apiVersionOf(resource);
      const root = resource.group === '' ? '/api' : '/apis';
      const { body } = await as('viewer')(`${root}/${version}`);
      expect(listAt(body, 'resources')).toContainEqual(
        expect.objectContaining({
          name: resource.plural,
          kind: resource.kind,
          namespaced: resource.namespaced,
        }),
      );
    }
  });
});

describe('what is not there', () => {
  it('is absent when the kind is served', async () => {
    const { reader } = readerOf('admin');
    expect(await reader.get(virtualMachines, home(), 'none')).toEqual({ state: 'absent' });
    expect(await reader.get(RESOURCES.nodes, undefined, 'none')).toEqual({ state: 'absent' });
  });

  it('is not installed when the kind is not', async () => {
    const { reader } = readerOf('admin');
    for (const [group, version] of [
      ['kubevirt.io', 'v99'],
      ['nobody.example', 'v1'],
      ['kubevirt.io', 'v1'],
    ] as const) {
      const frob = { group, version, plural: 'frobs', kind: 'Frob', namespaced: true };
      expect(await reader.get(frob, home(), 'x')).toMatchObject({ reason: 'not_installed' });
      expect(await reader.list(frob, {}, nameOf)).toMatchObject({ reason: 'not_installed' });
    }
  });
});

describe('a list', () => {
  const machines = (): string => pathOf(virtualMachines, home());
  const namesIn = (body: unknown): string[] => listAt(body, 'items').map(nameOf);

  it('comes in pages of one state, with how many are left', async () => {
    const send = as('team');
    const first = await send(`${machines()}?limit=2`);
    expect(namesIn(first.body)).toEqual(['five', 'four']);
    expect(first.body).toMatchObject({ metadata: { remainingItemCount: 3 } });
    const next = textAt(first.body, 'metadata', 'continue') ?? '';
    const { body } = await send(`${machines()}?limit=10&continue=${next}`);
    expect(namesIn(body)).toEqual(['one', 'three', 'two']);
    expect(textAt(body, 'metadata', 'continue') ?? '').toBe('');
    expect(textAt(body, 'metadata', 'resourceVersion')).toBe(
      textAt(first.body, 'metadata', 'resourceVersion'),
    );
  });

  it.each([
    [{ labelSelector: 'app=web' }, ['five', 'four', 'one']],
    [{ labelSelector: 'app in (db,none)' }, ['three', 'two']],
    [{ labelSelector: '!app' }, []],
    [{ fieldSelector: 'metadata.name=one' }, ['one']],
  ])('is selected by %j', async (selector, names) => {
    const query = { namespace: home(), ...selector };
    expect(await readerOf('team').reader.list(virtualMachines, query, nameOf)).toEqual(ok(names));
  });

  it('of metadata holds no data of a Secret', async () => {
    const query = { namespace: home(), fieldSelector: 'metadata.name=key' };
    const found = await readerOf('admin').reader.list(secrets, query, (object) => object);
    expect(found).toMatchObject({ state: 'ok', value: [{ kind: 'Secret' }] });
    expect(JSON.stringify(found)).not.toContain('password');
  });

  it('that has expired is 410, and says so', async () => {
    await place.forget();
    const token = Buffer.from(
      JSON.stringify({ v: 'meta.k8s.io/v1', rv: 1, start: 'one\u0000' }),
    ).toString('base64url');
    const { code, body } = await as('team')(`${machines()}?limit=2&continue=${token}`);
    expect([code, textAt(body, 'reason')]).toEqual([410, 'Expired']);
  });
});

describe('rights', () => {
  const cases: readonly (readonly [Person, number, readonly boolean[], boolean])[] = [
    ['admin', 0, [true, true, true], true],
    ['team', 0, [true, true, false], true],
    ['viewer', 0, [true, true, true], false],
    ['sidecar', 0, [true, true, true], false],
  ];

  it.each(cases)(
    'of %s are what reviews say and reads find',
    async (person, _, seen, readsPods) => {
      const budget = startBudget(20_000);
      const asking = { token: settled.tokens[person], budget };
      const access = accessReviews({ api }).of(asking);
      const { reader } = readerOf(person);
      for (const [index, namespace] of settled.projects.entries()) {
        const state = seen[index] === true ? 'ok' : 'unread';
        expect(await access.mayList(virtualMachines, namespace)).toMatchObject({ state });
        expect(await reader.list(virtualMachines, { namespace }, nameOf)).toMatchObject({ state });
      }
      expect(await reader.list(pods, { namespace: home() }, nameOf)).toMatchObject(
        readsPods ? { state: 'ok' } : { state: 'unread', reason: 'forbidden' },
      );
      budget.end();
    },
  );

  it.each(['admin', 'team', 'viewer'] as const)('%s is known by a token', async (person) => {
    const token = settled.tokens[person];
    const verdict = await identities({ api }).verify(token);
    expect(verdict).toEqual({ kind: 'caller', caller: { token, user: settled.nameOf(person) } });
  });

  it.each(['made-up', 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl'])('%s is refused', async (token) => {
    expect(await identities({ api }).verify(token)).toMatchObject({ kind: 'refused' });
  });
});

describe('a dry run', () => {
  const patch = { metadata: { labels: { app: 'tried' } } };
  const action = () => ({
    verb: 'patch' as const,
    target: {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      namespace: home(),
      name: 'one',
    },
    patchType: 'merge' as const,
    patch,
  });

  it('is accepted, refused or forbidden, and changes nothing', async () => {
    const path = pathOf(virtualMachines, home(), 'one');
    const before = (await as('admin')(path)).text;
    expect(await readerOf('admin').dryRun(action())).toEqual({ result: 'accepted' });
    expect(await readerOf('viewer').dryRun(action())).toEqual({ result: 'forbidden' });
    const absent = { ...action(), target: { ...action().target, name: 'none' } };
    expect(await readerOf('admin').dryRun(absent)).toMatchObject({ result: 'refused' });
    const test = [{ op: 'test', path: '/metadata/uid', value: 'another' }];
    const stale = { ...action(), patchType: 'json' as const, patch: test };
    expect(await readerOf('admin').dryRun(stale)).toMatchObject({ result: 'refused' });
    expect((await as('admin')(path)).text).toBe(before);
  });
});

describe('a watch', () => {
  const watch = (query: string) => `${pathOf(virtualMachines, home())}?watch=true&${query}`;
  const events = (text: string): unknown[] =>
    text
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));

  it('goes on from a list and tells of a change', async () => {
    const listed = await as('team')(`${pathOf(virtualMachines, home())}?limit=1`);
    const version = textAt(listed.body, 'metadata', 'resourceVersion') ?? '';
    const { code } = await as('admin')(pathOf(virtualMachines, home(), 'two'), {
      method: 'PATCH',
      contentType: 'application/merge-patch+json',
      json: { metadata: { labels: { seen: 'yes' } } },
    });
    expect(code).toBe(200);
    const { text } = await as('team')(watch(`resourceVersion=${version}&timeoutSeconds=20`), {
      until: (read) => read.includes('\n'),
    });
    const [event] = events(text);
    expect(event).toMatchObject({ type: 'MODIFIED', object: { kind: 'VirtualMachine' } });
    expect(textsAt(event, 'object', 'metadata', 'labels').seen).toBe('yes');
  });

  it('from a version that is forgotten ends with 410', async () => {
    const { code, text } = await as('team')(watch('resourceVersion=1&timeoutSeconds=20'), {
      until: (read) => read.includes('\n'),
    });
    const status: unknown = code === 410 ? JSON.parse(text) : recordAt(events(text)[0], 'object');
    expect(status).toMatchObject({ kind: 'Status', reason: 'Expired', code: 410 });
  });
});
