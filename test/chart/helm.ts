import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../.cache/bin');
const MODULE = 'helm.sh/helm/v3/cmd/helm@v3.22.0';

const works = (program: string, argument: string): boolean =>
  spawnSync(program, [argument], { stdio: 'ignore' }).status === 0;

const built = (): string | undefined => {
  const program = join(FOLDER, 'helm');
  if (existsSync(program)) return program;
  if (!works('go', 'version')) return undefined;
  process.stdout.write(`building ${MODULE}, once\n`);
  const { status } = spawnSync('go', ['install', MODULE], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, GOBIN: FOLDER, GOFLAGS: '-mod=mod' },
  });
  return status === 0 ? program : undefined;
};

/** Helm: the one installed, else one built from its Go module; `undefined` without both. */
export const findHelm = (): string | undefined => (works('helm', 'version') ? 'helm' : built());

export type HelmAnswer = { readonly ok: boolean; readonly out: string; readonly err: string };

/** Runs Helm with values on its standard input. */
export const helm = (program: string, words: readonly string[], values: object): HelmAnswer => {
  const { status, stdout, stderr } = spawnSync(program, [...words, '--values', '-'], {
    encoding: 'utf8',
    input: JSON.stringify(values),
  });
  return { ok: status === 0, out: stdout, err: stderr };
};
