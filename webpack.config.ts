import { resolve } from 'node:path';
import { ConsoleRemotePlugin } from '@openshift-console/dynamic-plugin-sdk-webpack';
import CopyPlugin from 'copy-webpack-plugin';
import type { Configuration } from 'webpack';

const root = import.meta.dirname;
const STYLE = /\.css$/;

type Arguments = { mode?: Configuration['mode'] };

type Mode = 'production' | 'development';

/**
 * A console plugin of this repository for a mode; `development` leaves names readable and minifies
 * nothing. The name keeps its build cache apart from others.
 */
export const remoteConfig = (
  mode: Mode,
  name: string,
  plugins: NonNullable<Configuration['plugins']>,
): Configuration => {
  // ConsoleRemotePlugin reads it to name the entry script.
  process.env.NODE_ENV = mode;
  const production = mode === 'production';
  return {
    mode,
    context: root,
    // ConsoleRemotePlugin makes the only entry there is.
    entry: {},
    output: {
      path: resolve(root, 'dist'),
      filename: production ? '[name]-bundle-[contenthash].min.js' : '[name]-bundle.js',
      chunkFilename: production ? '[name]-chunk-[contenthash].min.js' : '[name]-chunk.js',
      clean: true,
    },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'swc-loader',
          options: {
            jsc: {
              target: 'es2022',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
        { test: STYLE, include: resolve(root, 'src'), use: ['style-loader', 'css-loader'] },
      ],
    },
    plugins,
    devtool: production ? 'hidden-source-map' : 'source-map',
    optimization: { chunkIds: production ? 'deterministic' : 'named', minimize: production },
    performance: { hints: false },
    cache: {
      type: 'filesystem',
      name: `${name}-${mode}`,
      cacheDirectory: resolve(root, '.cache/webpack'),
      buildDependencies: { config: [import.meta.filename] },
    },
    stats: 'errors-warnings',
  };
};

/** The plugin itself. */
export const pluginConfig = (mode: Mode): Configuration =>
  remoteConfig(mode, 'cnv-ai-plugin', [
    new ConsoleRemotePlugin(),
    new CopyPlugin({
      patterns: [{ from: 'locales/*/*.json' }, { from: 'src/settings.json', to: 'settings.json' }],
    }),
  ]);

/** What webpack's command line asks for. */
const config = (_environment: unknown, { mode }: Arguments): Configuration =>
  pluginConfig(mode === 'production' ? 'production' : 'development');

export default config;
