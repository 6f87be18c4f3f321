import { at, listAt, numberAt, RESOURCES, textAt } from '@cnv-ai/engine/kubernetes';
import { fleet, startCluster, USERS, type Cluster } from '../development/cluster';
import { startServer, type RunningServer } from './serve';
import { startFaultyProxy, type Fault } from './testing/faulty-proxy';
import { cleanup, NOW, post, toolCall } from './testing/serving';

const done = cleanup();
afterAll(done.run);

/** Lightspeed gives up after 5 s; the budget of 4 s leaves room for a busy machine. */
const PATIENCE = 5_000;
const token = USERS.find(({ name }) => name === 'admin')?.token ?? '';
const VM = { namespace: 'prod-web', vmName: 'frontend-01' };

let cluster: Cluster;
let proxy: Awaited<ReturnType<typeof startFaultyProxy>>;
let server: RunningServer;
beforeAll(async () => {
  cluster = await startCluster({ objects: fleet(NOW), now: () => NOW });
  proxy = await startFaultyProxy(cluster.url);
  const clock = () => NOW;
  server = await startServer({ port: 0, host: '127.0.0.1', clusterUrl: proxy.url, clock });
  done.add(cluster.close);
  done.add(proxy.close);
  done.add(() => server.close());
  // The first call of a process compiles; what is measured is the wait.
  for (const [name, args] of CALLS) await ask(name, args);
}, 120_000);

const CALLS: readonly (readonly [string, object])[] = [
  ['diagnose_vm_error', VM],
  ['explain_vm_status', VM],
  ['suggest_vm_fix', VM],
  ['check_vm_dependencies', VM],
  ['check_vm_storage', VM],
  ['get_vm_timeline', VM],
  ['diagnose_vm_fleet', { namespaces: ['prod-web'] }],
  ['search_vms_semantic', { query: 'running VMs in prod-web', columns: ['node', 'ip'] }],
];

const ask = async (name: string, args: object): Promise<unknown> =>
  (await post(server, toolCall(name, args), { token })).json();

const dataOf = (answer: unknown): unknown => at(answer, 'result', 'structuredContent');
const verdictOf = (answer: unknown): unknown =>
  at(dataOf(answer), 'verdict') ?? at(dataOf(answer), 'outcome');

const isRead = (path: string): boolean => !path.endsWith('/selfsubjectreviews');

const LOGIN = '<!DOCTYPE html><html><body><form>Log in</form></body></html>';

const FAULTS: Readonly<Record<string, Fault>> = {
  'is busy and says when to ask again': {
    kind: 'status',
    code: 429,
    headers: { 'retry-after': '1' },
  },
  'is busy for longer than anybody waits': {
    kind: 'status',
    code: 429,
    headers: { 'retry-after': '60' },
  },
  'answers 500': { kind: 'status', code: 500 },
  'is behind a proxy without a backend': {
    kind: 'body',
    text: '<html>Bad Gateway</html>',
    type: 'text/html',
    code: 502,
  },
  'shows a login page': { kind: 'body', text: LOGIN, type: 'text/html' },
  'shows a login page for what is not there': {
    kind: 'body',
    text: LOGIN,
    type: 'text/html',
    code: 404,
  },
  'sends elsewhere': {
    kind: 'status',
    code: 302,
    headers: { location: 'http://169.254.169.254/latest/meta-data' },
  },
  'has forgotten what was asked for': { kind: 'status', code: 410 },
  'resets the connection': { kind: 'reset' },
  'is cut off in the middle': { kind: 'half' },
  'sends JSON that ends too soon': { kind: 'body', text: '{"kind":"VirtualMachineList","items":[' },
  'sends JSON of something else': { kind: 'body', text: '{"hello":"world"}' },
  'sends nothing': { kind: 'body', text: '' },
  'never answers': { kind: 'silent' },
  'never comes to an end': { kind: 'drip' },
};

describe('an API server that', () => {
  it.each(Object.entries(FAULTS))(
    '%s makes every tool say in time that it could not look',
    async (_, fault) => {
      const spoiled = proxy.set((path) => (isRead(path) ? fault : undefined));
      const started = performance.now();
      const answers = await Promise.all(CALLS.map(([name, args]) => ask(name, args)));
      expect(performance.now() - started).toBeLessThan(PATIENCE);
      expect(spoiled()).toBeGreaterThan(0);
      expect(answers.map(verdictOf)).toEqual(CALLS.map(() => 'unavailable'));
      for (const answer of answers) {
        expect(at(answer, 'result', 'isError')).toBeUndefined();
        expect(JSON.stringify(answer)).not.toMatch(/Log in|169\.254|Bad Gateway|<html/);
      }
    },
    30_000,
  );
});

describe('a kind that cannot be read', () => {
  const PLURALS = new Set(Object.values(RESOURCES).map(({ plural }) => plural));
  /** A project stands in for its namespace: both can be read, or none. */
  const kindOf = (path: string): string | undefined =>
    path
      .split('/')
      .filter((segment) => PLURALS.has(segment))
      .at(-1)
      ?.replace('projects', 'namespaces');

  it.each<[string, Fault]>([
    ['shows a login page', { kind: 'body', text: LOGIN, type: 'text/html' }],
    ['is cut off in the middle', { kind: 'half' }],
  ])(
    'because it %s is told as not checked, and the rest is answered',
    async (_, fault) => {
      const asked = new Set<string | undefined>();
      proxy.set((path) => {
        asked.add(kindOf(path));
        return undefined;
      });
      expect(verdictOf(await ask('diagnose_vm_error', VM))).toBe('healthy');
      asked.delete(undefined);
      expect(asked.size).toBeGreaterThan(5);
      const wrong: string[] = [];
      for (const kind of asked) {
        proxy.set((path) => (kindOf(path) === kind ? fault : undefined));
        const answer = dataOf(await ask('diagnose_vm_error', VM));
        const unchecked = listAt(answer, 'unchecked').map((entry) => textAt(entry, 'resource'));
        const verdict = String(at(answer, 'verdict'));
        const isTold = unchecked.some((resource) => resource?.split('/')[0] === kind);
        if (!isTold && verdict !== 'unavailable') wrong.push(`${kind}: ${verdict}`);
        if (listAt(answer, 'rootCauses').length > 0) wrong.push(`${kind}: an invented cause`);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});

describe('a fault that passes', () => {
  const once = (fault: Fault) => {
    const met = new Set<string>();
    return (path: string, search: URLSearchParams): Fault | undefined => {
      const key = `${path}?${search.toString()}`;
      if (!isRead(path) || met.has(key)) return undefined;
      met.add(key);
      return fault;
    };
  };

  it.each<[string, Fault]>([
    ['429 with Retry-After', { kind: 'status', code: 429, headers: { 'retry-after': '0' } }],
    ['503', { kind: 'status', code: 503 }],
    ['a reset connection', { kind: 'reset' }],
    ['an answer that comes late', { kind: 'late', by: 300 }],
  ])(
    'as %s does leaves no trace in the answer',
    async (_, fault) => {
      proxy.set(() => undefined);
      const [name, args] = CALLS[0] ?? ['', {}];
      const expected = dataOf(await ask(name, args));
      const spoiled = proxy.set(once(fault));
      expect(dataOf(await ask(name, args))).toEqual(expected);
      expect(spoiled()).toBeGreaterThan(5);
    },
    30_000,
  );

  it('an expired continue token starts a list over, without a double', async () => {
    proxy.set(() => undefined);
    const [name, args] = CALLS.at(-1) ?? ['', {}];
    const total = numberAt(dataOf(await ask(name, args)), 'total');
    const met: string[] = [];
    proxy.set((path, search) => {
      if (!search.has('continue') || met.includes(path)) return undefined;
      met.push(path);
      return { kind: 'status', code: 410 };
    });
    expect(numberAt(dataOf(await ask(name, args)), 'total')).toBe(total);
  });
});
