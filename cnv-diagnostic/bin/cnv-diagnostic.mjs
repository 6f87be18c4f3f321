#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const bundle = join(home, 'dist', 'cnv-diagnostic.mjs');
const SKIPPED = new Set(['node_modules', 'dist', 'testing']);

const changedAt = (path) => {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name) && !name.endsWith('.spec.ts'))
    .reduce((latest, { name }) => Math.max(latest, changedAt(join(path, name))), mtimeMs);
};

/** In a checkout the sources are there; an installed program has the bundle alone. */
const isCheckout = existsSync(join(home, 'build.ts'));
const isStale = () =>
  !existsSync(bundle) ||
  [home, join(home, '..', 'engine')].some((folder) => changedAt(folder) > statSync(bundle).mtimeMs);

if (isCheckout && isStale()) {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'build.ts'], {
    cwd: home,
    encoding: 'utf8',
  });
  if (status !== 0) {
    process.stderr.write(
      `${stderr}cnv-diagnostic could not be built; mend what is said above, or run "npm ci".\n`,
    );
    process.exit(2);
  }
}

await import(pathToFileURL(bundle).href);
