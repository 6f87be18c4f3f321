import { rename } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const bundle = at('dist/cnv-diagnostic.mjs');
const draft = `${bundle}.${process.pid}`;

try {
  await build({
    entryPoints: [at('main.ts')],
    outfile: draft,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    legalComments: 'none',
    logLevel: 'error',
    // CommonJS packages in the bundle ask for Node's own modules with require.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
  });
  // In one step: another build or a program that starts meanwhile sees the old bundle or the new one.
  await rename(draft, bundle);
} catch {
  // esbuild has said what is wrong, and where.
  process.exitCode = 1;
}
