import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { create } from 'tar';
import { parse, stringify } from 'yaml';
import { objects, startApi, status, users, type Script } from '../testing/api-server';
import { runCommand } from '../testing/command-line';
import { temporaryFolder, writeKubeconfig } from '../testing/kubeconfig';
import { cleanup } from '../testing/serving';
import { brokenMachine, namespace, virtualMachine } from '../testing/vms';

const done = cleanup();
afterEach(done.run);

const all = [namespace('shop'), brokenMachine('shop', 'web'), virtualMachine('shop', 'db')];

const clusterWith = async (...scripts: Script[]): Promise<NodeJS.ProcessEnv> => {
  const api = await startApi(users({ mine: 'me' }), ...scripts, objects(all));
  done.add(api.close);
  return { KUBECONFIG: writeKubeconfig(done, api.url, { token: 'mine' }) };
};

/** An error is one sentence that ends in a full stop, on standard error alone. */
const expectSentence = ({ code, out, err }: { code: number; out: string; err: string }): void => {
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^[^\n]{10,200}[.?]\n$/);
  expect(err).not.toContain('Something in this program');
};

const widest = (text: string): number =>
  Math.max(
    ...text
      .split('\n')
      .filter((line) => !line.trimStart().startsWith('$ '))
      .map((line) => line.length),
  );

describe('help', () => {
  it.each([
    [['--help']],
    [['help']],
    [['serve', '--help']],
    [['--port', '1', '-h']],
    [['stdio', '-h']],
    [['search', '-h']],
    [['diagnose', '--help']],
    [['fleet', '--help']],
  ])('of %j fits a terminal and is no error', async (args) => {
    const { code, out, err } = await runCommand(args);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Usage: cnv-diagnostic');
    expect(widest(out)).toBeLessThanOrEqual(80);
  });

  it('names every command and every variable', async () => {
    const { out } = await runCommand(['--help']);
    for (const name of ['serve', 'stdio', 'search', 'diagnose', 'fleet'])
      expect(out).toContain(`  ${name} `);
    const serve = await runCommand(['serve', '--help']);
    for (const name of [
      'PORT',
      'HOST',
      'KUBECONFIG',
      'TLS_CERT_FILE',
      'TLS_KEY_FILE',
      'ALLOWED_HOSTS',
      'CACHE',
      'LOG_LEVEL',
      'SETTINGS_FILE',
    ]) {
      expect(serve.out).toContain(name);
    }
  });

  it('has a version', async () => {
    expect((await runCommand(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a mistake is one sentence', () => {
  it.each<[string, string[], NodeJS.ProcessEnv]>([
    ['an unknown command', ['fleat'], {}],
    ['an unknown option', ['search', 'VMs', '--frob'], {}],
    ['an option without its value', ['search', 'VMs', '--limit'], {}],
    ['a limit that is none', ['search', 'VMs', '--limit', 'many'], {}],
    ['a format that is none', ['diagnose', 'shop/web', '-o', 'xml'], {}],
    ['no sentence', ['search'], {}],
    ['a namespace no cluster can have', ['search', 'VMs', '-n', '../x'], {}],
    ['no VM', ['diagnose'], {}],
    ['half a VM', ['diagnose', 'web'], {}],
    ['too much of a VM', ['diagnose', 'a/b/c'], {}],
    ['a name no VM can have', ['diagnose', 'shop/Web'], {}],
    ['a name for a fleet', ['fleet', 'shop/web'], {}],
    ['a selector that is none', ['fleet', '-l', 'a=b=c'], {}],
    ['a must-gather that is gone', ['fleet', '--must-gather', '/none'], {}],
    ['a must-gather and a cluster', ['fleet', '--must-gather', '/tmp', '--context', 'x'], {}],
    ['a report of a search', ['search', 'VMs', '-o', 'markdown'], {}],
    ['no cluster', ['diagnose', 'shop/web'], { HOME: '/none' }],
    ['a kubeconfig that is gone', ['diagnose', 'shop/web', '--kubeconfig', '/none'], {}],
    ['a port that is none', ['serve', '--port', '99999'], {}],
    ['a port in the environment that is none', ['serve'], { PORT: 'http' }],
    ['a cache that is none', ['serve'], { CACHE: 'redis' }],
    ['a log level that is none', ['serve', '--log-level', 'loud'], {}],
    ['half of TLS', ['serve'], { TLS_CERT_FILE: '/cert.pem' }],
    [
      'TLS files that are gone',
      ['serve', '--port', '0'],
      { TLS_CERT_FILE: '/none', TLS_KEY_FILE: '/none' },
    ],
  ])('%s', async (name, args, env) => {
    const needsCluster = name.startsWith('TLS') || name.startsWith('a selector');
    const withCluster = needsCluster ? { ...env, ...(await clusterWith()) } : env;
    expectSentence(await runCommand(args, withCluster));
  });
});

describe('diagnose', () => {
  it.each<[string, string, Script, number]>([
    ['a problem', 'shop/web', () => undefined, 1],
    ['a VM that was stopped', 'shop/db', () => undefined, 0],
    ['a VM that is not there', 'shop/none', () => undefined, 2],
    ['a VM one may not see', 'shop/web', () => status(403, 'Forbidden'), 2],
    ['a login page', 'shop/web', () => ({ body: '<html>' }), 2],
  ])('%s decides the exit code', async (_, vm, script, expected) => {
    const found = await runCommand(['diagnose', vm], await clusterWith(script));
    expect(found.code).toBe(expected);
    if (expected === 2) expectSentence(found);
    else expect(found.err).toBe('');
  });

  it('is readable in 80 columns, without colour', async () => {
    const { out } = await runCommand(['diagnose', 'shop/web'], await clusterWith());
    expect(out).toContain('shop/web');
    expect(out).toContain('PROBLEM');
    expect(out).toContain('Evidence');
    expect(out).not.toContain('\u001b');
    expect(widest(out)).toBeLessThanOrEqual(80);
  });

  it('has colour on a terminal', async () => {
    const { out } = await runCommand(['diagnose', 'shop/web'], await clusterWith(), true);
    expect(out).toContain('\u001b[31mPROBLEM\u001b[0m');
  });

  it.each<[string, (text: string) => unknown]>([
    ['json', (text): unknown => JSON.parse(text)],
    ['yaml', (text): unknown => parse(text)],
  ])('-o %s is the whole diagnosis, also of what is not there', async (format, read) => {
    const env = await clusterWith();
    const found = await runCommand(['diagnose', 'shop/web', '-o', format], env);
    expect(read(found.out)).toMatchObject({ verdict: 'problem', vm: { name: 'web' } });
    const missing = await runCommand(['diagnose', 'shop/none', '-o', format], env);
    expect(read(missing.out)).toMatchObject({ verdict: 'not_found' });
  });
});

describe('fleet', () => {
  it('shows the failing VMs as problems, in 80 columns', async () => {
    const { code, out, err } = await runCommand(['fleet'], await clusterWith());
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('1 failing virtual machine, 1 problem');
    expect(out).toContain('instancetype-not-found');
    expect(out).toContain('shop/web');
    expect(out).not.toContain('\u001b');
    expect(widest(out)).toBeLessThanOrEqual(80);
  });

  it('takes namespaces', async () => {
    const { out } = await runCommand(['fleet', '-n', 'bank', '-o', 'json'], await clusterWith());
    expect(JSON.parse(out)).toMatchObject({ outcome: 'ok', total: 0 });
  });

  it('of what one may not see is one sentence', async () => {
    expectSentence(await runCommand(['fleet'], await clusterWith(() => status(403, 'Forbidden'))));
  });
});

describe('a report', () => {
  it.each([['diagnose', 'shop/web'], ['fleet']])('of %s is Markdown', async (...args) => {
    const { out } = await runCommand([...args, '-o', 'markdown'], await clusterWith());
    expect(out).toMatch(/^# .*\n/);
    expect(out).toContain('`instancetype-not-found`');
    expect(out).toContain('As of ');
  });

  it('of a VM that is not there is one sentence', async () => {
    expectSentence(
      await runCommand(['diagnose', 'shop/none', '-o', 'markdown'], await clusterWith()),
    );
  });
});

describe('search', () => {
  it('shows the rows as a table', async () => {
    const { code, out, err } = await runCommand(['search', 'stopped VMs'], await clusterWith());
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^NAMESPACE +NAME +STATUS +AGE/m);
    expect(out).toMatch(/^shop +db +Stopped +\d+d/m);
    expect(out).toContain('2 of 2 virtual machines');
    expect(widest(out)).toBeLessThanOrEqual(80);
  });

  it('takes namespaces and a limit', async () => {
    const args = ['search', 'all VMs', '-n', 'sh*', '--limit', '1', '-o', 'json'];
    const { out } = await runCommand(args, await clusterWith());
    expect(JSON.parse(out)).toMatchObject({ outcome: 'ok', total: 2, vms: [{ name: 'db' }] });
  });

  it.each([['json'], ['yaml']])('-o %s is the whole result, without references', async (format) => {
    const { out } = await runCommand(['search', 'stopped VMs', '-o', format], await clusterWith());
    expect(parse(out)).toMatchObject({ outcome: 'ok', total: 2 });
    expect(out).not.toMatch(/[&*]a1/);
  });

  it('that is not understood asks back in one sentence', async () => {
    expectSentence(await runCommand(['search', 'frobnicate the quux'], await clusterWith()));
  });

  it('of what one may not see is one sentence', async () => {
    expectSentence(
      await runCommand(
        ['search', 'stopped VMs'],
        await clusterWith(() => status(403, 'Forbidden')),
      ),
    );
  });
});

describe('a must-gather', () => {
  const gathered = (): string => {
    const folder = temporaryFolder(done);
    const instances = { kind: 'VirtualMachineInstanceList', items: [] };
    const files = {
      'vms.yaml': all.map((one) => stringify(one)).join('---\n'),
      'namespaces/shop/kubevirt.io/virtualmachineinstances.yaml': stringify(instances),
      'namespaces/shop/instancetype.kubevirt.io/virtualmachineinstancetypes.yaml': stringify({
        kind: 'VirtualMachineInstancetypeList',
        items: [],
      }),
      'bad.yaml': 'a: [',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  };

  it.each<[string, string[], number, string]>([
    ['diagnose', ['diagnose', 'shop/web'], 1, 'instancetype-not-found'],
    ['fleet', ['fleet'], 0, 'instancetype-not-found'],
    ['search', ['search', 'VMs in shop'], 0, '2 of 2 virtual machines'],
  ])('answers %s without a cluster', async (_, args, code, expected) => {
    const found = await runCommand([...args, '--must-gather', gathered()]);
    expect(found.code).toBe(code);
    expect(found.out).toContain(expected);
    expect(found.err).toMatch(/^1 file was not used, such as bad\.yaml: .*\.\n$/);
  });

  it('is read from an archive too', async () => {
    const file = join(temporaryFolder(done), 'must-gather.tar.gz');
    await create({ file, cwd: gathered(), gzip: true }, ['.']);
    const found = await runCommand(['fleet', '--must-gather', file]);
    expect([found.code, found.out]).toEqual([0, expect.stringContaining('instancetype-not-found')]);
  });
});
