import { connect } from 'node:net';
import { at, listAt } from '@cnv-ai/engine/kubernetes';
import { objects, users, type Script } from './testing/api-server';
import { until } from './testing/poll';
import { cleanup, post, rpc, serveBefore, toolCall } from './testing/serving';
import { namespace, virtualMachine } from './testing/vms';
import { ONE_VM_AT_ONCE } from './tools/one-vm';

const done = cleanup();
afterEach(done.run);

const TOKEN = 'made-up-token';
const people = users({ [TOKEN]: 'alice' });
const cluster = [people, objects([namespace('shop'), virtualMachine('shop', 'web')])];
const list = rpc('tools/list');

/** Writes bytes no HTTP client would write; answers what came back until the server closed. */
const raw = (port: number, bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text));
  });

const headOf = (...lines: string[]): string =>
  [
    'POST /mcp HTTP/1.1',
    'Host: localhost',
    'Connection: close',
    'Content-Type: application/json',
    ...lines,
    '\r\n',
  ].join('\r\n');

describe('a token', () => {
  const CHALLENGED = /^HTTP\/1\.1 401 [^]*\r\nwww-authenticate: Bearer\r\n/i;
  const UNREADABLE = /^HTTP\/1\.1 400 /;

  it.each<[string, string[], RegExp]>([
    ['twice', [`Authorization: Bearer ${TOKEN}`, `Authorization: Bearer ${TOKEN}`], CHALLENGED],
    ['with nothing in it', ['Authorization: Bearer'], CHALLENGED],
    ['in an empty header', ['Authorization:'], CHALLENGED],
    ['longer than any there is', [`Authorization: Bearer ${'a'.repeat(20_000)}`], CHALLENGED],
    ['of 100 kB', [`Authorization: Bearer ${'a'.repeat(100_000)}`], /^HTTP\/1\.1 431 /],
    ['with a carriage return', [`Authorization: Bearer ${TOKEN}\rX: y`], UNREADABLE],
    ['with a line feed', [`Authorization: Bearer ${TOKEN}\nX: y`], UNREADABLE],
    ['folded over two lines', [`Authorization: Bearer ${TOKEN}\r\n more`], UNREADABLE],
    ['with a NUL', [`Authorization: Bearer ${TOKEN}\0`], UNREADABLE],
  ])('%s is refused, and the API server is not asked', async (_, lines, answer) => {
    const { api, server } = await serveBefore(done, cluster);
    expect(await raw(server.port, headOf(...lines, 'Content-Length: 0'))).toMatch(answer);
    expect(api.seen).toEqual([]);
  });

  it('that the API server says nothing of for 4 s is 503, and is looked at by nobody else', async () => {
    const { api, server } = await serveBefore(done, [() => ({ hang: true })]);
    const response = await post(server, list, { token: TOKEN });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    expect(api.seen.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${TOKEN}`]);
  }, 15_000);
});

describe('a body', () => {
  const mine = `Authorization: Bearer ${TOKEN}`;

  it('that says to be too large is refused before any of it has come', async () => {
    const { server } = await serveBefore(done, cluster);
    const answer = await raw(server.port, headOf(mine, 'Content-Length: 1073741824'));
    expect(answer).toMatch(/^HTTP\/1\.1 413 [^]*"jsonrpc":"2\.0"/);
  });

  it('without an end is cut off, and no more of it is held than is taken', async () => {
    const { server } = await serveBefore(done, cluster);
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    const sent = await new Promise<number>((resolve) => {
      const socket = connect(server.port, '127.0.0.1');
      let written = 0;
      const more = (problem?: Error | null): void => {
        if (problem) return;
        written += chunk.length;
        socket.write(chunk, more);
      };
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(written));
      socket.write(headOf(mine, 'Transfer-Encoding: chunked'), more);
    });
    // Beside the 1 MiB: what the system holds of a connection, at both of its ends.
    expect(sent).toBeLessThan(16 * 1024 * 1024);
    expect((await post(server, list, { token: TOKEN })).status).toBe(200);
  });

  it.each([
    ['a length beside chunks', ['Content-Length: 5', 'Transfer-Encoding: chunked'], '0\r\n\r\n'],
    ['two lengths', ['Content-Length: 5', 'Content-Length: 6'], 'hello'],
    ['packed chunks', ['Transfer-Encoding: gzip, chunked'], '0\r\n\r\n'],
  ])('with %s is refused', async (_, lines, body) => {
    const { server } = await serveBefore(done, cluster);
    expect(await raw(server.port, headOf(mine, ...lines) + body)).toMatch(/^HTTP\/1\.1 400 /);
  });

  it.each<[string, string, number]>([
    ['a batch of 1,000', `[${Array<string>(1000).fill(list).join()}]`, -32600],
    [
      'arguments that are a list',
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":[1]}',
      -32600,
    ],
    ['another version', '{"jsonrpc":"1.0","id":1,"method":"tools/list"}', -32600],
    ['an id that is a list', '{"jsonrpc":"2.0","id":[1],"method":"tools/list"}', -32600],
    ['a byte order mark', `\ufeff${list}`, -32700],
  ])('with %s is answered as JSON-RPC', async (_, body, code) => {
    const { server } = await serveBefore(done, cluster);
    const response = await post(server, body, { token: TOKEN });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ jsonrpc: '2.0', id: null, error: { code } });
  });

  it('with a key twice means its last one, and with half a character what is left of it', async () => {
    const { server } = await serveBefore(done, cluster);
    const twice = '{"jsonrpc":"2.0","id":1,"id":2,"method":"tools/delete","method":"ping"}';
    expect(await (await post(server, twice, { token: TOKEN })).json()).toMatchObject({
      id: 2,
      result: {},
    });
    const half = toolCall('search_vms_semantic', { query: 'VMs in project shop\ud800' });
    const answer: unknown = await (await post(server, half, { token: TOKEN })).json();
    expect(listAt(answer, 'result', 'content')).toHaveLength(1);
  });
});

it('every address is reached by IPv4, beside IPv6 where there is that', async () => {
  const { server } = await serveBefore(done, cluster, { host: '::' });
  expect(server.url).toBe(`http://[::]:${server.port}`);
  expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
});

it('the tools are listed with the same bytes 100 times, and after a restart', async () => {
  const listed = new Set<string>();
  for (let start = 0; start < 2; start += 1) {
    const { server } = await serveBefore(done, cluster);
    for (let time = 0; time < 50; time += 1) {
      listed.add(await (await post(server, list, { token: TOKEN })).text());
    }
  }
  expect(listed.size).toBe(1);
});

it('callers who leave make room for others, and leave nothing unhandled', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  done.add(() => process.off('unhandledRejection', note));
  let silent = true;
  const isRead = ({ path }: { path: string }): boolean => path.endsWith('/virtualmachines/web');
  const stall: Script = (seen) => (silent && isRead(seen) ? { hang: true } : undefined);
  const { api, server } = await serveBefore(done, [people, stall, ...cluster]);
  const diagnose = toolCall('diagnose_vm_error', { namespace: 'shop', vmName: 'web' });
  const leaving = new AbortController();
  const calls = Array.from({ length: 2 * ONE_VM_AT_ONCE }, () =>
    post(server, diagnose, { token: TOKEN, signal: leaving.signal }).catch(() => 'left'),
  );
  const held = () => api.seen.filter(isRead);
  await until(() => held().length >= ONE_VM_AT_ONCE);
  leaving.abort();
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['left']));
  await until(() => held().every(({ aborted }) => aborted), 1_000);
  silent = false;
  const answer: unknown = await (await post(server, diagnose, { token: TOKEN })).json();
  expect(at(answer, 'result', 'structuredContent', 'verdict')).toBe('stopped');
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toContain('cnv_diagnostic_requests_in_flight 0');
  expect(unhandled).toEqual([]);
});
