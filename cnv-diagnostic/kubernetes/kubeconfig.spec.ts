import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { stringify } from 'yaml';
import { kubeconfigOf, temporaryFolder, writeKubeconfig } from '../testing/kubeconfig';
import { cleanup } from '../testing/serving';
import { findTarget } from './target';

const done = cleanup();
afterEach(done.run);

const SERVER = 'https://api.example:6443';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** A folder with the given files, and a way to name them. */
const folderOf = (files: Readonly<Record<string, string>>) => {
  const folder = temporaryFolder(done);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return (name: string): string => join(folder, name);
};

describe('the cluster', () => {
  it.each<[string, object, object]>([
    ['an address', {}, { server: SERVER }],
    [
      'an authority',
      { 'certificate-authority-data': base64('PEM') },
      { server: SERVER, ca: 'PEM' },
    ],
    ['no check', { 'insecure-skip-tls-verify': true }, { server: SERVER, insecure: true }],
    ['another name', { 'tls-server-name': 'x' }, { server: SERVER, serverName: 'x' }],
  ])('with %s', (_, cluster, expected) => {
    const kubeconfig = writeKubeconfig(done, `${SERVER}/`, {}, cluster);
    expect(findTarget({ kubeconfig, env: {} })).toMatchObject({
      cluster: expected,
      namespace: 'shop',
    });
  });

  it('finds files beside the kubeconfig', () => {
    const at = folderOf({
      config: stringify(kubeconfigOf(SERVER, {}, { 'certificate-authority': 'ca.pem' })),
      'ca.pem': 'PEM',
    });
    expect(findTarget({ kubeconfig: at('config'), env: {} }).cluster.ca).toBe('PEM');
  });

  it.each<[string, string, object, RegExp]>([
    ['no URL', 'api.example', {}, /no API server URL/],
    ['another protocol', 'ftp://api.example', {}, /no API server URL/],
    ['a password in the URL', 'https://u:p@api.example', {}, /use a token instead/],
    ['nothing', '', {}, /"lab" has no server/],
    ['a proxy', SERVER, { 'proxy-url': 'http://proxy' }, /proxy-url, which is not supported/],
    [
      'an authority that is gone',
      SERVER,
      { 'certificate-authority': 'gone.pem' },
      /Cannot read gone.pem/,
    ],
  ])('with %s is refused in one sentence', (_, server, cluster, message) => {
    const kubeconfig = writeKubeconfig(done, server, {}, cluster);
    expect(() => findTarget({ kubeconfig, env: {} })).toThrow(message);
  });
});

describe('the identity', () => {
  const resolved = (user: object, files: Readonly<Record<string, string>> = {}) => {
    const at = folderOf({ config: stringify(kubeconfigOf(SERVER, user)), ...files });
    return findTarget({ kubeconfig: at('config'), env: {} }).identity.resolve();
  };

  it.each<[string, object, object]>([
    ['a token', { token: 't' }, { token: 't' }],
    ['a token file', { tokenFile: 'token', token: 'older' }, { token: 'from-file' }],
    [
      'a certificate',
      { 'client-certificate-data': base64('CERT'), 'client-key': 'key.pem' },
      { certificate: 'CERT', key: 'KEY' },
    ],
    ['nothing', {}, {}],
  ])('by %s', async (_, user, expected) => {
    expect(await resolved(user, { token: 'from-file\n', 'key.pem': 'KEY' })).toEqual(expected);
  });

  it.each<[string, object, RegExp]>([
    [
      'an auth provider',
      { 'auth-provider': { name: 'oidc' } },
      /auth-provider, which is not supported/,
    ],
    ['a password', { username: 'u', password: 'p' }, /not supported; use a token/],
    ['a token file that is gone', { tokenFile: 'gone' }, /Cannot read the token file/],
    [
      'a plugin for a terminal',
      { exec: { command: 'x', interactiveMode: 'Always' } },
      /needs a terminal/,
    ],
    ['a plugin that is not there', { exec: { command: 'no-such-plugin-here' } }, /run it by hand/],
  ])('by %s is refused when it is needed', async (_, user, message) => {
    await expect(resolved(user)).rejects.toThrow(message);
  });

  const plugin = (body: string): Record<string, string> => ({
    plugin: `#!${process.execPath}\nconst { spec } = JSON.parse(process.env.KUBERNETES_EXEC_INFO);\n${body}`,
  });
  const runPlugin = async (body: string, times = 1) => {
    const files = plugin(body);
    const exec = { command: './plugin', args: ['get'], env: [{ name: 'WHO', value: 'me' }] };
    const at = folderOf({ config: stringify(kubeconfigOf(SERVER, { exec })), ...files });
    chmodSync(at('plugin'), 0o700);
    const { identity } = findTarget({ kubeconfig: at('config'), env: {} });
    const answers = [];
    for (let time = 0; time < times; time += 1) answers.push(await identity.resolve());
    return answers.map(({ token }) => token);
  };
  const answer = (expiry: string): string =>
    `console.log(JSON.stringify({ status: { token: [process.argv[2], process.env.WHO, spec.interactive, process.hrtime.bigint()].join(' '), expirationTimestamp: ${expiry} } }));`;

  it('by a plugin is asked for with its arguments and variables, and kept while it lasts', async () => {
    const [first, second] = await runPlugin(answer("'2999-01-01T00:00:00Z'"), 2);
    expect(first).toMatch(/^get me false \d+$/);
    expect(second).toBe(first);
  });

  it('by a plugin is asked for again when it has expired', async () => {
    const [first, second] = await runPlugin(answer("'2001-01-01T00:00:00Z'"), 2);
    expect(second).not.toBe(first);
  });

  it.each<[string, string, RegExp]>([
    ['fails', "console.error('canary'); process.exit(1)", /failed; run it by hand to see why/],
    ['says nothing useful', "console.log('canary')", /did not answer an ExecCredential/],
    ['gives nothing', 'console.log("{}")', /neither a token nor a certificate/],
  ])('by a plugin that %s is one sentence without its words', async (_, body, message) => {
    const failed = runPlugin(body);
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.not.toThrow('canary');
  });
});

describe('which cluster', () => {
  const named = (name: string): object => ({
    contexts: [{ name, context: { cluster: name, user: name } }],
    clusters: [{ name, cluster: { server: `https://${name}.example` } }],
    users: [{ name, user: { token: name } }],
  });

  it('is a context of any file of a path list; the first current context wins', () => {
    const at = folderOf({
      one: stringify({ ...named('one'), 'current-context': '' }),
      two: stringify({ ...named('two'), 'current-context': 'two' }),
      three: stringify({ ...named('one'), clusters: [], 'current-context': 'one' }),
    });
    const env = { KUBECONFIG: ['one', 'gone', 'two', 'three'].map(at).join(delimiter) };
    expect(findTarget({ env }).cluster.server).toBe('https://two.example');
    expect(findTarget({ env, context: 'one' }).cluster.server).toBe('https://one.example');
  });

  it("is the pod's own where no kubeconfig is named", async () => {
    const at = folderOf({ 'ca.crt': 'PEM', token: 'pod-token' });
    const env = { KUBERNETES_SERVICE_HOST: 'fd00::1', KUBERNETES_SERVICE_PORT: '443' };
    const { cluster, identity } = findTarget({ env, serviceAccount: at('.') });
    expect(cluster).toEqual({ server: 'https://[fd00::1]:443', ca: 'PEM' });
    expect(await identity.resolve()).toEqual({ token: 'pod-token' });
  });

  it('is that of ~/.kube/config at last', () => {
    const home = temporaryFolder(done);
    mkdirSync(join(home, '.kube'));
    writeFileSync(join(home, '.kube', 'config'), stringify(kubeconfigOf(SERVER, {})));
    expect(findTarget({ env: { HOME: home } }).cluster.server).toBe(SERVER);
  });

  it.each<[string, string, string | undefined, RegExp]>([
    ['no such context', stringify(kubeconfigOf(SERVER, {})), 'other', /no context "other"/],
    ['no current context', stringify(named('one')), undefined, /name one with --context/],
    ['broken YAML', 'a: [canary', undefined, /is not valid YAML; mend it/],
    ['text', 'canary', undefined, /is not valid YAML/],
  ])('with %s is one sentence', (_, text, context, message) => {
    const kubeconfig = folderOf({ config: text })('config');
    const find = () =>
      findTarget({ kubeconfig, env: {}, ...(context === undefined ? {} : { context }) });
    expect(find).toThrow(message);
    expect(find).not.toThrow('canary');
  });

  it('without any is one sentence that says what to give', () => {
    const env = { HOME: temporaryFolder(done) };
    expect(() => findTarget({ env })).toThrow('give --kubeconfig FILE or set KUBECONFIG');
    expect(() => findTarget({ env, kubeconfig: '/none/config' })).toThrow('check the path');
  });
});
