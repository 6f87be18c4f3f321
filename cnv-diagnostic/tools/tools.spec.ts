import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, listAt, recordAt, textAt } from '@cnv-ai/engine/kubernetes';
import { connectClient } from '../mcp/testing-client';
import { bearer, objects, status, users, type Script } from '../testing/api-server';
import { temporaryFolder } from '../testing/kubeconfig';
import { cleanup, post, rpc, serveBefore, toolCall } from '../testing/serving';
import { namespace, virtualMachine } from '../testing/vms';

const done = cleanup();
afterEach(done.run);

const all = [
  namespace('shop'),
  namespace('bank'),
  virtualMachine('shop', 'web', 'ErrorUnschedulable'),
  virtualMachine('shop', 'db'),
  virtualMachine('bank', 'ledger'),
];
const people = users({ alice: 'alice', bob: 'bob' });

const clientBefore = async (...scripts: Script[]) => {
  const serving = await serveBefore(done, [people, ...scripts, objects(all)]);
  return { ...serving, client: await connectClient(done, serving.server, 'alice') };
};

/** The text of an answer, which is its only block. */
const textOf = (content: unknown): string => {
  expect(content).toMatchObject([{ type: 'text' }]);
  return textAt(content, 0, 'text') ?? '';
};

describe('tools/list', () => {
  it('is the same bytes for every caller, sorted by name', async () => {
    const { server } = await clientBefore();
    const [first, second] = await Promise.all(
      ['alice', 'bob'].map(async (token) =>
        (await post(server, rpc('tools/list'), { token })).text(),
      ),
    );
    expect(first).toBe(second);
    const tools = listAt(JSON.parse(first ?? ''), 'result', 'tools');
    expect(tools.map((tool) => textAt(tool, 'name'))).toEqual([
      'check_vm_dependencies',
      'check_vm_storage',
      'diagnose_vm_error',
      'diagnose_vm_fleet',
      'explain_vm_status',
      'get_vm_timeline',
      'search_vms_semantic',
      'suggest_vm_fix',
    ]);
  });

  it('keeps the rules that hosts and models rely on', async () => {
    const { client } = await clientBefore();
    const { tools } = await client.listTools();
    for (const tool of tools) {
      expect(tool.name).toMatch(/^[a-z_]{1,64}$/);
      expect(tool.annotations).toMatchObject({
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      });
      expect(tool.description?.length).toBeGreaterThanOrEqual(150);
      expect(tool.description?.length).toBeLessThanOrEqual(400);
      expect(tool.inputSchema.properties).toBeDefined();
      expect(JSON.stringify(tool)).not.toContain('$ref');
      expect(JSON.stringify(tool.outputSchema)).not.toContain('"additionalProperties":false');
    }
    const search = tools.find(({ name }) => name === 'search_vms_semantic');
    expect(search?.inputSchema.properties?.where).toMatchObject({
      type: 'object',
      description: expect.stringContaining('Predicate'),
    });
  });

  it('names the components that show results in the chat', async () => {
    const { client } = await clientBefore();
    const { tools } = await client.listTools();
    const shown = tools.flatMap(({ name, _meta }) => (_meta === undefined ? [] : [[name, _meta]]));
    expect(shown).toEqual([
      ['diagnose_vm_error', { olsUi: { id: 'cnv-diagnostic/diagnosis' } }],
      ['diagnose_vm_fleet', { olsUi: { id: 'cnv-diagnostic/fleet' } }],
      ['search_vms_semantic', { olsUi: { id: 'cnv-diagnostic/search' } }],
    ]);
  });

  it('costs a model less than 3,500 tokens', async () => {
    const { client } = await clientBefore();
    const { tools } = await client.listTools();
    const characters = tools
      .map(({ name, description, inputSchema }) =>
        JSON.stringify({ name, description, inputSchema }),
      )
      .join('').length;
    expect(characters / 4).toBeLessThan(3500);
  });
});

describe('an answer', () => {
  it.each<[string, string, object]>([
    ['a search', 'search_vms_semantic', { query: 'stopped VMs in shop' }],
    ['a search not understood', 'search_vms_semantic', { query: 'frobnicate the quux' }],
    ['a diagnosis', 'diagnose_vm_error', { namespace: 'shop', vmName: 'web' }],
    ['a diagnosis of nothing', 'diagnose_vm_error', { namespace: 'shop', vmName: 'none' }],
    ['a status', 'explain_vm_status', { namespace: 'shop', vmName: 'web' }],
    ['a status of an odd name', 'explain_vm_status', { namespace: 'shop', vmName: 'No VM!' }],
    ['dependencies', 'check_vm_dependencies', { namespace: 'shop', vmName: 'web' }],
    ['dependencies of nothing', 'check_vm_dependencies', { namespace: 'shop', vmName: 'none' }],
    ['storage of a project', 'check_vm_storage', { namespace: 'shop' }],
    ['storage of a VM', 'check_vm_storage', { namespace: 'shop', vmName: 'web' }],
    ['storage of an odd project', 'check_vm_storage', { namespace: '../shop' }],
    ['a timeline', 'get_vm_timeline', { namespace: 'shop', vmName: 'web', since: '7d' }],
    [
      'a timeline since never',
      'get_vm_timeline',
      { namespace: 'shop', vmName: 'web', since: 'now' },
    ],
    ['a fleet', 'diagnose_vm_fleet', {}],
    ['a fleet of odd projects', 'diagnose_vm_fleet', { namespaces: ['../x'] }],
    ['fixes', 'suggest_vm_fix', { namespace: 'shop', vmName: 'web' }],
    ['fixes of nothing', 'suggest_vm_fix', { namespace: 'shop', vmName: 'none' }],
  ])('%s is one text of 8 kB at most and data that keeps the schema', async (_, name, args) => {
    const { client } = await clientBefore();
    // Once it knows the tools, the client holds every answer against its outputSchema.
    await client.listTools();
    const result = await client.callTool({ name, arguments: { ...args } });
    expect(result.isError).toBeUndefined();
    expect(Buffer.byteLength(textOf(result.content))).toBeLessThanOrEqual(8192);
    expect(result.structuredContent).toBeDefined();
  });
});

describe('search_vms_semantic', () => {
  const ask = async (args: object, ...scripts: Script[]) => {
    const { client } = await clientBefore(...scripts);
    const { content, structuredContent } = await client.callTool({
      name: 'search_vms_semantic',
      arguments: { ...args },
    });
    return { text: textOf(content), data: recordAt(structuredContent) };
  };
  const names = (data: object): string[] =>
    listAt(data, 'vms').map((vm) => `${textAt(vm, 'namespace')}/${textAt(vm, 'name')}`);

  it('finds the rows of a sentence', async () => {
    const { data, text } = await ask({ query: 'stopped VMs in shop' });
    expect([data.outcome, names(data), data.total]).toEqual(['ok', ['shop/db'], 1]);
    expect(text).toContain('db');
  });

  it('adds filters to the sentence', async () => {
    const { data } = await ask({ query: 'stopped VMs', namespaces: ['ba*'], limit: null });
    expect(names(data)).toEqual(['bank/ledger']);
  });

  it('runs a predicate', async () => {
    const { data } = await ask({ where: { field: 'name', op: 'is', value: 'web' } });
    expect([data.outcome, names(data)]).toEqual(['ok', ['shop/web']]);
  });

  it.each<[string, object]>([
    ['words nobody knows', { query: 'frobnicate the quux' }],
    ['nothing', {}],
    ['an empty sentence', { query: '  ' }],
    ['a sentence that is too long', { query: 'VMs '.repeat(2500) }],
    ['a page that is too long', { query: 'stopped VMs', limit: 1000 }],
    ['a field nobody has', { where: { field: 'colour', op: 'is', value: 'red' } }],
    ['no predicate', { where: { frobnicate: true } }],
    ['no namespace', { namespaces: ['../kube-system'] }],
  ])('asks back for %s', async (_, args) => {
    const { data, text } = await ask(args);
    expect([data.outcome, data.vms, typeof data.clarification]).toEqual([
      'not_understood',
      [],
      'string',
    ]);
    expect(text).not.toBe('');
  });

  it('says forbidden when the caller may list nothing', async () => {
    const { data } = await ask({ query: 'stopped VMs' }, () => status(403, 'Forbidden'));
    expect([data.outcome, data.vms]).toEqual(['forbidden', []]);
  });
});

describe('diagnose_vm_error', () => {
  const ask = async (args: object, ...scripts: Script[]) => {
    const { client } = await clientBefore(...scripts);
    const { content, structuredContent, isError } = await client.callTool({
      name: 'diagnose_vm_error',
      arguments: { namespace: 'shop', ...args },
    });
    return { text: textOf(content), isError, data: recordAt(structuredContent) };
  };

  it('finds a cause', async () => {
    const { data, text } = await ask({ vmName: 'db' });
    expect(data).toMatchObject({ verdict: 'stopped', vm: { namespace: 'shop', name: 'db' } });
    expect(text).toContain(textAt(data, 'summary'));
  });

  it.each<[string, object, Script, string]>([
    ['a VM that is not there', { vmName: 'none' }, () => undefined, 'not_found'],
    ['a name no VM can have', { vmName: 'Web_1' }, () => undefined, 'not_found'],
    [
      'a namespace no cluster can have',
      { namespace: '-x', vmName: 'web' },
      () => undefined,
      'not_found',
    ],
    ['no permission', { vmName: 'web' }, () => status(403, 'Forbidden'), 'forbidden'],
    ['a login page', { vmName: 'web' }, () => ({ body: '<html>' }), 'unavailable'],
  ])('answers %s with a verdict, not an error', async (_, args, script, verdict) => {
    const { data, isError } = await ask(args, script);
    expect([data.verdict, isError]).toEqual([verdict, undefined]);
    expect(data.summary).not.toBe('');
  });

  it('says the same whether or not a VM exists that the caller may not see', async () => {
    const refuse: Script = ({ path }) =>
      path.includes('virtualmachines') ? status(403, 'Forbidden') : undefined;
    const [there, missing] = [
      await ask({ vmName: 'web' }, refuse),
      await ask({ vmName: 'wex' }, refuse),
    ];
    expect(missing.text.replaceAll('wex', 'web')).toBe(there.text);
  });

  it('names what may not be read as unchecked', async () => {
    const { data } = await ask({ vmName: 'web' }, ({ path }) =>
      path.endsWith('/events') ? status(403, 'Forbidden') : undefined,
    );
    expect(data.unchecked).toContainEqual(
      expect.objectContaining({ resource: 'events', reason: 'forbidden' }),
    );
  });

  it('answers within its 4 s with what it has when a read stays silent', async () => {
    const { data } = await ask({ vmName: 'web' }, ({ path }) =>
      path.endsWith('/events') ? { hang: true } : undefined,
    );
    expect(data.unchecked).toContainEqual(
      expect.objectContaining({ resource: 'events', reason: 'deadline' }),
    );
  });

  it.each<[string, object]>([
    ['a missing name', {}],
    ['a wrong type', { vmName: 7 }],
    ['an argument it does not have', { vmName: 'web', cluster: 'other' }],
  ])('refuses %s in one short sentence', async (_, args) => {
    const { isError, text } = await ask(args);
    expect(isError).toBe(true);
    expect(text).toMatch(/^Arguments of diagnose_vm_error not usable: .{3,150}\.$/);
  });
});

describe('explain_vm_status', () => {
  it('says what a status means', async () => {
    const { client } = await clientBefore();
    const { structuredContent, content } = await client.callTool({
      name: 'explain_vm_status',
      arguments: { namespace: 'shop', vmName: 'web' },
    });
    expect(structuredContent).toMatchObject({
      outcome: 'ok',
      status: 'ErrorUnschedulable',
      normal: false,
    });
    expect(textOf(content)).toContain('ErrorUnschedulable');
  });
});

describe('two callers', () => {
  it('who ask at the same time each see what they may', async () => {
    const alone: Script = (request) =>
      bearer(request) === 'bob' && !request.path.includes('/namespaces/bank')
        ? status(403, 'Forbidden')
        : undefined;
    const { server } = await serveBefore(done, [people, alone, objects(all)]);
    const ask = async (token: string, home: string): Promise<unknown> => {
      const call = toolCall('diagnose_vm_error', { namespace: home, vmName: 'ledger' });
      const answer: unknown = await (await post(server, call, { token })).json();
      return at(answer, 'result', 'structuredContent', 'verdict');
    };
    for (let round = 0; round < 6; round += 1) {
      const verdicts = await Promise.all([
        ask('alice', 'bank'),
        ask('bob', 'bank'),
        ask('alice', 'shop'),
        ask('bob', 'shop'),
      ]);
      expect(verdicts).toEqual(['stopped', 'stopped', 'not_found', 'forbidden']);
    }
  });
});

describe('the switch', () => {
  it('makes every tool answer unavailable, and reads nothing', async () => {
    const settingsFile = join(temporaryFolder(done), 'settings.json');
    writeFileSync(settingsFile, '{"ai":true,"enabled":false}');
    const { api, server } = await serveBefore(done, [people, objects(all)], { settingsFile });
    const calls: [string, object][] = [
      ['search_vms_semantic', { query: 'stopped VMs' }],
      ['diagnose_vm_error', { namespace: 'shop', vmName: 'web' }],
      ['explain_vm_status', { namespace: 'shop', vmName: 'web' }],
      ['check_vm_dependencies', { namespace: 'shop', vmName: 'web' }],
      ['check_vm_storage', { namespace: 'shop' }],
      ['get_vm_timeline', { namespace: 'shop', vmName: 'web' }],
      ['suggest_vm_fix', { namespace: 'shop', vmName: 'web' }],
      ['diagnose_vm_fleet', {}],
    ];
    for (const [name, args] of calls) {
      const answer: unknown = await (
        await post(server, toolCall(name, args), { token: 'alice' })
      ).json();
      const data = recordAt(answer, 'result', 'structuredContent');
      const content = at(answer, 'result', 'content');
      expect(data.outcome ?? data.verdict).toBe('unavailable');
      expect(textOf(content)).toContain('switched');
    }
    expect(api.seen.map(({ method }) => method)).toEqual(['POST']);
    rmSync(settingsFile);
  });
});
