import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { flagAt, numberAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { startServer } from './serve';
import { objects, startApi, status, users, type Script } from './testing/api-server';
import { selfSigned } from './testing/certificate';
import { temporaryFolder, writeKubeconfig } from './testing/kubeconfig';
import { until } from './testing/poll';
import { ONE_VM_AT_ONCE } from './tools/one-vm';
import { cleanup, post, rpc, serveBefore, toolCall } from './testing/serving';
import { namespace, virtualMachine } from './testing/vms';

const done = cleanup();
afterEach(done.run);

const TOKEN = 'canary-token-of-alice';
const cluster = [
  users({ [TOKEN]: 'alice' }),
  objects([namespace('shop'), virtualMachine('shop', 'web')]),
];
const diagnoseWeb = toolCall('diagnose_vm_error', { namespace: 'shop', vmName: 'web' });
const list = rpc('tools/list');

describe('identity', () => {
  it.each<[string, Record<string, string>]>([
    ['no token', {}],
    ['another scheme', { authorization: 'Basic dTpw' }],
    ['an odd token', { authorization: 'Bearer a b' }],
  ])('with %s is 401, and the API server is not asked', async (_, headers) => {
    const { api, server } = await serveBefore(done, cluster);
    const response = await post(server, list, { headers });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await response.json()).toMatchObject({ jsonrpc: '2.0', id: null });
    expect(api.seen).toEqual([]);
  });

  it('that the cluster refuses is 401', async () => {
    const { server } = await serveBefore(done, cluster);
    const response = await post(server, list, { token: 'expired' });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it('that cannot be asked about is 503', async () => {
    const { server } = await serveBefore(done, [() => status(500, 'InternalError')]);
    expect((await post(server, list, { token: TOKEN })).status).toBe(503);
  });

  it('revoked between two calls is 401 at the next one', async () => {
    let revoked = false;
    const revoke: Script = () => (revoked ? status(401, 'Unauthorized') : undefined);
    const { server } = await serveBefore(done, [revoke, ...cluster]);
    expect((await post(server, diagnoseWeb, { token: TOKEN })).status).toBe(200);
    revoked = true;
    expect(await (await post(server, diagnoseWeb, { token: TOKEN })).json()).toMatchObject({
      result: { structuredContent: { verdict: 'unavailable' } },
    });
    expect((await post(server, diagnoseWeb, { token: TOKEN })).status).toBe(401);
  });

  it('is sent to the API server with every read, and appears nowhere else', async () => {
    const { api, server, lines } = await serveBefore(done, cluster);
    const answer = await (await post(server, diagnoseWeb, { token: TOKEN })).text();
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(new Set(api.seen.map(({ headers }) => headers.authorization))).toEqual(
      new Set([`Bearer ${TOKEN}`]),
    );
    expect([answer, metrics, ...lines].filter((text) => text.includes(TOKEN))).toEqual([]);
  });
});

describe('the edge', () => {
  const raw = async (port: number, head: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(head));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
    });

  it.each<[string, string, string | undefined, number]>([
    ['a foreign host', 'evil.example', undefined, 403],
    ['a trailing dot', 'localhost.', undefined, 403],
    ['another address', '10.0.0.1:8080', undefined, 403],
    ['a foreign origin', 'localhost', 'https://evil.example', 403],
    ['an opaque origin', 'localhost', 'null', 403],
    ['a foreign origin with our name in it', 'localhost', 'https://localhost.evil.example', 403],
    ['loopback', '127.0.0.1:1', 'http://localhost:9000', 401],
    ['an allowed name', 'cnv-diagnostic.shop.svc:8080', undefined, 401],
  ])('with %s', async (_, host, origin, expected) => {
    const { server } = await serveBefore(done, cluster, {
      allowedHosts: ['cnv-diagnostic.shop.svc'],
    });
    const originLine = origin === undefined ? '' : `Origin: ${origin}\r\n`;
    const answer = await raw(
      server.port,
      `POST /mcp HTTP/1.1\r\nHost: ${host}\r\n${originLine}Connection: close\r\nContent-Length: 0\r\n\r\n`,
    );
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${expected} `));
  });

  it.each(['GET', 'DELETE', 'PUT'])('%s /mcp is 405', async (method) => {
    const { server } = await serveBefore(done, cluster);
    const response = await fetch(`${server.url}/mcp`, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  const MIB = 1024 * 1024;
  const padded = (size: number): string => list + ' '.repeat(size - list.length);

  it('takes a body of 1 MiB, and not one byte more', async () => {
    const { server } = await serveBefore(done, cluster);
    expect((await post(server, padded(MIB), { token: TOKEN })).status).toBe(200);
    expect((await post(server, padded(MIB + 1), { token: TOKEN })).status).toBe(413);
  });

  it('counts a body that does not say its length', async () => {
    const { server } = await serveBefore(done, cluster);
    const response = await request(`${server.url}/mcp`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
      body: Readable.from(Array.from({ length: 17 }, () => Buffer.alloc(64 * 1024, ' '))),
    });
    expect(response.statusCode).toBe(413);
    await response.body.dump();
  });

  it('does not unpack bodies', async () => {
    const { server } = await serveBefore(done, cluster);
    const response = await post(server, list, {
      token: TOKEN,
      headers: { 'content-encoding': 'gzip' },
    });
    expect(response.status).toBe(415);
  });

  it.each<[string, string, number]>([
    ['nothing', '', -32700],
    ['no JSON', '{"jsonrpc":', -32700],
    ['a NUL', '\u0000', -32700],
    ['an empty list', '[]', -32600],
    ['a batch', `[${list},${list}]`, -32600],
    ['a text', '"hello"', -32600],
    ['an id that is an object', '{"jsonrpc":"2.0","id":{},"method":"tools/list"}', -32600],
    ['no method', '{"jsonrpc":"2.0","id":1}', -32600],
    ['deep nesting', '['.repeat(10_000) + ']'.repeat(10_000), -32600],
    [
      'arguments nested deep',
      list.replace('{}', `{"arguments":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
      -32600,
    ],
  ])('answers %s as JSON-RPC', async (_, body, code) => {
    const { server } = await serveBefore(done, cluster);
    const response = await post(server, body, { token: TOKEN });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      400,
      'application/json',
    ]);
    expect(await response.json()).toMatchObject({ jsonrpc: '2.0', id: null, error: { code } });
  });

  it.each<[string, string, object]>([
    ['an unknown method', rpc('tools/delete'), { error: { code: -32601 } }],
    ['an unknown tool', toolCall('delete_vm', {}), { error: { code: -32602 } }],
    ['a tool named like a property', toolCall('constructor', {}), { error: { code: -32602 } }],
    [
      'a prototype for arguments',
      toolCall('explain_vm_status', recordAt(JSON.parse('{"__proto__":{}}'))),
      { result: { isError: true } },
    ],
  ])('answers %s with an error of the protocol', async (_, body, expected) => {
    const { server } = await serveBefore(done, cluster);
    expect(await (await post(server, body, { token: TOKEN })).json()).toMatchObject(expected);
  });

  it('answers plain JSON to a client that accepts only that', async () => {
    const { server } = await serveBefore(done, cluster);
    const response = await post(server, list, {
      token: TOKEN,
      headers: { accept: 'application/json' },
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/json',
    ]);
  });

  it('takes a notification without an answer', async () => {
    const { server } = await serveBefore(done, cluster);
    const body = JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' });
    expect((await post(server, body, { token: TOKEN })).status).toBe(202);
  });
});

describe('for whoever runs it', () => {
  it('TLS is served from files', async () => {
    const folder = temporaryFolder(done);
    const { cert, key } = selfSigned('localhost');
    const tls = { certFile: join(folder, 'tls.crt'), keyFile: join(folder, 'tls.key') };
    writeFileSync(tls.certFile, cert);
    writeFileSync(tls.keyFile, key);
    const { server } = await serveBefore(done, cluster, { tls });
    const dispatcher = new Agent({ connect: { ca: cert } });
    done.add(() => dispatcher.destroy());
    const answer = await request(`${server.url}/healthz`, { dispatcher });
    expect([server.url, answer.statusCode]).toEqual([`https://127.0.0.1:${server.port}`, 200]);
    await answer.body.dump();
  });

  it.each(['/healthz', '/readyz'])('%s is 200 under any Host and without a token', async (path) => {
    const { server } = await serveBefore(done, cluster);
    expect((await fetch(`${server.url}${path}`)).status).toBe(200);
  });

  it('an unknown path is 404', async () => {
    const { server } = await serveBefore(done, cluster);
    expect((await fetch(`${server.url}/sse`)).status).toBe(404);
  });

  it('each call leaves one audit line and moves the metrics, unknown tools under one name', async () => {
    const { server, lines } = await serveBefore(done, cluster);
    await post(server, diagnoseWeb, { token: TOKEN });
    await post(server, toolCall('made_up\n', {}), { token: TOKEN });
    const audit = lines
      .map((line): unknown => JSON.parse(line))
      .filter((line) => flagAt(line, 'audit') === true);
    expect(audit).toMatchObject([
      {
        user: 'alice',
        tool: 'diagnose_vm_error',
        target: 'shop/web',
        outcome: 'stopped',
        rootCauseIds: ['vm-stopped-by-user'],
      },
      { user: 'alice', tool: 'unknown', outcome: 'unknown_tool', reads: 0 },
    ]);
    expect(numberAt(audit, 0, 'reads')).toBeGreaterThan(1);
    expect(numberAt(audit, 0, 'durationMs')).toBeGreaterThanOrEqual(0);
    expect(Date.parse(textAt(audit, 0, 'time') ?? '')).not.toBeNaN();
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(
      'cnv_diagnostic_tool_calls_total{tool="diagnose_vm_error",outcome="stopped"} 1',
    );
    expect(metrics).toMatch(
      'cnv_diagnostic_tool_calls_total{tool="unknown",outcome="unknown_tool"} 1',
    );
  });

  it('a line break in a name, of a user or of a machine, starts no audit line', async () => {
    const forged = '{"audit":true,"user":"root"}';
    const { server, lines } = await serveBefore(done, [
      users({ [TOKEN]: `alice\n${forged}` }),
      ...cluster,
    ]);
    const args = { namespace: `shop\r\n${forged}`, vmName: `web\u2028${forged}` };
    await post(server, toolCall('diagnose_vm_error', args), { token: TOKEN });
    await post(server, toolCall('search_vms_semantic', { namespaces: [forged] }), { token: TOKEN });
    const audit = lines.filter((line) => line.includes('"audit":true'));
    expect(audit.map((line) => line.split(/[\n\r\u2028]/).filter(Boolean).length)).toEqual([1, 1]);
    for (const line of audit) {
      expect(JSON.parse(line)).toMatchObject({ user: `alice\n${forged}`, audit: true });
    }
  });

  it('a taken port is one sentence', async () => {
    const { server } = await serveBefore(done, cluster);
    await expect(
      startServer({ port: server.port, host: '127.0.0.1', clusterUrl: 'http://127.0.0.1:1' }),
    ).rejects.toThrow(`Port ${server.port} on 127.0.0.1 is taken; choose another one with --port.`);
  });

  it('draining finishes what runs, refuses what comes and says it is not ready', async () => {
    const slow: Script = ({ path }) =>
      path.endsWith('/virtualmachines/web')
        ? { body: virtualMachine('shop', 'web'), delay: 300 }
        : undefined;
    const { api, server } = await serveBefore(done, [
      users({ [TOKEN]: 'alice' }),
      slow,
      ...cluster,
    ]);
    const running = post(server, diagnoseWeb, { token: TOKEN });
    await until(() => api.seen.some(({ path }) => path.endsWith('/virtualmachines/web')));
    const closed = server.close();
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await post(server, list, { token: TOKEN })).status).toBe(503);
    expect((await running).status).toBe(200);
    await closed;
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it('a caller who hangs up ends the reads behind the call', async () => {
    const silent: Script = ({ path }) =>
      path.includes('/namespaces/shop/') ? { hang: true } : undefined;
    const { api, server } = await serveBefore(done, [
      users({ [TOKEN]: 'alice' }),
      silent,
      ...cluster,
    ]);
    const caller = new AbortController();
    const call = post(server, diagnoseWeb, { token: TOKEN, signal: caller.signal });
    const held = () => api.seen.filter(({ path }) => path.includes('/namespaces/shop/'));
    await until(() => held().length > 0);
    caller.abort();
    await expect(call).rejects.toThrow();
    await until(() => held().every(({ aborted }) => aborted), 2_000);
    // What was on its way by then arrives yet.
    await pause(200);
    const asked = api.seen.map(({ path }) => path);
    expect((await post(server, list, { token: TOKEN })).status).toBe(200);
    expect(api.seen.map(({ path }) => path)).toEqual(asked);
  });

  it('of many diagnoses at once some are worked on and the others wait, each within its time', async () => {
    const isRead = ({ path }: { path: string }): boolean => path.endsWith('/virtualmachines/web');
    const silent: Script = (seen) => (isRead(seen) ? { hang: true } : undefined);
    const { api, server } = await serveBefore(done, [
      users({ [TOKEN]: 'alice' }),
      silent,
      ...cluster,
    ]);
    const calls = Array.from({ length: 40 }, () => post(server, diagnoseWeb, { token: TOKEN }));
    await until(() => api.seen.filter(isRead).length >= ONE_VM_AT_ONCE);
    await pause(300);
    // On a busy machine the time of the first may be over by now.
    const held = api.seen.filter((seen) => isRead(seen) && !seen.aborted);
    expect(held).toHaveLength(ONE_VM_AT_ONCE);
    const verdicts = await Promise.all(
      calls.map(async (call) => {
        const body: unknown = await (await call).json();
        return textAt(recordAt(body, 'result').structuredContent, 'verdict');
      }),
    );
    expect(verdicts).toEqual(Array.from({ length: 40 }, () => 'unavailable'));
  }, 20_000);

  it('a kubeconfig gives the address alone: what it logs in with is never sent', async () => {
    const api = await startApi(...cluster);
    done.add(api.close);
    const kubeconfig = writeKubeconfig(done, api.url, { token: 'canary-token-of-the-sidecar' });
    const server = await startServer({ port: 0, host: '127.0.0.1', kubeconfig });
    done.add(() => server.close());
    expect((await post(server, diagnoseWeb)).status).toBe(401);
    expect((await post(server, diagnoseWeb, { token: TOKEN })).status).toBe(200);
    expect(new Set(api.seen.map(({ headers }) => headers.authorization))).toEqual(
      new Set([`Bearer ${TOKEN}`]),
    );
  });
});
