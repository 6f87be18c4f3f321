import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

/** Runs `npm start` with arguments, to its end. */
const start = (...args: string[]) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'development/start.ts', ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });

jest.setTimeout(60_000);

it('explains its options', async () => {
  const { code, out } = await start('--help');
  expect(code).toBe(0);
  for (const option of ['--port', '--kubeconfig', '--lightspeed', '--model-url', '--model']) {
    expect(out).toContain(option);
  }
});

it('says in one sentence that its port is taken', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { code, err } = await start('--port', String(port));
  server.close();
  expect(code).toBe(1);
  expect(err).toBe(`Port ${port} is taken: stop what uses it or choose another with --port.\n`);
});

it.each([
  [['--port', 'many'], '--port must be a number from 0 to 65535, not "many".'],
  [['--model', 'm'], '--model-url and --model go together: give both or neither.'],
  [['--kubeconfig', '/nowhere', '--port', '0'], '/nowhere'],
])('refuses %j with one line', async (args, expected) => {
  const { code, err } = await start(...args);
  expect(code).toBe(1);
  expect(err).toContain(expected);
  expect(err.trim().split('\n')).toHaveLength(1);
});
