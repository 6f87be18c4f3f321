import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import webpack, { type StatsCompilation } from 'webpack';
import { pluginConfig } from '../webpack.config';

const KILOBYTE = 1000;
const DIST = join(import.meta.dirname, '../dist');

const gzipped = (file: string): number => gzipSync(readFileSync(join(DIST, file))).length;

const total = (files: Iterable<string>): number =>
  [...new Set(files)]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipped(file), 0);

/** The scripts a page of the plugin loads; what the console shares is not among them. */
const groupFiles = ({ namedChunkGroups = {} }: StatsCompilation, name: string): string[] => {
  const group = namedChunkGroups[name];
  if (group?.assets === undefined) throw new Error(`The bundle has no part "${name}".`);
  return group.assets.map((asset) => asset.name);
};

/** The scripts loaded when a module is imported on demand. */
const lazyFiles = ({ chunks = [] }: StatsCompilation, request: string): string[] =>
  chunks
    .filter(({ origins = [] }) => origins.some((origin) => origin.request === request))
    .flatMap(({ files = [] }) => files);

type Budget = { readonly what: string; readonly limit: number; readonly files: string[] };

const budgetsOf = (stats: StatsCompilation): Budget[] => {
  const search = lazyFiles(stats, '@cnv-ai/engine/search/core');
  const further = lazyFiles(stats, '@cnv-ai/engine/search/further');
  const rules = lazyFiles(stats, '@cnv-ai/engine/diagnosis');
  return [
    { what: 'entry', limit: 15, files: groupFiles(stats, 'cnv-ai-plugin') },
    {
      what: 'AI search page',
      limit: 120,
      files: [...groupFiles(stats, 'exposed-SearchPage'), ...search],
    },
    {
      what: 'AI diagnosis tab',
      limit: 180,
      files: [...groupFiles(stats, 'exposed-DiagnosisTab'), ...rules],
    },
    { what: 'rules', limit: 90, files: rules },
    {
      what: 'with the first sentence',
      // Most of how sentences are read, which the page opens without.
      limit: 35,
      files: further.filter((file) => !search.includes(file)),
    },
    {
      what: 'with the first long sentence',
      limit: 8,
      files: lazyFiles(stats, './long').filter((file) => ![...search, ...further].includes(file)),
    },
    {
      what: 'with a word few sentences have',
      limit: 28,
      files: lazyFiles(stats, './rare').filter((file) => ![...search, ...further].includes(file)),
    },
    {
      what: 'other languages',
      // Six languages with the everyday words of administrators; fetched only for a sentence in one.
      limit: 70,
      files: lazyFiles(stats, '@cnv-ai/engine/search/languages'),
    },
  ];
};

const report = (stats: StatsCompilation): boolean =>
  budgetsOf(stats)
    .map(({ what, limit, files }) => {
      const size = total(files) / KILOBYTE;
      const fits = size > 0 && size <= limit;
      process.stdout.write(
        `${fits ? 'ok  ' : 'OVER'} ${what}: ${size.toFixed(1)} of ${limit} kB gzip\n`,
      );
      return fits;
    })
    .every((fits) => fits);

/** Builds the plugin for production and holds it to its budgets. */
webpack(pluginConfig('production'), (error, stats) => {
  if (error !== null || stats === undefined || stats.hasErrors()) {
    process.stderr.write(`${error?.message ?? stats?.toString('errors-only') ?? 'No build.'}\n`);
    process.exitCode = 1;
    return;
  }
  const parts = stats.toJson({
    all: false,
    assets: true,
    chunks: true,
    chunkOrigins: true,
    chunkGroups: true,
  });
  process.exitCode = report(parts) ? 0 : 1;
});
