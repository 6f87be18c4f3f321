import { join } from 'node:path';
import type { Configuration } from 'webpack';
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

// webpack and its configurations are slow to load and not needed when nothing changed.
type LoadConfig = () => Promise<Configuration>;

const runWebpack = async (output: string, load: LoadConfig): Promise<void> => {
  const [{ default: webpack }, config] = await Promise.all([import('webpack'), load()]);
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

const inFolder =
  (load: LoadConfig) =>
  (folder: string): Promise<void> =>
    runWebpack(folder, load);

const loadPlugin =
  (mode: 'production' | 'development'): LoadConfig =>
  async () =>
    (await import('../webpack.config')).pluginConfig(mode);
const loadNeighbour: LoadConfig = async () =>
  (await import('./neighbour/plugin')).neighbourConfig();

const WEBPACK_SOURCES = ['package.json', 'package-lock.json', 'webpack.config.ts'];
const PLUGIN_SOURCES = ['src', 'engine', 'locales', 'console-extensions.json', ...WEBPACK_SOURCES];
const NEIGHBOUR_SOURCES = ['development/neighbour', 'src/embedding', ...WEBPACK_SOURCES];

const HOST_SOURCES = ['development/console', 'engine/kubernetes', 'package-lock.json'];

/**
 * Builds what the development console serves: the plugin as webpack makes it, without type check,
 * readable or as it is released, and the host's own pages. What did not change is not built again.
 */
export const buildAll = async (
  progress: Progress,
  released = false,
): Promise<{ pluginDirectory: string; hostDirectory: string }> => {
  const [hostDirectory, pluginDirectory] = await Promise.all([
    build('console', HOST_SOURCES, (folder) => bundleHost(ROOT, folder), progress),
    released
      ? build('released', PLUGIN_SOURCES, inFolder(loadPlugin('production')), progress)
      : build('plugin', PLUGIN_SOURCES, inFolder(loadPlugin('development')), progress),
  ]);
  return { pluginDirectory, hostDirectory };
};

/** Builds the second plugin of the development console, in the same way. */
export const buildNeighbour = (progress: Progress): Promise<string> =>
  build('embedding-example', NEIGHBOUR_SOURCES, inFolder(loadNeighbour), progress);
