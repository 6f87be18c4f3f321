import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CATALOGUE } from '../../cnv-diagnostic/tools';

/** One check and how it ended. */
export type Step = { readonly name: string; readonly ok: boolean };

const LONGEST = 60_000;

type Ended = { readonly code: number | null; readonly output: string };

/** Each runs against `shop/web`, a machine that cannot start. */
const ARGUMENTS: Readonly<Record<string, object>> = {
  search_vms_semantic: { query: 'VMs that are not running' },
  check_vm_storage: { namespace: 'shop' },
  diagnose_vm_fleet: {},
};
const ONE_MACHINE = { namespace: 'shop', vmName: 'web' };

/** The Inspector as a command line, with a home of its own. */
const inspector = (tools: string, url: string, token: string, home: string) => {
  const program = join(tools, '@modelcontextprotocol/inspector/clients/launcher/build/index.js');
  const server = ['--cli', `${url}/mcp`, '--transport', 'http'];
  const identity = ['--header', `Authorization: Bearer ${token}`];
  return (args: readonly string[]): Promise<Ended> =>
    new Promise((resolve) => {
      const child = spawn(
        join(tools, 'node/bin/node'),
        [program, ...server, ...args, ...identity],
        {
          env: { ...process.env, HOME: home },
          stdio: ['ignore', 'pipe', 'pipe'],
          timeout: LONGEST,
        },
      );
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.once('error', () => resolve({ code: null, output }));
      child.once('close', (code) => resolve({ code, output }));
    });
};

const CHECKS: readonly (readonly [name: string, args: readonly string[], expected: string])[] = [
  ['schemas are portable', ['--method', 'tools/list', '--strict'], 'diagnose_vm_error'],
  ['prompts/list', ['--method', 'prompts/list'], 'diagnose-vm'],
  ['resources/list', ['--method', 'resources/list'], 'cnv://failures'],
  [
    'resources/read',
    ['--method', 'resources/read', '--uri', 'cnv://query-language'],
    'cnv://query-language',
  ],
  ...CATALOGUE.map(({ name }): [string, string[], string] => [
    `tools/call ${name}`,
    [
      '--method',
      'tools/call',
      '--tool-name',
      name,
      '--tool-args-json',
      JSON.stringify(ARGUMENTS[name] ?? ONE_MACHINE),
    ],
    'structuredContent',
  ]),
];

/** The MCP Inspector's strict checks on the product: schemas, and one call of every tool. */
export const inspect = async (tools: string, url: string, token: string): Promise<Step[]> => {
  const home = mkdtempSync(join(tmpdir(), 'cnv-ai-inspector-'));
  const run = inspector(tools, url, token, home);
  const steps: Step[] = [];
  try {
    for (const [name, args, expected] of CHECKS) {
      const { code, output } = await run(args);
      const ok = code === 0 && output.includes(expected);
      if (!ok) process.stdout.write(`${output.slice(-2000)}\n`);
      steps.push({ name: `inspector: ${name}`, ok });
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  return steps;
};
