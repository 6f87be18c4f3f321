import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../.cache/tools');

/**
 * Programs from npm that only tests need, in versions of their own, outside the product's lock
 * file: installed once into `.cache/tools`. `undefined` when npm cannot provide them.
 */
export const npmTools = (packages: readonly string[]): string | undefined => {
  const name = packages.join('+').replace(/[^\w.+-]/g, '_');
  const folder = join(FOLDER, name);
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return join(folder, 'node_modules');
  mkdirSync(folder, { recursive: true });
  process.stdout.write(`installing ${packages.join(', ')}, once\n`);
  const options = [
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    '--no-save',
    '--loglevel',
    'error',
  ];
  const { status } = spawnSync('npm', ['install', ...options, ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) return undefined;
  writeFileSync(complete, '');
  return join(folder, 'node_modules');
};
