import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const filesOf = async (path: string): Promise<string[]> => {
  const found = await stat(path).catch(() => undefined);
  if (!found) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name));
};

/** A text that changes when any of the files, or any file in the folders, is written. */
const stampOf = async (sources: readonly string[]): Promise<string> => {
  const files = (await Promise.all(sources.map(filesOf))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = await stat(file);
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
};

const KEPT = 4;

/** Removes all but the newest folders of a name; the newer ones may still be served somewhere. */
const prune = async (cache: string, name: string): Promise<void> => {
  const folders = (await readdir(cache)).filter((entry) => entry.startsWith(`${name}-`));
  const dated = await Promise.all(
    folders.map(async (entry) => {
      const found = await stat(join(cache, entry)).catch(() => undefined);
      return { path: join(cache, entry), time: found?.mtimeMs ?? 0 };
    }),
  );
  const old = dated.sort((a, b) => b.time - a.time).slice(KEPT);
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })));
};

/**
 * The folder of `cache` that `build` fills from the sources, built only when one of them changed.
 * A folder never changes once it is there: a host that serves an older one is not disturbed, nor
 * are two that build at the same time.
 */
export const builtFolder = async (
  cache: string,
  name: string,
  sources: readonly string[],
  build: (folder: string) => Promise<void>,
): Promise<{ folder: string; built: boolean }> => {
  const folder = join(cache, `${name}-${await stampOf(sources)}`);
  if (existsSync(folder)) return { folder, built: false };
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, `${name}-draft-`));
  try {
    await build(draft);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Somebody else built the same in the meantime.
    if (!existsSync(folder)) throw error;
  }
  await prune(cache, name);
  return { folder, built: true };
};
