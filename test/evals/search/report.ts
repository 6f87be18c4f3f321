import type { Judged, Verdict } from './judge';

export type Score = Readonly<Record<Verdict, number>> & { readonly total: number };

/** How many sentences got which verdict. */
export const scoreOf = (judged: readonly Judged[]): Score => {
  const count = (verdict: Verdict): number =>
    judged.filter((entry) => entry.verdict === verdict).length;
  return {
    total: judged.length,
    right: count('right'),
    question: count('question'),
    wrong: count('wrong'),
    refused: count('refused'),
  };
};

/** The score of each category, in their order, and of all. */
export const scoreByCategory = (
  judged: readonly Judged[],
): Readonly<Record<string, Score>> & { readonly all: Score } => {
  const categories = [...new Set(judged.map(({ entry }) => entry.category))];
  return {
    ...Object.fromEntries(
      categories.map((category) => [
        category,
        scoreOf(judged.filter(({ entry }) => entry.category === category)),
      ]),
    ),
    all: scoreOf(judged),
  };
};

const COLUMNS = ['total', 'right', 'question', 'wrong', 'refused'] as const;
const HEADINGS = ['sentences', 'right', 'question instead', 'wrong list', 'refused rightly'];
const row = (name: string, width: number, cells: readonly string[]): string =>
  name.padEnd(width) +
  cells.map((cell, index) => cell.padStart((HEADINGS[index] ?? '').length + 2)).join('');

/** The score as a table for a terminal. */
export const table = (scores: Readonly<Record<string, Score>>): string => {
  const width = Math.max(...['category', ...Object.keys(scores)].map(({ length }) => length));
  const cells = (entry: Score): string[] => COLUMNS.map((column) => String(entry[column]));
  return [
    row('category', width, HEADINGS),
    ...Object.entries(scores).map(([name, entry]) => row(name, width, cells(entry))),
  ].join('\n');
};

/** The sentences of one verdict with what was wrong about the answer. */
export const listing = (judged: readonly Judged[], verdict: Verdict): string[] =>
  judged
    .filter((entry) => entry.verdict === verdict)
    .map(({ entry, detail }) => {
      const locale = entry.locale === undefined ? '' : ` (${entry.locale})`;
      return `[${entry.category}] ${entry.sentence}${locale} -> ${detail}`;
    });
