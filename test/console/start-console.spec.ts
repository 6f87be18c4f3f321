import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../start-console.sh');
const TOKEN = 'not-a-real-token';

let bin: string;

/** A program on the path that does what its lines say. */
const program = (name: string, lines: string): void => {
  writeFileSync(join(bin, name), `#!/bin/bash\n${lines}\n`);
  chmodSync(join(bin, name), 0o755);
};

beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'start-console-'));
  program('uname', 'echo Linux');
  program(
    'oc',
    `case "$*" in *token) echo ${TOKEN};; *server) echo https://api.example:6443;; *) echo me;; esac`,
  );
  program('podman', 'printf "%s\\n" "$@"; echo ENVIRONMENT; env | grep ^BRIDGE_ | sort');
  for (const name of ['bash', 'env', 'grep', 'sort', 'cat']) {
    const { stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    symlinkSync(stdout.trim(), join(bin, name));
  }
});
afterEach(() => rmSync(bin, { recursive: true }));

const run = (env: Readonly<Record<string, string>> = {}) =>
  spawnSync('/bin/bash', [SCRIPT], { encoding: 'utf8', env: { PATH: bin, ...env } });

it('runs the console with this plugin, as the logged-in user', () => {
  const { stdout, status } = run();
  expect(status).toBe(0);
  expect(stdout).toContain('Console: http://localhost:9000');
  expect(stdout).toContain('BRIDGE_PLUGINS=cnv-ai-plugin=http://localhost:9001\n');
  expect(stdout).toContain('BRIDGE_I18N_NAMESPACES=plugin__cnv-ai-plugin');
  expect(stdout).toContain('BRIDGE_K8S_MODE_OFF_CLUSTER_ENDPOINT=https://api.example:6443');
  expect(stdout).toContain('quay.io/openshift/origin-console:latest');
  expect(stdout).not.toContain('BRIDGE_PLUGIN_PROXY');
});

it('keeps the token out of the arguments, which every process can read', () => {
  const [parameters = '', environment] = run().stdout.split('ENVIRONMENT');
  expect(parameters).toContain('BRIDGE_K8S_AUTH_BEARER_TOKEN');
  expect(parameters).not.toContain(TOKEN);
  expect(environment).toContain(TOKEN);
});

it('forwards to a sidecar and a Lightspeed of this machine, and loads further plugins', () => {
  const { stdout } = run({
    SIDECAR_URL: 'http://localhost:8080',
    LIGHTSPEED_URL: 'http://localhost:8081',
    MORE_PLUGINS: 'kubevirt-plugin=http://localhost:9002',
  });
  const [, services = '{}'] = /BRIDGE_PLUGIN_PROXY=(.*)/.exec(stdout) ?? [];
  expect(JSON.parse(services)).toEqual({
    services: [
      {
        consoleAPIPath: '/api/proxy/plugin/cnv-ai-plugin/diagnostic/',
        endpoint: 'http://localhost:8080',
        authorize: true,
      },
      {
        consoleAPIPath: '/api/proxy/plugin/lightspeed-console-plugin/ols/',
        endpoint: 'http://localhost:8081',
        authorize: true,
      },
    ],
  });
  expect(stdout).toContain(
    'BRIDGE_PLUGINS=cnv-ai-plugin=http://localhost:9001,kubevirt-plugin=http://localhost:9002',
  );
});

it.each([
  ['oc', 'oc was not found'],
  ['podman', 'Neither podman nor docker'],
])('says in one sentence that %s is missing', (name, sentence) => {
  rmSync(join(bin, name));
  const { stderr, status } = run();
  expect(status).toBe(1);
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

it('says that nobody is logged in', () => {
  program('oc', 'exit 1');
  expect(run().stderr).toContain('oc login');
});
