import { spawnSync } from 'node:child_process';

/** A check that needs a tool the product itself does not. */
type ExtraCheck = {
  readonly name: string;
  /** What is told when it is not there. */
  readonly tool: string;
  /** A command that succeeds when the tool is there. */
  readonly needs: readonly string[];
  readonly command: readonly string[];
};

/** Whether a container can be made here at all: inside of another one it often may not. */
const BOX =
  '{ if [ "$(id -u)" = 0 ]; then setpriv --reuid 1000680000 --regid 0 --clear-groups --no-new-privs bwrap --unshare-pid --ro-bind / / true; else bwrap --unshare-user --ro-bind / / true; fi; }';

const CHECKS: readonly ExtraCheck[] = [
  {
    name: 'limits shared through a real Redis or Valkey',
    tool: 'valkey-server or redis-server',
    needs: ['sh', '-c', 'valkey-server --version || redis-server --version'],
    command: ['npx', 'jest', '--config', 'test/extra.config.mjs', 'test/limits'],
  },
  {
    name: 'diagnosis evaluation beside kubernetes-mcp-server',
    tool: 'npx',
    needs: ['npx', '--version'],
    command: ['npm', 'run', '--silent', 'eval:diagnosis'],
  },
  {
    name: 'the chart, rendered by Helm',
    tool: 'helm or go',
    needs: ['sh', '-c', 'helm version || test -x .cache/bin/helm || go version'],
    command: ['npm', 'run', '--silent', 'check:chart'],
  },
  {
    name: 'the containers of the chart: any user, read-only, without capabilities',
    tool: 'bubblewrap where users may have namespaces, nginx, and helm or go',
    needs: [
      'sh',
      '-c',
      `${BOX} && nginx -v && (helm version || test -x .cache/bin/helm || go version)`,
    ],
    command: ['npx', 'jest', '--config', 'test/extra.config.mjs', 'test/container'],
  },
  {
    name: 'the alerts, each fired from what the sidecar counts',
    tool: 'promtool',
    needs: ['promtool', '--version'],
    command: ['npx', 'jest', '--config', 'test/extra.config.mjs', 'test/monitoring'],
  },
  {
    name: 'beside the real kubernetes-mcp-server in Lightspeed',
    tool: 'npm',
    needs: ['npm', '--version'],
    command: ['npx', 'jest', '--config', 'test/extra.config.mjs', 'test/hybrid'],
  },
  {
    name: 'slow senders, and fuzzing at length',
    tool: 'nothing',
    needs: ['true'],
    command: [
      'sh',
      '-c',
      'npx jest --config test/extra.config.mjs test/edge && FUZZ_RUNS=5 npx jest test/fuzz',
    ],
  },
  {
    name: 'supply chain: bill of materials, licences, advisories',
    tool: 'npm',
    needs: ['npm', '--version'],
    command: ['npm', 'run', '--silent', 'supply'],
  },
  {
    name: 'a real kube-apiserver',
    tool: 'Go, or a cluster in KUBECONFIG',
    needs: ['sh', '-c', 'test -n "$KUBECONFIG" || go version'],
    command: ['npm', 'run', '--silent', 'test:apiserver'],
  },
  {
    name: 'agent evals, played by the planner',
    tool: 'npm',
    needs: ['npm', '--version'],
    command: ['npm', 'run', '--silent', 'eval:agent'],
  },
  {
    name: 'load, and a short soak',
    tool: 'Linux',
    needs: ['test', '-d', '/proc/self/fd'],
    command: ['npm', 'run', '--silent', 'test:load'],
  },
  {
    name: 'MCP conformance and Inspector',
    tool: 'npm',
    needs: ['npm', '--version'],
    command: ['npm', 'run', '--silent', 'test:conformance'],
  },
];

/** No step may hold up the others for longer; the first build of kube-apiserver takes minutes. */
const LONGEST = 25 * 60_000;

const succeeds = ([program = '', ...parameters]: readonly string[], quiet: boolean): boolean =>
  spawnSync(program, parameters, { stdio: quiet ? 'ignore' : 'inherit', timeout: LONGEST })
    .status === 0;

const missing = CHECKS.filter(({ needs }) => !succeeds(needs, true));
const failed = CHECKS.filter((check) => !missing.includes(check)).filter(
  ({ command }) => !succeeds(command, false),
);

for (const { name, tool } of missing) {
  process.stdout.write(`did not run: ${name} (needs ${tool})\n`);
}
for (const { name, command } of failed) {
  process.stdout.write(`failed: ${name} (${command.join(' ')})\n`);
}
const ran = CHECKS.length - missing.length;
process.stdout.write(
  `extra: ${ran - failed.length} passed, ${failed.length} failed, ${missing.length} skipped\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
