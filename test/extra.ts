import { spawnSync } from 'node:child_process';

/** A check that needs a tool the product itself does not. */
type ExtraCheck = {
  readonly name: string;
  /** A command that succeeds when the tool is there. */
  readonly needs: readonly string[];
  readonly command: readonly string[];
};

const CHECKS: readonly ExtraCheck[] = [
  {
    name: 'diagnosis evaluation beside kubernetes-mcp-server',
    needs: ['npx', '--version'],
    command: ['npm', 'run', '--silent', 'eval:diagnosis'],
  },
];

const succeeds = ([program = '', ...parameters]: readonly string[], quiet: boolean): boolean =>
  spawnSync(program, parameters, { stdio: quiet ? 'ignore' : 'inherit' }).status === 0;

const missing = CHECKS.filter(({ needs }) => !succeeds(needs, true));
const failed = CHECKS.filter((check) => !missing.includes(check)).filter(
  ({ command }) => !succeeds(command, false),
);

for (const { name, needs } of missing) {
  process.stdout.write(`did not run: ${name} (needs ${needs[0] ?? ''})\n`);
}
const ran = CHECKS.length - missing.length;
process.stdout.write(
  `extra: ${ran - failed.length} passed, ${failed.length} failed, ${missing.length} skipped\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
