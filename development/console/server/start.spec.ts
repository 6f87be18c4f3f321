import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket, WebSocketServer } from 'ws';
import type { ConsoleHandle, ConsoleOptions } from './options';
import { startConsole } from './start';

const USERS = [
  { name: 'ada', displayName: 'Ada', token: 'token-of-ada', description: 'Everything.' },
  { name: 'bob', displayName: 'Bob', token: 'token-of-bob', description: 'Little.' },
];

const folder = mkdtempSync(join(tmpdir(), 'console-'));
mkdirSync(join(folder, 'plugin/locales/en'), { recursive: true });
mkdirSync(join(folder, 'host'));
writeFileSync(join(folder, 'secret.txt'), 'not for the page');
writeFileSync(join(folder, 'plugin/plugin-manifest.json'), '{"name":"cnv-ai-plugin"}');
writeFileSync(join(folder, 'plugin/locales/en/plugin__cnv-ai-plugin.json'), '{"Yes":"Yes"}');
writeFileSync(join(folder, 'host/index.html'), '<title>host</title>');

type Seen = { method?: string; url?: string; headers: IncomingMessage['headers']; body: string };

/** An upstream that records what reaches it and can hold an answer open. */
const startUpstream = async () => {
  const seen: Seen[] = [];
  let release = (): void => undefined;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ method: request.method, url: request.url, headers: request.headers, body });
      if (request.url === '/stream') {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.write('first\n');
        release = () => response.end('last\n');
      } else {
        response.writeHead(201, { 'Content-Type': 'application/json', 'Set-Cookie': 'a=b' });
        response.end('{"kind":"Status"}');
      }
    });
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) => {
    seen.push({ url: request.url, headers: request.headers, body: '' });
    socket.send('{"type":"ADDED"}');
    socket.on('message', (data: Buffer) => socket.send(`heard ${data.toString()}`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { seen, server, url: `http://127.0.0.1:${port}`, release: () => release() };
};

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let host: ConsoleHandle;

const options = (): ConsoleOptions => ({
  port: 0,
  clusterUrl: upstream.url,
  users: USERS,
  sidecarUrl: upstream.url,
  plugins: [{ name: 'cnv-ai-plugin', directory: join(folder, 'plugin') }],
  hostDirectory: join(folder, 'host'),
});

beforeEach(async () => {
  upstream = await startUpstream();
  host = await startConsole(options());
});

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

afterEach(async () => {
  await host.close();
  await closed(upstream.server);
});

afterAll(() => rmSync(folder, { recursive: true }));

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(host.url + path, { method: 'POST', body: JSON.stringify(body), headers });

/** Logs in and answers the headers a page of that session sends. */
const logIn = async (user = 'ada') => {
  const answer = await post('/api/console/login', { user });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  const csrf = cookies.find((cookie) => cookie.startsWith('csrf-token='))?.slice(11) ?? '';
  return { cookie: cookies.join('; '), 'x-csrftoken': csrf };
};

describe('login', () => {
  it('tells who there is and never a token', async () => {
    const text = await (await fetch(`${host.url}/api/console/session`)).text();
    expect(JSON.parse(text)).toMatchObject({
      users: [{ name: 'ada' }, { name: 'bob' }],
      lightspeed: false,
    });
    expect(text).not.toContain('token-of');
  });

  it('remembers the user by cookie until they log out', async () => {
    const headers = await logIn('bob');
    const session = async (): Promise<unknown> =>
      (await fetch(`${host.url}/api/console/session`, { headers })).json();
    expect(await session()).toMatchObject({ user: { name: 'bob' } });
    await post('/api/console/logout', {}, headers);
    expect(await session()).not.toHaveProperty('user');
  });

  it('hides the session from scripts and shows them the CSRF token', async () => {
    const answer = await post('/api/console/login', { user: 'ada' });
    const [session, csrf] = answer.headers.getSetCookie();
    expect(session).toMatch(/HttpOnly; SameSite=Strict/);
    expect(csrf).not.toContain('HttpOnly');
  });

  it.each([{ user: 'nobody' }, {}, 'ada', null])('refuses %j', async (body) => {
    expect((await post('/api/console/login', body)).status).toBe(403);
  });
});

describe('proxy', () => {
  it('reads the cluster with the user’s token and without what is the browser’s', async () => {
    const headers = { ...(await logIn()), 'impersonate-user': 'eve', 'impersonate-group': 'a, b' };
    const answer = await fetch(`${host.url}/api/kubernetes/apis/x?limit=2`, { headers });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const [seen] = upstream.seen;
    expect(seen?.url).toBe('/apis/x?limit=2');
    expect(seen?.headers).toMatchObject({
      authorization: 'Bearer token-of-ada',
      'impersonate-user': 'eve',
    });
    for (const name of ['cookie', 'x-csrftoken', 'origin'])
      expect(seen?.headers).not.toHaveProperty(name);
  });

  it('asks for a login', async () => {
    const answer = await fetch(`${host.url}/api/kubernetes/api/v1/pods`);
    expect(answer.status).toBe(401);
    expect(upstream.seen).toEqual([]);
  });

  it.each([undefined, 'wrong'])('refuses a write with the CSRF token %s', async (token) => {
    const { cookie } = await logIn();
    const headers = { cookie, ...(token && { 'x-csrftoken': token }) };
    expect((await post('/api/kubernetes/api/v1/pods', {}, headers)).status).toBe(403);
    expect(upstream.seen).toEqual([]);
  });

  it('passes a write on with its body', async () => {
    await post('/api/proxy/plugin/cnv-ai-plugin/diagnostic/mcp', { id: 1 }, await logIn('bob'));
    expect(upstream.seen).toMatchObject([
      {
        method: 'POST',
        url: '/mcp',
        body: '{"id":1}',
        headers: { authorization: 'Bearer token-of-bob' },
      },
    ]);
  });

  it('passes a streamed answer on as it comes', async () => {
    const answer = await fetch(`${host.url}/api/kubernetes/stream`, { headers: await logIn() });
    const reader = answer.body!.getReader();
    const next = async (): Promise<string> =>
      Buffer.from((await reader.read()).value ?? []).toString();
    expect(await next()).toBe('first\n');
    upstream.release();
    expect(await next()).toBe('last\n');
  });

  it('says that a part is not installed or does not answer', async () => {
    const headers = await logIn();
    const lightspeed = '/api/proxy/plugin/lightspeed-console-plugin/ols/readiness';
    expect((await fetch(host.url + lightspeed, { headers })).status).toBe(404);
    await closed(upstream.server);
    const down = await fetch(`${host.url}/api/kubernetes/version`, { headers });
    expect(down.status).toBe(502);
    expect(await down.json()).toMatchObject({ message: expect.stringContaining('The cluster') });
  });
});

describe('WebSocket', () => {
  const open = (
    headers: Record<string, string>,
    path = '/api/kubernetes/apis/x?watch=true&x-csrf-token=y',
  ) => new WebSocket(host.url.replace('http', 'ws') + path, { headers });

  const message = (socket: WebSocket): Promise<string> =>
    new Promise((resolve, reject) => {
      socket.once('message', (data: Buffer) => resolve(data.toString()));
      socket.once('error', reject);
    });

  it('carries both ways with the user’s token', async () => {
    const socket = open({ cookie: (await logIn()).cookie, origin: host.url });
    expect(await message(socket)).toBe('{"type":"ADDED"}');
    socket.send('hello');
    expect(await message(socket)).toBe('heard hello');
    expect(upstream.seen[0]).toMatchObject({
      url: '/apis/x?watch=true',
      headers: { authorization: 'Bearer token-of-ada' },
    });
    socket.close();
  });

  it('is refused without a login and to pages of other sites', async () => {
    await expect(message(open({}))).rejects.toThrow('403');
    const { cookie } = await logIn();
    await expect(message(open({ cookie, origin: 'http://elsewhere.example' }))).rejects.toThrow(
      '403',
    );
  });
});

describe('files', () => {
  it('sends the plugin and its texts', async () => {
    expect(
      await (await fetch(`${host.url}/api/plugins/cnv-ai-plugin/plugin-manifest.json`)).json(),
    ).toEqual({ name: 'cnv-ai-plugin' });
    const texts = `${host.url}/locales/resource.json?lng=en&ns=plugin__cnv-ai-plugin`;
    expect(await (await fetch(texts)).json()).toEqual({ Yes: 'Yes' });
  });

  it('sends the switches as they stand', async () => {
    const url = `${host.url}/api/plugins/cnv-ai-plugin/settings.json`;
    expect(await (await fetch(url)).json()).toEqual({ ai: true, enabled: true });
    host.setSettings({ ai: false, enabled: true });
    const changed = await fetch(url);
    expect(await changed.json()).toEqual({ ai: false, enabled: true });
    expect(changed.headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    '/api/plugins/cnv-ai-plugin/..%2F..%2Fsecret.txt',
    '/static/..%2F..%2Fsecret.txt',
    '/locales/resource.json?ns=plugin__cnv-ai-plugin&lng=../../..',
    '/api/plugins/other/x.js',
    '/api/nothing',
  ])('has nothing at %s', async (path) => {
    const answer = await fetch(host.url + path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('not for the page');
  });

  it('shows the host’s page at every other address, under the console’s policy', async () => {
    const answer = await fetch(`${host.url}/k8s/ns/a/b`);
    expect(await answer.text()).toContain('host');
    expect(answer.headers.get('content-security-policy')).toContain("frame-src 'none'");
  });

  it('answers an address that is none', async () => {
    expect((await fetch(`${host.url}/%E0%A4%A`)).status).toBe(400);
  });
});

it('answers to its own name only', async () => {
  const status = await new Promise((resolve) => {
    httpRequest(host.url, { headers: { host: 'rebound.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });
  expect(status).toBe(403);
});

it('says in one sentence that its port is taken', async () => {
  await expect(startConsole({ ...options(), port: host.port })).rejects.toThrow(
    `Port ${host.port} is taken: stop what uses it or choose another with --port.`,
  );
});
