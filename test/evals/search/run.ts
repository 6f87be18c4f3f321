import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askEngine } from './ask';
import { readCorpus } from './corpus';
import { machinesOf } from './facts';
import { inventoryObjects, NOW } from './inventory';
import { judge, type Judged } from './judge';
import { listing, scoreByCategory, table } from './report';

const FIRST_RUN = join(import.meta.dirname, 'first-run.json');

const judgeAll = async (): Promise<Judged[]> => {
  const objects = inventoryObjects();
  const machines = machinesOf(objects);
  const judged: Judged[] = [];
  for (const entry of readCorpus()) {
    judged.push(judge(entry, await askEngine(objects, entry, NOW), machines, NOW));
  }
  return judged;
};

const asJson = (judged: readonly Judged[]): string =>
  JSON.stringify({
    score: scoreByCategory(judged),
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
    table(scoreByCategory(judged)),
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
// The score before the grammar had seen the corpus: written once, then kept.
if (!existsSync(FIRST_RUN)) {
  writeFileSync(FIRST_RUN, `${JSON.stringify({ score: scoreByCategory(judged) }, null, 2)}\n`);
}
process.exitCode = judged.some(({ verdict }) => verdict === 'wrong') ? 1 : 0;
