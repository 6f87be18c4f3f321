import { isRecord, listAt, nameOf, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { diagnose, type DiagnosisRequest } from '@cnv-ai/engine/diagnosis';
import { startBudget } from '../../cnv-diagnostic/kubernetes/budget';
import { post, toolCall } from '../../cnv-diagnostic/testing/serving';
import { until } from '../../cnv-diagnostic/testing/poll';
import { USERS } from '../../development/cluster';
import type { Reply, Sent } from './requests';
import { startTwins, tokenOf, type Twin, type Twins } from './twins';

const NOW = Date.now();

let twins: Twins;
beforeAll(async () => {
  twins = await startTwins(NOW);
  for (const { sidecar } of [twins.embedded, twins.real]) {
    await until(async () => (await fetch(`${sidecar}/readyz`)).ok, 60_000);
  }
}, 180_000);
afterAll(() => twins.close());

/** Numbers that every server counts for itself, and the ages of a clock that goes on. */
const OWN = new Set(['resourceVersion', 'continue', 'managedFields', 'resourceVersionMatch']);

const comparable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(comparable);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !OWN.has(key))
      .map(([key, entry]) => [key, comparable(entry)]),
  );
};

const VMS = '/apis/kubevirt.io/v1/namespaces/prod-web/virtualmachines';
const PODS = '/api/v1/namespaces/prod-web/pods';
const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
const METADATA = 'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io';

const bodyOf = ({ body, text }: Reply): unknown => (body === undefined ? text : comparable(body));

type Asked = readonly [user: string, path: string, sent?: Sent];

const QUESTIONS: readonly (readonly [user: string, path: string, sent: Sent])[] = (
  [
    ['admin', `${VMS}?limit=3`],
    ['web-team', `${VMS}?labelSelector=app`],
    ['viewer', `${VMS}/none`],
    ['viewer', '/apis/kubevirt.io/v1/virtualmachines'],
    ['viewer', PODS],
    ['viewer', `${PODS}/none`],
    ['web-team', '/apis/kubevirt.io/v1/namespaces/prod-db/virtualmachines'],
    ['web-team', '/api/v1/nodes'],
    ['viewer', '/metrics'],
    ['nobody', VMS],
    ['admin', `${PODS}/none`],
    ['admin', '/api/v1/namespaces/none'],
    ['admin', '/apis/kubevirt.io/v1/frobs'],
    ['admin', '/apis/kubevirt.io/v1/namespaces/prod-web/frobs/x'],
    ['admin', '/apis/kubevirt.io/v99/virtualmachines'],
    ['admin', '/apis/nobody.example/v1/frobs'],
    ['admin', '/api/v1/frobs'],
    ['admin', '/api/v1/namespaces/prod-web/frobs/x'],
    ['admin', '/apis/apps/v1/frobs'],
    ['admin', '/nowhere'],
    ['admin', `${VMS}?fieldSelector=status.phase%3Dx`],
    ['admin', `${PODS}?fieldSelector=spec.foo%3Dx`],
    ['admin', `/api/v1/persistentvolumeclaims?fieldSelector=status.phase%3Dx`],
    ['admin', `${VMS}?fieldSelector=metadata.name%3Dnone`],
    ['admin', '/api/v1/namespaces/none/secrets', { accept: METADATA }],
    ['admin', '/apis/kubevirt.io/v1/namespaces/none/virtualmachines', { accept: METADATA }],
    ['admin', '/apis/kubevirt.io/v1/namespaces/none/virtualmachines'],
    ['admin', '/api/v1/namespaces/none/pods'],
  ] satisfies readonly Asked[]
).map(([user, path, sent = {}]: Asked) => [user, path, sent] as const);

const both = (user: string, path: string, sent?: Sent): Promise<[Reply, Reply]> =>
  Promise.all([twins.embedded.as(user)(path, sent), twins.real.as(user)(path, sent)]);

describe('the same question has the same answer', () => {
  it.each(QUESTIONS)('%s %s %j', async (user, path, sent) => {
    const [embedded, real] = await both(user, path, sent);
    expect([embedded.code, bodyOf(embedded)]).toEqual([real.code, bodyOf(real)]);
  });

  it.each<[string, Sent]>([
    [PODS, { accept: 'application/vnd.example' }],
    [`${VMS}?continue=nonsense`, {}],
  ])('%s %j is refused for the same reason, in words of its own', async (path, sent) => {
    const [embedded, real] = await both('admin', path, sent);
    const why = ({ code, body }: Reply) => [
      code,
      textAt(body, 'reason'),
      Object.keys(recordAt(body)),
    ];
    expect(why(embedded)).toEqual(why(real));
  });

  it.each([
    [PODS, 'status.phase!=Running'],
    [PODS, 'spec.nodeName=worker-1'],
    ['/api/v1/namespaces/prod-web/events', 'involvedObject.kind=VirtualMachine'],
    ['/api/v1/namespaces/prod-web/events', 'type=Warning'],
    ['/api/v1/nodes', 'spec.unschedulable=true'],
    ['/api/v1/namespaces', 'metadata.name=prod-web'],
  ])('%s selected by %s', async (path, selector) => {
    const [embedded, real] = await both(
      'admin',
      `${path}?fieldSelector=${encodeURIComponent(selector)}`,
    );
    const names = ({ body }: Reply): string[] => listAt(body, 'items').map(nameOf);
    expect([embedded.code, names(embedded)]).toEqual([real.code, names(real)]);
  });

  it('a table has the same columns and cells', async () => {
    const cellsOf = ({ body }: Reply) => ({
      columns: listAt(body, 'columnDefinitions').map((column) => textAt(column, 'name')),
      // The age is counted by each server's own clock.
      rows: listAt(body, 'rows').map((row) =>
        listAt(row, 'cells').filter((_, index) => index !== 1),
      ),
    });
    const [embedded, real] = await both('admin', `${VMS}?limit=20`, { accept: TABLE });
    expect(cellsOf(embedded)).toEqual(cellsOf(real));
  });

  it.each(USERS.map(({ name }) => name))('who %s is and what is allowed', async (user) => {
    const review = (group: string, plural: string, spec?: object) =>
      both(user, `/apis/${group}/v1/${plural}`, { method: 'POST', json: { spec } });
    const [embedded, real] = await review('authentication.k8s.io', 'selfsubjectreviews');
    const who = ({ body }: Reply) => [
      textAt(body, 'status', 'userInfo', 'username'),
      [...listAt(body, 'status', 'userInfo', 'groups')].sort(),
    ];
    expect(who(embedded)).toEqual(who(real));
    for (const resourceAttributes of [
      { verb: 'list', group: 'kubevirt.io', resource: 'virtualmachines' },
      { verb: 'list', group: 'kubevirt.io', resource: 'virtualmachines', namespace: 'prod-web' },
      { verb: 'list', group: 'kubevirt.io', resource: 'virtualmachines', namespace: 'prod-db' },
      { verb: 'get', resource: 'pods', subresource: 'log', namespace: 'prod-web' },
      { verb: 'patch', group: 'kubevirt.io', resource: 'virtualmachines', namespace: 'prod-web' },
      { verb: 'delete', resource: 'nodes', name: 'worker-1' },
    ]) {
      const answers = await review('authorization.k8s.io', 'selfsubjectaccessreviews', {
        resourceAttributes,
      });
      const allowed = ({ code, body }: Reply) => [code, recordAt(body, 'status').allowed];
      expect([resourceAttributes, allowed(answers[0])]).toEqual([
        resourceAttributes,
        allowed(answers[1]),
      ]);
    }
  });

  it('a watch that cannot go on says so the same way', async () => {
    await twins.forget();
    const firstLine = { until: (text: string) => text.includes('\n') };
    const path = `${VMS}?watch=true&resourceVersion=1&timeoutSeconds=10`;
    const [embedded, real] = await both('admin', path, firstLine);
    const told = ({ code, text }: Reply) => {
      const event: unknown = JSON.parse(text.split('\n')[0] ?? '');
      const status = recordAt(event, 'object');
      return [code, textAt(event, 'type'), status.code, status.reason, status.kind];
    };
    expect(told(embedded)).toEqual(told(real));
  });
});

/** What a tool answers, without what each server counts for itself. */
const answerOf = async ({ sidecar }: Twin, user: string, tool: string, args: object) => {
  const response = await post({ url: sidecar }, toolCall(tool, args), { token: tokenOf(user) });
  const answer: unknown = await response.json();
  const { asOf, observedAt, ...content } = recordAt(answer, 'result', 'structuredContent');
  expect([typeof asOf, typeof observedAt]).toContain('string');
  return comparable(content);
};

const expectSame = async (user: string, tool: string, args: object): Promise<void> => {
  const [embedded, real] = await Promise.all(
    [twins.embedded, twins.real].map((twin) => answerOf(twin, user, tool, args)),
  );
  expect([args, embedded]).toEqual([args, real]);
};

/** The whole diagnosis, with all the time it needs: how busy a machine is makes no difference. */
const diagnosisOf = async (twin: Twin, request: DiagnosisRequest): Promise<string> => {
  const budget = startBudget(120_000);
  const { reader } = twin.api.reader(tokenOf('admin'), budget);
  const found = await diagnose(reader, request, NOW);
  budget.end();
  return JSON.stringify(comparable(found), undefined, 1);
};

const firstDifference = (embedded: string, real: string): string => {
  const lines = real.split('\n');
  const [at, line] = [...embedded.split('\n').entries()].find(
    ([index, one]) => one !== lines[index],
  ) ?? [0, ''];
  return `embedded ${line.trim()}; real ${(lines[at] ?? '').trim()}`;
};

describe('the product says the same of both', () => {
  it('of every machine of the scenarios', async () => {
    const differences: string[] = [];
    for (const { id, request } of twins.scenarios) {
      const [embedded = '', real = ''] = await Promise.all(
        [twins.embedded, twins.real].map((twin) => diagnosisOf(twin, request)),
      );
      if (embedded !== real) differences.push(`${id}: ${firstDifference(embedded, real)}`);
    }
    expect(differences).toEqual([]);
  }, 600_000);

  it.each(['web-team', 'viewer'])('to %s, of what may be seen', async (user) => {
    for (const { request } of twins.scenarios.filter(
      ({ request: { namespace } }) => namespace === 'prod-web',
    )) {
      await expectSame(user, 'diagnose_vm_error', request);
    }
    await expectSame(user, 'search_vms_semantic', {
      query: 'stopped VMs',
      namespaces: ['prod-web'],
    });
  });

  it.each([
    'VMs that failed to start in the last hour',
    'running Windows VMs with more than 8 GB of memory',
    'how many VMs by status',
    'VMs without label team',
  ])('when an administrator asks for %s', async (query) => {
    await expectSame('admin', 'search_vms_semantic', { query });
  });
});
