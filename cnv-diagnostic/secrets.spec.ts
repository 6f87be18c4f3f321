import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { at, textAt } from '@cnv-ai/engine/kubernetes';
import { objects, users } from './testing/api-server';
import { startCollector } from './testing/collector';
import { runCommand } from './testing/command-line';
import { temporaryFolder, writeKubeconfig } from './testing/kubeconfig';
import { CANARY, canary, secretWorld } from './testing/secrets';
import { cleanup, post, rpc, serveBefore, toolCall } from './testing/serving';

const done = cleanup();
afterEach(done.run);

const world = [...secretWorld];
const people = users({ 'canary-caller-7f3a': 'alice' });
const token = 'canary-caller-7f3a';

const VM = { namespace: 'shop', vmName: 'web' };
const CALLS: readonly (readonly [string, object])[] = [
  ['diagnose_vm_error', { ...VM, question: 'why', error: `login: password=${canary('error')}` }],
  ['diagnose_vm_error', { ...VM, vmName: `No-${canary('name')}`.toUpperCase() }],
  ['explain_vm_status', VM],
  ['suggest_vm_fix', VM],
  ['check_vm_dependencies', VM],
  ['check_vm_storage', VM],
  ['check_vm_storage', { namespace: 'shop' }],
  ['get_vm_timeline', VM],
  ['diagnose_vm_fleet', {}],
  ['search_vms_semantic', { query: 'VMs in error', columns: ['labels'] }],
  ['search_vms_semantic', { hasErrors: true }],
];

describe('secrets stay in the cluster', () => {
  it.each(CALLS)('%s %j', async (name, args) => {
    const { server } = await serveBefore(done, [people, objects(world)]);
    const sent = await (await post(server, toolCall(name, args), { token })).text();
    expect(sent).toContain('structuredContent');
    expect(sent).not.toMatch(CANARY);
  });

  it('in logs, the audit, metrics, traces, errors and resources', async () => {
    const collector = await startCollector(done);
    const { server, lines } = await serveBefore(done, [people, objects(world)], {
      traceEndpoint: collector.url,
    });
    const bad = [
      toolCall('diagnose_vm_error', { ...VM, condition: canary('argument') }),
      toolCall('frobnicate', { secret: canary('argument') }),
      rpc('resources/read', { uri: `cnv://failures/${canary('uri')}` }),
      `{"jsonrpc": "${canary('json')}`,
    ];
    const answers = await Promise.all(
      [...CALLS.map(([name, args]) => toolCall(name, args)), ...bad].map(async (body) =>
        (await post(server, body, { token })).text(),
      ),
    );
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    await server.close();
    const traces = collector.got.map(({ body }) => body);
    expect(lines.length).toBeGreaterThan(CALLS.length);
    expect(traces.join('').split('tools/call').length).toBeGreaterThan(CALLS.length);
    for (const text of [...answers, ...lines, ...traces, metrics]) {
      expect(text).not.toMatch(CANARY);
    }
  });

  it.each([
    ['diagnose', 'shop/web'],
    ['diagnose', 'shop/web', '-o', 'json'],
    ['diagnose', 'shop/web', '-o', 'yaml'],
    ['diagnose', 'shop/web', '-o', 'markdown'],
    ['fleet'],
    ['fleet', '-o', 'json'],
    ['fleet', '-o', 'markdown'],
    ['search', 'VMs in error'],
    ['search', 'VMs in error', '-o', 'json'],
  ])('on the command line: %s %s %s %s', async (...args) => {
    const { api } = await serveBefore(done, [people, objects(world)]);
    const env = { KUBECONFIG: writeKubeconfig(done, api.url, { token }) };
    const folder = temporaryFolder(done);
    writeFileSync(join(folder, 'all.yaml'), world.map((one) => stringify(one)).join('---\n'));
    const given = args.filter((arg) => typeof arg === 'string');
    for (const found of [
      await runCommand(given, env),
      await runCommand([...given, '--must-gather', folder]),
    ]) {
      expect(found.out.length).toBeGreaterThan(50);
      expect(found.out + found.err).not.toMatch(CANARY);
    }
  });
});

describe('text that guests and users write', () => {
  it.each(CALLS)('cannot hide in the text of %s %j', async (name, args) => {
    const { server } = await serveBefore(done, [people, objects(world)]);
    const answer: unknown = await (await post(server, toolCall(name, args), { token })).json();
    const text = textAt(answer, 'result', 'content', 0, 'text') ?? '';
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    for (const line of text.split('\n')) {
      expect(line).not.toMatch(/^\W*SYSTEM:/);
      if (line.includes('SYSTEM:')) expect(line).toMatch(/"[^"]*SYSTEM:/);
    }
    expect(at(answer, 'result', 'isError')).toBeUndefined();
  });
});
