import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import fc from 'fast-check';
import {
  consoleChange,
  lightspeedChange,
  type MergePatch,
  type Registration,
} from '../../charts/cnv-ai-plugin/files/registration.mjs';
import {
  startApi,
  status,
  unknownPath,
  type Script,
} from '../../cnv-diagnostic/testing/api-server';
import { cleanup } from '../../cnv-diagnostic/testing/serving';
import { mergePatch } from '../../development/cluster/merge-patch';
import { CHART } from './chart';

const server = {
  name: 'cnv-diagnostic',
  url: 'https://cnv-diagnostic.cnv-ai.svc:8443/mcp',
  timeout: 60,
  headers: [{ name: 'Authorization', valueFrom: { type: 'kubernetes' } }],
};
const there: Registration = { plugin: 'cnv-ai-plugin', console: true, lightspeed: true, server };
const gone = { ...there, console: false, lightspeed: false };

type Config = Parameters<typeof consoleChange>[0];
type Change = (config: Config, wanted: Registration) => MergePatch | undefined;

const nameAt = (entry: unknown): string => textAt(entry, 'name') ?? '';

const apply =
  (change: Change) =>
  (config: Config, wanted: Registration): Config => {
    const metadata = { ...config.metadata };
    const merged = mergePatch({ ...config, metadata }, change(config, wanted) ?? {});
    return {
      metadata: recordAt(merged, 'metadata'),
      spec: recordAt(merged, 'spec'),
    };
  };
const onConsole = apply(consoleChange);
const onLightspeed = apply(lightspeedChange);

const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'kubevirt-plugin', 'other-mcp'), {
  minLength: 1,
});

/** Lists that are absent or not empty, as other software leaves them. */
const consoles = fc
  .record({ plugins: names, managementState: fc.constant('Managed') })
  .map((spec): Config => ({ spec }));

const configs = fc
  .record({
    gates: fc.subarray(['ToolFiltering', 'MCPServer']),
    servers: fc.option(names, { nil: undefined }),
  })
  // Servers without the gate are ignored by Lightspeed: nobody has those.
  .filter(({ gates, servers }) => servers === undefined || gates.includes('MCPServer'))
  .map(({ gates, servers }): Config => ({
    spec: {
      ols: { defaultModel: 'm' },
      ...(gates.length === 0 ? {} : { featureGates: gates }),
      ...(servers === undefined
        ? {}
        : { mcpServers: servers.map((name) => ({ name, url: `https://${name}` })) }),
    },
  }));

describe('the change of a registration', () => {
  it.each([
    ['the console', consoles, onConsole, consoleChange],
    ['Lightspeed', configs, onLightspeed, lightspeedChange],
  ] as const)('to %s changes nothing the second time, and is undone', (_, some, on, change) => {
    fc.assert(
      fc.property(some, (before) => {
        const added = on(before, there);
        expect(change(added, there)).toBeUndefined();
        const taken = on(added, gone);
        expect(taken.spec).toEqual(before.spec);
        expect(taken.metadata?.annotations ?? {}).toEqual({});
        expect(change(taken, gone)).toBeUndefined();
      }),
    );
  });

  it('keeps the order of others and what an administrator added to the entry', () => {
    const older = { ...server, url: 'https://before/mcp', caBundle: 'kept' };
    const spec = { featureGates: ['MCPServer'], mcpServers: [{ name: 'a' }, older, { name: 'b' }] };
    expect(onLightspeed({ spec }, there).spec?.mcpServers).toEqual([
      { name: 'a' },
      { ...server, caBundle: 'kept' },
      { name: 'b' },
    ]);
  });

  const beside = { server: { name: 'other-mcp', url: 'http://other/mcp' } };
  const withNeighbour = {
    ...there,
    neighbour: { ...beside, approvalType: 'tool_annotations' as const },
  };

  it('with a neighbour is undone but for the approval, which stays', () => {
    fc.assert(
      fc.property(configs, (before) => {
        const added = onLightspeed(before, withNeighbour);
        expect(lightspeedChange(added, withNeighbour)).toBeUndefined();
        expect(textAt(added, 'spec', 'ols', 'toolsApprovalConfig', 'approvalType')).toBe(
          'tool_annotations',
        );
        const names = listAt(onLightspeed(added, there), 'spec', 'mcpServers').map(nameAt);
        const known = listAt(before, 'spec', 'mcpServers').map(nameAt);
        expect(names).toEqual([...known, server.name]);
        const taken = onLightspeed(added, gone);
        expect(listAt(taken, 'spec', 'mcpServers').map(nameAt)).toEqual(known);
        expect([taken.spec?.featureGates, taken.metadata?.annotations ?? {}]).toEqual([
          before.spec?.featureGates,
          {},
        ]);
      }),
    );
  });

  it.each([
    [undefined, 'tool_annotations'],
    ['never', 'tool_annotations'],
    ['always', 'always'],
  ])('beside a neighbour, the approval %s becomes %s', (approvalType, expected) => {
    const spec = { ols: { toolsApprovalConfig: { approvalType } } };
    const changed = onLightspeed({ spec }, withNeighbour);
    expect(textAt(changed, 'spec', 'ols', 'toolsApprovalConfig', 'approvalType')).toBe(expected);
  });

  it('leaves the gate open for who came later', () => {
    const added = onLightspeed({ spec: {} }, there);
    const shared = {
      ...added,
      spec: { ...added.spec, mcpServers: [server, { name: 'later' }] },
    };
    expect(onLightspeed(shared, gone).spec).toEqual({
      featureGates: ['MCPServer'],
      mcpServers: [{ name: 'later' }],
    });
  });
});

const done = cleanup();
afterEach(done.run);

const script = join(CHART, 'files/registration.mjs');

/** Runs the script as the hook does, against an API server on loopback. */
const hook = async (answers: Script, wanted: Registration) => {
  const api = await startApi(answers);
  done.add(api.close);
  const folder = mkdtempSync(join(tmpdir(), 'registration-'));
  done.add(() => rmSync(folder, { recursive: true }));
  const token = join(folder, 'token');
  writeFileSync(token, 'made-up-token');
  const child = spawn(process.execPath, [script], {
    env: { REGISTRATION: JSON.stringify(wanted), API_SERVER: api.url, TOKEN_FILE: token },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, said: Buffer.concat(said).toString('utf8').trim().split('\n'), seen: api.seen };
};

const object = (spec: object, resourceVersion = '7') => ({
  body: { metadata: { name: 'cluster', resourceVersion }, spec },
});

describe('the hook', () => {
  it('registers where both are there, each under the version it has read', async () => {
    const { code, said, seen } = await hook(
      ({ path, method }) =>
        method === 'PATCH' || path.includes('olsconfigs') ? object({}) : object({ plugins: ['a'] }),
      there,
    );
    expect(said).toEqual(['The console was changed.', 'OpenShift Lightspeed was changed.']);
    expect(code).toBe(0);
    const patches = seen.filter(({ method }) => method === 'PATCH');
    expect(JSON.parse(patches[0]?.body ?? '')).toEqual({
      metadata: { resourceVersion: '7' },
      spec: { plugins: ['a', 'cnv-ai-plugin'] },
    });
    const second: unknown = JSON.parse(patches[1]?.body ?? '');
    expect(textAt(second, 'metadata', 'resourceVersion')).toBe('7');
    expect(recordAt(second, 'spec')).toEqual({ featureGates: ['MCPServer'], mcpServers: [server] });
    expect(patches[0]?.headers.authorization).toBe('Bearer made-up-token');
  });

  it('says that Lightspeed is not there, and is content', async () => {
    const { code, said } = await hook(
      ({ path }) =>
        path.includes('olsconfigs') ? unknownPath : object({ plugins: ['cnv-ai-plugin'] }),
      there,
    );
    expect(said).toEqual([
      'The console is as wanted.',
      'OpenShift Lightspeed is not set up here: nothing to do.',
    ]);
    expect(code).toBe(0);
  });

  it('reads again when another was quicker', async () => {
    let version = 1;
    const { code, said, seen } = await hook(({ path, method }) => {
      if (path.includes('olsconfigs')) return unknownPath;
      if (method === 'GET') return object({ plugins: [`other-${version}`] }, String(version));
      version += 1;
      return version === 2 ? status(409, 'Conflict') : object({});
    }, there);
    expect([code, said[0]]).toEqual([0, 'The console was changed.']);
    const last: unknown = JSON.parse(
      seen.filter(({ method }) => method === 'PATCH')[1]?.body ?? '',
    );
    expect(recordAt(last, 'spec')).toEqual({ plugins: ['other-2', 'cnv-ai-plugin'] });
  });

  it.each<[string, string, Script]>([
    ['read: HTTP status 403, Forbidden', 'is not allowed to look', () => status(403, 'Forbidden')],
    [
      'changed: HTTP status 422, Too many: 21: must have at most 20 items',
      'does not fit',
      ({ method }) =>
        method === 'GET' ? object({}) : status(422, 'Too many: 21: must have at most 20 items'),
    ],
    [
      'changed: HTTP status 502',
      'gets no answer of the API server',
      ({ method }) => (method === 'GET' ? object({}) : { status: 502, body: '<html>' }),
    ],
  ])('fails with one sentence, "could not be %s", when it %s', async (sentence, _, answers) => {
    const { code, said } = await hook(answers, there);
    expect([code, said]).toEqual([1, [`The console could not be ${sentence}.`]]);
  });
});
