import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const dist = at('dist');
const draft = at(`dist/.draft-${process.pid}`);
const MAIN = 'cnv-diagnostic.mjs';

/** What is loaded on demand comes before the program that asks for it; old parts go last. */
const publish = async (): Promise<void> => {
  const made = await readdir(draft);
  for (const name of [...made.filter((file) => file !== MAIN), MAIN]) {
    await rename(join(draft, name), join(dist, name));
  }
  const old = (await readdir(dist)).filter(
    (name) => name.startsWith('part-') && !made.includes(name),
  );
  await Promise.all(old.map((name) => rm(join(dist, name), { force: true })));
};

try {
  await mkdir(draft, { recursive: true });
  await build({
    entryPoints: { 'cnv-diagnostic': at('main.ts') },
    outdir: draft,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[hash]',
    bundle: true,
    // Most installations have no use for some large packages: these are files of their own.
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    legalComments: 'none',
    logLevel: 'error',
    // Used by @redis/client for clusters alone, and only where it is installed.
    external: ['@node-rs/xxhash'],
    // CommonJS packages in the bundle ask for Node's own modules with require.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  });
  await publish();
} catch {
  // esbuild has said what is wrong, and where.
  process.exitCode = 1;
} finally {
  await rm(draft, { recursive: true, force: true });
}
