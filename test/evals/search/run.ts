import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askEngine } from './ask';
import { clusterFor } from './clusters';
import { readCorpus, type Entry } from './corpus';
import { NOW } from './inventory';
import { judge, type Judged } from './judge';
import { listing, scoreByCategory, scoreOf, table, type Score } from './report';

const LATER = [
  'unseen',
  'fresh',
  'later',
  'last',
  'next',
  'final',
  'trial',
  'closing',
  'morning',
  'evening',
  'noon',
  'dusk',
  'dawn',
  'dew',
  'rain',
  'snow',
  'frost',
  'hail',
  'fog',
  'mist',
  'sleet',
  'gale',
  'thaw',
  'squall',
  'brook',
  'haze',
  'drift',
] as const;
const setOf = ({ category }: Entry): string =>
  LATER.find((set) => category.startsWith(`${set}-`)) ?? 'own';
// Each set of sentences has a score of its own from before the grammar had seen it.
const SETS = [
  { name: 'own', file: 'first-run.json' },
  ...LATER.map((name) => ({ name, file: `first-run-${name}.json` })),
];
const ofSet = (name: string, judged: readonly Judged[]): Judged[] =>
  judged.filter(({ entry }) => setOf(entry) === name);
// `--only=unseen-de` asks the sentences of the categories that begin so.
const only = process.argv.find((option) => option.startsWith('--only='))?.slice('--only='.length);

const judgeAll = async (): Promise<Judged[]> => {
  const judged: Judged[] = [];
  const asked = readCorpus().filter(({ category }) => category.startsWith(only ?? ''));
  for (const entry of asked) {
    const { objects, machines } = clusterFor(entry);
    judged.push(judge(entry, await askEngine(objects, entry, NOW), machines, NOW));
  }
  return judged;
};

/** The score of each category, of all, and of each set. */
const scores = (judged: readonly Judged[]): Record<string, Score> => ({
  ...scoreByCategory(judged),
  ...Object.fromEntries(
    SETS.map(({ name }) => [`${name} set`, scoreOf(ofSet(name, judged))] as const),
  ),
});

const asJson = (judged: readonly Judged[]): string =>
  JSON.stringify({
    score: scores(judged),
    sentences: judged.map(({ entry, verdict, detail }) => ({
      category: entry.category,
      sentence: entry.sentence,
      locale: entry.locale,
      verdict,
      detail,
    })),
  });

const asText = (judged: readonly Judged[], questions: boolean): string =>
  [
    table(scores(judged)),
    '',
    'Wrong lists:',
    ...listing(judged, 'wrong'),
    ...(questions ? ['', 'Questions where a list was due:', ...listing(judged, 'question')] : []),
  ].join('\n');

const judged = await judgeAll();
process.stdout.write(
  process.argv.includes('--json')
    ? `${asJson(judged)}\n`
    : `${asText(judged, process.argv.includes('--questions'))}\n`,
);
// The score before the grammar had seen the sentences: written once, then kept.
const keepFirstRun = (file: string, of: readonly Judged[]): void => {
  const path = join(import.meta.dirname, file);
  if (existsSync(path)) return;
  writeFileSync(path, `${JSON.stringify({ score: scoreByCategory(of) }, null, 2)}\n`);
};
for (const { name, file } of SETS) {
  const isWhole = only === undefined || only === `${name}-`;
  if (isWhole) keepFirstRun(file, ofSet(name, judged));
}
// A wrong list fails anywhere; a needless question only where the sentences are the engine's own.
const fails = ({ entry, verdict }: Judged): boolean =>
  verdict === 'wrong' || (verdict === 'question' && setOf(entry) === 'own');
process.exitCode = judged.some(fails) ? 1 : 0;
