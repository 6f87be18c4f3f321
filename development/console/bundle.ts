import { copyFile, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';

const STYLES = ['components', 'layouts', 'utilities'];

/** PatternFly's base, then every style sheet it has: plugins bring components but no styles. */
const styleSheets = async (root: string): Promise<string[]> => {
  const css = join(root, 'node_modules/@patternfly/react-styles/css');
  const folders = STYLES.map((folder) => join(css, folder));
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true });
      return entries
        .filter(
          (name) =>
            name.endsWith('.css') && !name.endsWith(`${sep}_index.css`) && name !== '_index.css',
        )
        .sort()
        .map((name) => join(folder, name));
    }),
  );
  const topology = join(root, 'node_modules/@patternfly/react-topology/dist/esm/css');
  const graph = (await readdir(topology)).sort().map((name) => join(topology, name));
  const base = join(root, 'node_modules/@patternfly/react-core/dist/styles/base.css');
  return [base, ...found.flat(), ...graph.filter((file) => file.endsWith('.css'))];
};

const patternFly = (root: string): Plugin => ({
  name: 'patternfly-styles',
  setup: (esbuild) => {
    esbuild.onResolve({ filter: /^patternfly-styles$/ }, () => ({
      path: 'patternfly-styles.css',
      namespace: 'styles',
    }));
    esbuild.onLoad({ filter: /.*/, namespace: 'styles' }, async () => ({
      contents: (await styleSheets(root))
        .map((file) => `@import ${JSON.stringify(file)};`)
        .join('\n'),
      loader: 'css',
      resolveDir: root,
    }));
  },
});

/** Bundles the host's own pages into a folder that the server sends as `/static/`. */
export const bundleHost = async (root: string, output: string): Promise<void> => {
  const app = join(root, 'development/console/app');
  await build({
    entryPoints: [join(app, 'main.tsx')],
    outdir: output,
    bundle: true,
    format: 'esm',
    splitting: true,
    target: 'es2022',
    jsx: 'automatic',
    publicPath: '/static/',
    sourcemap: 'linked',
    // As the console is built; React's own checks run in the component tests.
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file', '.jpg': 'file' },
    plugins: [patternFly(root)],
    logLevel: 'error',
  });
  await copyFile(join(app, 'index.html'), join(output, 'index.html'));
};
