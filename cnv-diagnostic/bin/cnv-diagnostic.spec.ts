import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startApi, objects, users } from '../testing/api-server';
import { writeKubeconfig } from '../testing/kubeconfig';
import { until } from '../testing/poll';
import { cleanup, post, rpc, toolCall } from '../testing/serving';
import { virtualMachine } from '../testing/vms';

const done = cleanup();
afterEach(done.run);

const PROGRAM = join(__dirname, 'cnv-diagnostic.mjs');
/** The first run builds the bundle. */
const PATIENCE = 60_000;

const start = (args: readonly string[], env: NodeJS.ProcessEnv) => {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { PATH: process.env.PATH, ...env },
  });
  done.add(() => child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { child, ended };
};

const cluster = async (): Promise<NodeJS.ProcessEnv> => {
  const api = await startApi(users({ mine: 'me' }), objects([virtualMachine('shop', 'db')]));
  done.add(api.close);
  return { KUBECONFIG: writeKubeconfig(done, api.url, { token: 'mine' }) };
};

it(
  'a command answers and leaves its exit code',
  async () => {
    const env = await cluster();
    const found = await start(['diagnose', 'shop/db', '-o', 'json'], env).ended;
    expect(found).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(found.out)).toMatchObject({ verdict: 'stopped' });
    expect(await start(['diagnose', 'shop/none'], env).ended).toMatchObject({ code: 2, out: '' });
  },
  PATIENCE,
);

/** Serves on a port of its own until it is killed. */
const serving = async (env: NodeJS.ProcessEnv) => {
  const program = start(['--port', '0', '--concurrency-limit', '0'], { ...env, LOG_LEVEL: 'warn' });
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface(program.child.stderr).once('line', resolve)),
    program.ended.then(({ err }) => err),
  ]);
  return { ...program, url: /(http:\/\/127\.0\.0\.1:\d+)\/mcp/.exec(line)?.[1] ?? '' };
};

it(
  'serve answers until it is told to end, then ends well',
  async () => {
    const { child, ended, url } = await serving(await cluster());
    expect((await post({ url }, rpc('tools/list'), { token: 'mine' })).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
  },
  PATIENCE,
);

/** A cluster that takes its time over each machine. */
const slowCluster = async (delay: number) => {
  const isMachine = ({ path }: { path: string }): boolean => path.endsWith('/virtualmachines/db');
  const api = await startApi(
    users({ mine: 'me' }),
    (seen) => (isMachine(seen) ? { body: virtualMachine('shop', 'db'), delay } : undefined),
    objects([]),
  );
  done.add(api.close);
  const reads = (): number => api.seen.filter(isMachine).length;
  return { reads, env: { KUBECONFIG: writeKubeconfig(done, api.url, { token: 'mine' }) } };
};

const CALLS = 50;
const DB = { namespace: 'shop', vmName: 'db' };
const diagnoseDb = toolCall('diagnose_vm_error', DB);
/** Of each tool few enough that no call waits for another. */
const TOOLS = ['diagnose_vm_error', 'suggest_vm_fix', 'get_vm_timeline', 'check_vm_dependencies'];

it(
  'serve ends within ten seconds of the signal, and answers what it was asked before',
  async () => {
    const { reads, env } = await slowCluster(1_500);
    const { child, ended, url } = await serving(env);
    const calls = Array.from({ length: CALLS }, (_, round) =>
      post({ url }, toolCall(TOOLS[round % TOOLS.length] ?? '', DB), { token: 'mine' }),
    );
    await until(() => reads() === CALLS, 20_000);
    const told = Date.now();
    child.kill('SIGTERM');
    await until(async () => (await fetch(`${url}/readyz`)).status === 503, 1_000);
    const answers = await Promise.all(calls);
    expect(answers.map(({ status }) => status)).toEqual(Array(CALLS).fill(200));
    expect(await ended).toMatchObject({ code: 0 });
    expect(Date.now() - told).toBeLessThan(10_000);
  },
  PATIENCE,
);

it(
  'serve does not wait for a collector of traces and a Redis that are gone',
  async () => {
    const nobody = '127.0.0.1:1';
    const { child, ended, url } = await serving({
      ...(await cluster()),
      REDIS_URL: `redis://${nobody}`,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://${nobody}`,
    });
    expect((await post({ url }, diagnoseDb, { token: 'mine' })).status).toBe(200);
    const told = Date.now();
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
    expect(Date.now() - told).toBeLessThan(4_000);
  },
  PATIENCE,
);

it(
  'a second signal ends it at once',
  async () => {
    const { reads, env } = await slowCluster(3_500);
    const { child, ended, url } = await serving(env);
    const call = post({ url }, diagnoseDb, { token: 'mine' }).catch(() => 'cut off');
    await until(() => reads() === 1, 20_000);
    child.kill('SIGTERM');
    await until(async () => (await fetch(`${url}/readyz`)).status === 503, 1_000);
    const told = Date.now();
    child.kill('SIGTERM');
    await ended;
    expect(Date.now() - told).toBeLessThan(1_500);
    expect(await call).toBe('cut off');
  },
  PATIENCE,
);

it(
  'stdio speaks nothing but MCP on standard output',
  async () => {
    const { child, ended } = start(['stdio'], { ...(await cluster()), LOG_LEVEL: 'info' });
    const initialize = rpc('initialize', {
      protocolVersion: '2025-11-25',
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    });
    const call = JSON.stringify({
      jsonrpc: '2.0',
      id: 2,
      method: 'tools/call',
      params: { name: 'explain_vm_status', arguments: { namespace: 'shop', vmName: 'db' } },
    });
    const lines = createInterface({ input: child.stdout });
    const answers = new Promise<string[]>((resolve) => {
      const read: string[] = [];
      lines.on('line', (line) => read.push(line) === 2 && resolve(read));
    });
    child.stdin.write(`${initialize}\n${call}\n`);
    expect((await answers).map((line): unknown => JSON.parse(line))).toMatchObject([
      { id: 1, result: { serverInfo: { name: 'cnv-diagnostic' } } },
      { id: 2, result: { structuredContent: { outcome: 'ok', status: 'Stopped' } } },
    ]);
    child.stdin.end();
    const { code, err } = await ended;
    expect(code).toBe(0);
    expect(JSON.parse(err)).toMatchObject({
      audit: true,
      user: 'tester',
      tool: 'explain_vm_status',
    });
  },
  PATIENCE,
);
