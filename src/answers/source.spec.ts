/** @jest-environment ./src/answers/testing/environment.mjs */
import type { ServerResponse } from 'node:http';
import { diagnoseFleet, type Fleet } from '@cnv-ai/engine/fleet';
import { at } from '@cnv-ai/engine/kubernetes';
import { makeDiagnosis, makeSearchResult } from '../testing/factories';
import type { Answered } from './answered';
import { browserReader } from './browser-reader';
import { createRemote } from './remote';
import { createSources } from './source';
import { clusterOf, makeVm } from './testing/cluster';
import { json, startEdge, type Edge, type Exchange } from './testing/edge';

const LIGHTSPEED = '/api/proxy/plugin/lightspeed-console-plugin/ols/v1/mcp-apps/tools/call';
const SIDECAR = '/api/proxy/plugin/cnv-ai-plugin/diagnostic/mcp';
const VM = '/api/kubernetes/apis/kubevirt.io/v1/namespaces/demo/virtualmachines/db';

type Answer = (response: ServerResponse, exchange: Exchange) => void;

const text = [{ type: 'text', text: 'words for a model' }];
const refuse =
  (status: number, body: unknown = { detail: 'no' }): Answer =>
  (response) =>
    json(response, status, body);
const throughLightspeed =
  (structured: unknown, failed = false): Answer =>
  (response) =>
    json(response, 200, { content: text, structured_content: structured, is_error: failed });
const throughProxy =
  (structured: unknown): Answer =>
  (response) =>
    json(response, 200, {
      jsonrpc: '2.0',
      id: 1,
      result: { content: text, structuredContent: structured },
    });

const NOT_FOUND = { kind: 'Status', message: 'db not found', details: { name: 'db' } };

let edge: Edge;
afterEach(() => edge.close());

/** A page load in front of a server that answers as told; the cluster has no VM. */
const load = async (lightspeed: Answer, sidecar: Answer) => {
  const behave = { lightspeed, sidecar };
  edge = await startEdge((exchange, response) => {
    if (exchange.path === LIGHTSPEED) behave.lightspeed(response, exchange);
    else if (exchange.path === SIDECAR) behave.sidecar(response, exchange);
    else json(response, 404, NOT_FOUND);
  });
  const { answerDiagnosis, answerSearch } = createSources(createRemote());
  const { signal } = new AbortController();
  return {
    behave,
    diagnose: (circumstances = {}, given = signal) =>
      answerDiagnosis({ namespace: 'demo', vmName: 'db' }, given, circumstances),
    search: () => answerSearch({ query: 'running' }, signal),
  };
};

const asked = (path: string) => edge.requests.filter((request) => request.path === path);
const diagnosis = makeDiagnosis();

describe('the order of sources', () => {
  const noServer = refuse(404, { detail: "MCP server 'cnv-diagnostic' not found" });
  it.each([
    ['all there', throughLightspeed(diagnosis), throughProxy(diagnosis), 'lightspeed'],
    ['sidecar not registered', noServer, throughProxy(diagnosis), 'sidecar'],
    ['older Lightspeed', refuse(404, { detail: 'Not Found' }), throughProxy(diagnosis), 'sidecar'],
    ['no right to use Lightspeed', refuse(403), throughProxy(diagnosis), 'sidecar'],
    ['sidecar down behind Lightspeed', refuse(500), throughProxy(diagnosis), 'sidecar'],
    ['nonsense from Lightspeed', throughLightspeed({ a: 1 }), throughProxy(diagnosis), 'sidecar'],
    ['a failed tool', throughLightspeed(diagnosis, true), throughProxy(diagnosis), 'sidecar'],
    ['neither', noServer, refuse(404), 'browser'],
    ['both down', refuse(502), refuse(502), 'browser'],
    [
      'an error for a result',
      noServer,
      (response: ServerResponse) =>
        json(response, 200, { jsonrpc: '2.0', id: 1, error: { code: -32602, message: 'no' } }),
      'browser',
    ],
    [
      'HTML for a result',
      noServer,
      (response: ServerResponse) =>
        void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>'),
      'browser',
    ],
  ] as const)('with %s', async (_name, lightspeed, sidecar, source) => {
    const { diagnose } = await load(lightspeed, sidecar);
    expect((await diagnose()).source).toBe(source);
  });

  it('is the same for a search', async () => {
    const result = makeSearchResult();
    const { search } = await load(refuse(404), throughProxy(result));
    expect(await search()).toEqual({ result, source: 'sidecar' });
  });
});

describe('what is sent', () => {
  it('to Lightspeed names our server, the tool and its arguments', async () => {
    const { diagnose } = await load(throughLightspeed(diagnosis), refuse(404));
    expect((await diagnose()).result).toEqual(diagnosis);
    expect(asked(LIGHTSPEED).at(-1)).toMatchObject({
      method: 'POST',
      body: {
        server_name: 'cnv-diagnostic',
        tool_name: 'diagnose_vm_error',
        arguments: { namespace: 'demo', vmName: 'db' },
      },
    });
  });

  it('to the sidecar is one JSON-RPC call that accepts both forms of answer', async () => {
    const { search } = await load(refuse(404), throughProxy(makeSearchResult()));
    await search();
    const request = asked(SIDECAR).at(-1);
    expect(request?.headers.accept).toBe('application/json, text/event-stream');
    expect(request?.body).toMatchObject({
      jsonrpc: '2.0',
      method: 'tools/call',
      params: { name: 'search_vms_semantic', arguments: { query: 'running' } },
    });
  });

  it('carries the time zone of the browser', async () => {
    const { search } = await load(throughLightspeed(makeSearchResult()), refuse(404));
    await search();
    expect(asked(LIGHTSPEED).at(-1)?.body).toMatchObject({
      arguments: { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
    });
  });
});

describe('the browser itself', () => {
  it.each([[{ impersonating: true }], [{ cluster: 'spoke' }]])(
    'answers alone under %j',
    async (circumstances) => {
      const { diagnose } = await load(throughLightspeed(diagnosis), throughProxy(diagnosis));
      expect((await diagnose(circumstances)).source).toBe('browser');
      expect([...asked(LIGHTSPEED), ...asked(SIDECAR)]).toEqual([]);
    },
  );

  it('reads this cluster, or the one named', async () => {
    const { diagnose } = await load(refuse(404), refuse(404));
    expect((await diagnose()).result.verdict).toBe('not_found');
    expect(asked(VM)).toHaveLength(1);
    await diagnose({ cluster: 'spoke' });
    expect(asked(VM)).toHaveLength(1);
    const spoke = edge.requests.filter(({ path }) => path.includes('/managedclusterproxy/spoke/'));
    expect(spoke).not.toHaveLength(0);
  });
});

describe('a search in the browser', () => {
  it('finds rows with one reading for all pages', async () => {
    const cluster = clusterOf(() => [makeVm('demo', 'a'), makeVm('demo', 'b')]);
    edge = await startEdge((exchange, response) => {
      if (exchange.method === 'POST') json(response, 404, {});
      else cluster(exchange, response);
    });
    const { answerSearch } = createSources(createRemote());
    const { signal } = new AbortController();
    const first = await answerSearch({ query: 'running VMs', limit: 1 }, signal);
    expect(first).toMatchObject({ source: 'browser', result: { total: 2, vms: [{ name: 'a' }] } });
    const before = edge.requests.length;
    const request = { query: 'running VMs', limit: 1, cursor: first.result.nextCursor };
    expect((await answerSearch(request, signal)).result.vms).toMatchObject([{ name: 'b' }]);
    expect(edge.requests).toHaveLength(before);
  });
});

describe('a fleet', () => {
  const names = ['a', 'b', 'c'];
  const cluster = clusterOf(() => names.map((name) => makeVm('demo', name, 'CrashLoopBackOff')));

  it('begun by the sidecar is gone on with in the browser, as one answer', async () => {
    const { signal } = new AbortController();
    const sidecar: { first?: Fleet } = {};
    edge = await startEdge((exchange, response) => {
      if (exchange.path !== LIGHTSPEED) cluster(exchange, response);
      else if (at(exchange.body, 'arguments', 'cursor') !== undefined) json(response, 500, {});
      else throughLightspeed(sidecar.first)(response, exchange);
    });
    const reader = browserReader({ signal });
    const first = await diagnoseFleet(reader, { limit: 1 }, Date.now());
    sidecar.first = first;
    const whole = await diagnoseFleet(reader, {}, Date.now());
    const parts: Answered<Fleet>[] = [];
    const { answerFleet } = createSources(createRemote());
    const { result, source } = await answerFleet(
      {},
      signal,
      {},
      {
        part: (part) => parts.push(part),
      },
    );
    expect(parts).toEqual([{ result: first, source: 'lightspeed' }]);
    expect(source).toBe('browser');
    expect(result).toEqual({ ...whole, asOf: first.asOf });
    expect(result.diagnosed).toBe(3);
  });
});

describe('during a page load', () => {
  it('a source that is not there is asked once', async () => {
    const { diagnose } = await load(refuse(404), refuse(404));
    await diagnose();
    await diagnose();
    expect(asked(LIGHTSPEED)).toHaveLength(1);
    expect(asked(SIDECAR)).toHaveLength(1);
  });

  it('a source that fails in the middle gives way to the next', async () => {
    const { diagnose, behave } = await load(throughLightspeed(diagnosis), throughProxy(diagnosis));
    expect((await diagnose()).source).toBe('lightspeed');
    behave.lightspeed = refuse(500);
    expect((await diagnose()).source).toBe('sidecar');
    const before = asked(LIGHTSPEED).length;
    expect((await diagnose()).source).toBe('sidecar');
    expect(asked(LIGHTSPEED)).toHaveLength(before);
  });

  it('an aborted question rejects and is not asked elsewhere', async () => {
    const controller = new AbortController();
    const { behave, diagnose } = await load(throughLightspeed(diagnosis), throughProxy(diagnosis));
    behave.lightspeed = () => controller.abort();
    await expect(diagnose({}, controller.signal)).rejects.toThrow();
    expect(asked(SIDECAR)).toEqual([]);
  });
});
