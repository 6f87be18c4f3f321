import { join } from 'node:path';
import { bundleHost } from './console/bundle';
import { builtFolder } from './console/built-folder';

const ROOT = join(import.meta.dirname, '..');
const CACHE = join(ROOT, '.cache');

/** Tells people what is being done. */
export type Progress = (line: string) => void;

const at = (...paths: readonly string[]): string[] => paths.map((path) => join(ROOT, path));

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

const build = async (
  name: string,
  sources: readonly string[],
  work: (folder: string) => Promise<void>,
  progress: Progress,
): Promise<string> => {
  const since = Date.now();
  const { folder, built } = await builtFolder(CACHE, name, at(...sources), work);
  progress(built ? `${name}: built in ${seconds(since)}` : `${name}: unchanged`);
  return folder;
};

const runWebpack = async (output: string): Promise<void> => {
  // Both are slow to load and not needed when nothing changed.
  const [{ default: webpack }, { pluginConfig }] = await Promise.all([
    import('webpack'),
    import('../webpack.config'),
  ]);
  const config = pluginConfig('development');
  const compiler = webpack({ ...config, output: { ...config.output, path: output } });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      // Closing writes the cache that makes the next build fast.
      compiler.close(() => {
        if (error) reject(error);
        else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')));
        else resolve();
      });
    });
  });
};

const PLUGIN_SOURCES = [
  'src',
  'engine',
  'locales',
  'package.json',
  'package-lock.json',
  'webpack.config.ts',
  'console-extensions.json',
];

const HOST_SOURCES = ['development/console', 'engine/kubernetes', 'package-lock.json'];

/**
 * Builds what the development console serves: the plugin as webpack makes it, readable and without
 * type check, and the host's own pages. What did not change is not built again.
 */
export const buildAll = async (
  progress: Progress,
): Promise<{ pluginDirectory: string; hostDirectory: string }> => {
  const [hostDirectory, pluginDirectory] = await Promise.all([
    build('console', HOST_SOURCES, (folder) => bundleHost(ROOT, folder), progress),
    build('plugin', PLUGIN_SOURCES, runWebpack, progress),
  ]);
  return { pluginDirectory, hostDirectory };
};
