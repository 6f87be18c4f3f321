import type { PatchAction } from '@cnv-ai/engine/diagnosis';
import { startApi, status, type Script } from '../testing/api-server';
import { cleanup } from '../testing/serving';
import { apiServer } from './api-server';
import { startBudget } from './budget';
import { clusterAt } from './cluster';

const done = cleanup();
afterEach(done.run);

const ACTION: PatchAction = {
  verb: 'patch',
  target: {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    namespace: 'shop',
    name: 'web',
  },
  patchType: 'merge',
  patch: { spec: { runStrategy: 'Always' } },
};

const tryWith = async (script: Script, action = ACTION) => {
  const api = await startApi(script);
  const server = apiServer(clusterAt(api.url));
  const budget = startBudget(2000);
  done.add(() => {
    budget.end();
    return server.close().then(api.close);
  });
  const { dryRun } = server.reader('token', budget);
  return { answer: await dryRun(action), seen: api.seen };
};

const refusal =
  (code: number, message: string): Script =>
  () => {
    const scripted = status(code, 'Refused');
    return { ...scripted, body: { ...Object(scripted.body), message } };
  };

describe('a dry run', () => {
  it.each([
    ['merge', 'application/merge-patch+json'],
    ['json', 'application/json-patch+json'],
  ] as const)('of a %s patch asks the API server to keep nothing', async (patchType, type) => {
    const { answer, seen } = await tryWith(() => ({ body: {} }), { ...ACTION, patchType });
    expect(answer).toEqual({ result: 'accepted' });
    expect(seen).toMatchObject([
      {
        method: 'PATCH',
        path: '/apis/kubevirt.io/v1/namespaces/shop/virtualmachines/web',
        headers: { 'content-type': type, authorization: 'Bearer token' },
        body: JSON.stringify(ACTION.patch),
      },
    ]);
    expect([...(seen[0]?.search ?? [])]).toEqual([['dryRun', 'All']]);
  });

  it.each<[string, Script, object]>([
    [
      'the caller may not patch',
      refusal(403, 'User "bob" cannot patch resource "virtualmachines"'),
      { result: 'forbidden' },
    ],
    [
      'a webhook says no',
      refusal(403, 'admission webhook "x" denied the request: password=canary-7f3a'),
      {
        result: 'refused',
        message: 'admission webhook "x" denied the request: password=[redacted]',
      },
    ],
    ['the object is gone', refusal(404, 'not found'), { result: 'refused', message: 'not found' }],
    ['the patch does not fit', refusal(422, 'no'), { result: 'refused', message: 'no' }],
    ['the API server breaks', refusal(501, 'no'), { result: 'unavailable' }],
    ['nobody answers', () => ({ cut: true }), { result: 'unavailable' }],
  ])('when %s', async (_, script, expected) => {
    expect((await tryWith(script)).answer).toEqual(expected);
  });

  it('of a kind nobody knows is not sent', async () => {
    const target = { ...ACTION.target, kind: 'Frob' };
    const { answer, seen } = await tryWith(() => ({ body: {} }), { ...ACTION, target });
    expect([answer, seen]).toEqual([{ result: 'unavailable' }, []]);
  });
});
