import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type ServeConfig } from '../../cnv-diagnostic/serve';
import { objects, startApi, users } from '../../cnv-diagnostic/testing/api-server';
import { brokenMachine, virtualMachine } from '../../cnv-diagnostic/testing/vms';
import { npmTools } from '../npm-tools';
import { fixtureServer, isFixtureStreamed } from './fixtures';
import { startGate } from './gate';
import { inspect, type Step } from './inspector';

/** Both need a newer Node than the product. */
const PACKAGES = [
  'node@22',
  '@modelcontextprotocol/conformance@0.1.16',
  '@modelcontextprotocol/inspector@2.12.0',
];
const TOKEN = 'made-up-token';
const LONGEST = 180_000;

/** Scenarios that know nothing of fixtures: the product itself passes them. */
const GENERAL = [
  'server-initialize',
  'ping',
  'tools-list',
  'resources-list',
  'prompts-list',
  'dns-rebinding-protection',
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const run = (program: string, args: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit', timeout: LONGEST });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });

const suite = async (tools: string, url: string, options: readonly string[]): Promise<boolean> => {
  const folder = mkdtempSync(join(tmpdir(), 'cnv-ai-conformance-'));
  const program = join(tools, '@modelcontextprotocol/conformance/dist/index.js');
  const version = ['--spec-version', '2025-11-25'];
  const args = [program, 'server', '--url', `${url}/mcp`, ...version, '-o', folder, ...options];
  try {
    return await run(join(tools, 'node/bin/node'), args);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The real server on loopback, behind a door that carries a user's token. */
const serving = async <T>(
  config: Partial<ServeConfig>,
  work: (url: string, server: string) => Promise<T>,
): Promise<T> => {
  const machines = [virtualMachine('shop', 'db'), brokenMachine('shop', 'web')];
  const api = await startApi(users({ [TOKEN]: 'alice' }), objects(machines));
  const server = await startServer({ port: 0, host: '127.0.0.1', clusterUrl: api.url, ...config });
  const gate = await startGate(server.url, TOKEN);
  try {
    return await work(gate.url, server.url);
  } finally {
    await gate.close();
    await server.close();
    await api.close();
  }
};

const conformance = async (tools: string): Promise<Step[]> => {
  const failures = ['--expected-failures', join(import.meta.dirname, 'expected-failures.yaml')];
  const fixtures = await serving(
    { mcpServer: fixtureServer, isStreamed: isFixtureStreamed },
    (url) => suite(tools, url, ['--suite', 'all', ...failures]),
  );
  const steps: Step[] = [{ name: 'conformance, all scenarios on fixtures', ok: fixtures }];
  await serving({}, async (url) => {
    for (const scenario of GENERAL) {
      const ok = await suite(tools, url, ['--scenario', scenario]);
      steps.push({ name: `conformance, the product: ${scenario}`, ok });
    }
  });
  return steps;
};

const main = async (): Promise<number> => {
  const tools = npmTools(PACKAGES);
  if (tools === undefined) {
    say('conformance: npm could not provide the suite; see above.');
    return 1;
  }
  const steps = [
    ...(await conformance(tools)),
    ...(await serving({}, (_, url) => inspect(tools, url, TOKEN))),
  ];
  for (const { name, ok } of steps) say(`${ok ? 'ok  ' : 'FAIL'} ${name}`);
  const failed = steps.filter(({ ok }) => !ok).length;
  say(`conformance: ${steps.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
};

process.exitCode = await main();
