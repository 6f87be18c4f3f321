import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { at, flagAt, textAt } from '@cnv-ai/engine/kubernetes';
import { followCertificate, tlsOptions } from './http/tls';
import { createHttpServer, listen } from './http/server';
import { createLog } from './observability/log';
import { objects, users, type Script } from './testing/api-server';
import { selfSigned } from './testing/certificate';
import { temporaryFolder } from './testing/kubeconfig';
import { until } from './testing/poll';
import { cleanup, post, rpc, serveBefore, toolCall } from './testing/serving';
import { namespace, virtualMachine } from './testing/vms';

const done = cleanup();
afterEach(done.run);

const world = [
  users({ a: 'alice', 'another-of-alice': 'alice', b: 'bob' }),
  objects([namespace('shop'), virtualMachine('shop', 'web')]),
];
const explainWeb = toolCall('explain_vm_status', { namespace: 'shop', vmName: 'web' });

describe('a caller over the limit', () => {
  it('gets 429 with Retry-After as JSON-RPC, under whichever token; another user does not', async () => {
    const { server, lines } = await serveBefore(done, world, { limits: { perMinute: 2 } });
    const statuses = [];
    for (const token of ['a', 'another-of-alice', 'a', 'b']) {
      statuses.push((await post(server, explainWeb, { token })).status);
    }
    expect(statuses).toEqual([200, 200, 429, 200]);
    const refused = await post(server, explainWeb, { token: 'a' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('content-type')).toBe('application/json');
    const body: unknown = await refused.json();
    expect(body).toMatchObject({ jsonrpc: '2.0', id: 1, error: { code: -32000 } });
    expect(textAt(body, 'error', 'message')?.length).toBeLessThan(200);
    const audit = lines
      .map((line): unknown => JSON.parse(line))
      .filter((line) => flagAt(line, 'audit') === true);
    expect(audit.at(-1)).toMatchObject({
      user: 'alice',
      tool: 'explain_vm_status',
      outcome: 'rate_limited',
      reads: 0,
    });
  });

  it('is asked nothing of the API server', async () => {
    const { api, server } = await serveBefore(done, world, { limits: { perMinute: 1 } });
    await post(server, explainWeb, { token: 'a' });
    const asked = api.seen.length;
    expect((await post(server, explainWeb, { token: 'a' })).status).toBe(429);
    expect(api.seen).toHaveLength(asked);
  });

  it('may still do all that is no call to a tool', async () => {
    const { server } = await serveBefore(done, world, { limits: { perMinute: 1 } });
    for (let time = 0; time < 5; time += 1) {
      expect((await post(server, rpc('tools/list'), { token: 'a' })).status).toBe(200);
    }
    expect((await post(server, explainWeb, { token: 'a' })).status).toBe(200);
    expect((await post(server, explainWeb, { token: 'a' })).status).toBe(429);
    expect((await post(server, rpc('tools/list'), { token: 'a' })).status).toBe(200);
  });

  it('at the same time gets in again when an answer is there, or was given up', async () => {
    let stalls = true;
    const stall: Script = ({ path }) =>
      stalls && path.endsWith('/virtualmachines/web') ? { hang: true } : undefined;
    const { api, server } = await serveBefore(done, [world[0] ?? stall, stall, ...world], {
      limits: { atOnce: 1 },
    });
    const caller = new AbortController();
    const call = post(server, explainWeb, { token: 'a', signal: caller.signal });
    await until(() => api.seen.some(({ path }) => path.endsWith('/virtualmachines/web')));
    expect((await post(server, explainWeb, { token: 'a' })).status).toBe(429);
    caller.abort();
    await expect(call).rejects.toThrow();
    stalls = false;
    await until(async () => (await post(server, explainWeb, { token: 'a' })).status === 200);
  });

  it('has used up the day for everybody', async () => {
    const { server } = await serveBefore(done, world, { limits: { perDay: 1 } });
    expect((await post(server, explainWeb, { token: 'a' })).status).toBe(200);
    const refused = await post(server, explainWeb, { token: 'b' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBe(9.5 * 3600);
  });
});

describe('a certificate', () => {
  const certificateAt = (port: number): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket: TLSSocket = connect(
        { port, host: '127.0.0.1', rejectUnauthorized: false },
        () => {
          resolve(String(at(socket.getPeerCertificate(), 'subject', 'CN')));
          socket.destroy();
        },
      );
      socket.once('error', reject);
    });

  it('is served anew when its files change, and never a half of it', async () => {
    const folder = temporaryFolder(done);
    const files = { certFile: join(folder, 'tls.crt'), keyFile: join(folder, 'tls.key') };
    const [first, second] = [selfSigned('first'), selfSigned('second')];
    writeFileSync(files.certFile, first.cert);
    writeFileSync(files.keyFile, first.key);
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    const server = createServer(tlsOptions(files));
    done.add(() => server.close());
    done.add(followCertificate(server, files, log, 20));
    const port = await listen(server, 0, '127.0.0.1');
    expect(await certificateAt(port)).toBe('first');
    writeFileSync(files.certFile, second.cert);
    await until(() => lines.some((line) => line.includes('certificate not renewed')));
    expect(await certificateAt(port)).toBe('first');
    writeFileSync(files.keyFile, second.key);
    await until(async () => (await certificateAt(port)) === 'second');
  });

  it('that does not fit its key is one sentence at the start', () => {
    const folder = temporaryFolder(done);
    const files = { certFile: join(folder, 'tls.crt'), keyFile: join(folder, 'tls.key') };
    writeFileSync(files.certFile, selfSigned('one').cert);
    writeFileSync(files.keyFile, selfSigned('two').key);
    expect(() => createHttpServer(() => undefined, createLog('silent'), files)).toThrow(
      `${files.certFile} and ${files.keyFile} are no certificate and its key in PEM; renew them together.`,
    );
  });
});
